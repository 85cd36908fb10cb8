#include "grading/words/vocabulary.h"

#include <algorithm>

#include "grading/words/spelling.h"

namespace pith::grading {
namespace {

constexpr double kHan = 0.5;
constexpr double kPair = 1.0;
constexpr double kWord = 1.8;
constexpr double kStopFactor = 0.05;
constexpr double kGenericFactor = 0.35;
constexpr float kHomophone = 0.8F;
constexpr float kTypo = 0.85F;
constexpr float kRelative = 0.8F;
constexpr std::size_t kShortestRelative = 4;  ///< Letters.

bool is_transparent(const Grain& grain) {
  return grain.type == Grain::Type::han &&
         (grain.key == U'的' || grain.key == U'地' || grain.key == U'得' || grain.key == U'之');
}

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  return (a * 0x9E3779B97F4A7C15ULL) ^ (b + 0x7F4A7C159E3779B9ULL + (a << 6) + (a >> 2));
}

double weight_of(const Grain& grain) {
  return grain.type == Grain::Type::han ? kHan : kWord;
}

}  // namespace

std::uint64_t pair_key(const Grain& a, const Grain& b) {
  return mix(a.key, b.key);
}

std::vector<Range> pairs_of(const Grains& text) {
  std::vector<Range> pairs;
  for (std::size_t i = 1; i < text.list.size(); ++i) {
    if (!text.list[i].han_like() || is_transparent(text.list[i])) {
      continue;
    }
    std::size_t first = i - 1;
    bool joined = text.list[i].before == Break::none;
    while (first > 0 && is_transparent(text.list[first])) {
      joined = joined && text.list[first].before == Break::none;
      --first;
    }
    if (joined && text.list[first].han_like() && !is_transparent(text.list[first])) {
      pairs.push_back({first, i + 1});
    }
  }
  return pairs;
}

std::vector<double> grain_weights(const Grains& text, std::span<const Mark> marks) {
  std::vector<double> weights;
  weights.reserve(text.list.size());
  for (const auto& grain : text.list) {
    weights.push_back(weight_of(grain));
  }
  for (const auto& mark : marks) {
    if (mark.cue != Cue::stop && mark.cue != Cue::generic) {
      continue;
    }
    const double factor = mark.cue == Cue::stop ? kStopFactor : kGenericFactor;
    for (std::size_t i = mark.range.begin; i < mark.range.end; ++i) {
      weights[i] = std::min(weights[i], weight_of(text.list[i]) * factor);
    }
  }
  return weights;
}

TokenId Vocabulary::insert(KeyMap<TokenId>& map, std::uint64_t key, double weight) {
  if (const auto* known = map.find(key)) {
    weights_[*known] = std::min(weights_[*known], weight);
    return *known;
  }
  weights_.push_back(weight);
  return map[key] = weights_.size() - 1;
}

void Vocabulary::add_homophones(const Grain& a, const Grain& b, TokenId pair) {
  if (a.pinyin == 0 || b.pinyin == 0) {
    return;
  }
  auto& tokens = homophones_[mix(a.pinyin, b.pinyin)];
  if (std::find(tokens.begin(), tokens.end(), pair) == tokens.end()) {
    tokens.push_back(pair);
  }
}

std::vector<TokenId> Vocabulary::add(const Grains& text, std::span<const Mark> marks) {
  std::vector<TokenId> tokens;
  const auto weights = grain_weights(text, marks);
  for (std::size_t i = 0; i < text.list.size(); ++i) {
    const auto& grain = text.list[i];
    const auto known_before = weights_.size();
    tokens.push_back(insert(singles_, grain.stem, weights[i]));
    if (grain.type == Grain::Type::word && weights_.size() > known_before) {
      words_.push_back({std::u32string(text.spelling(grain)), tokens.back()});
    }
  }
  for (const auto& pair : pairs_of(text)) {
    const auto& a = text.list[pair.begin];
    const auto& b = text.list[pair.end - 1];
    const double share =
        std::min(weights[pair.begin] / weight_of(a), weights[pair.end - 1] / weight_of(b));
    tokens.push_back(insert(pairs_, pair_key(a, b), kPair * share));
    add_homophones(a, b, tokens.back());
  }
  std::sort(tokens.begin(), tokens.end());
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
  return tokens;
}

void Vocabulary::set_apart(const Grains& question) {
  for (const auto& grain : question.list) {
    asked_[grain.stem] = true;
  }
}

std::vector<TokenId> Vocabulary::known(const Grains& text) const {
  std::vector<TokenId> tokens;
  for (const auto& occurrence : occurrences(text)) {
    if (occurrence.strength == 1.0F) {
      tokens.push_back(occurrence.token);
    }
  }
  std::sort(tokens.begin(), tokens.end());
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
  return tokens;
}

void Vocabulary::find_relatives(const Grains& text, std::size_t at,
                                std::vector<Occurrence>& out) const {
  const auto& grain = text.list[at];
  const auto spelling = text.spelling(grain);
  if (spelling.size() < kShortestRelative || !grain.may_relate ||
      asked_.find(grain.stem) != nullptr) {
    return;
  }
  for (const auto& word : words_) {
    const bool typo = grain.may_slip && spelling.size() >= kShortestTypo &&
                      word.spelling.size() >= kShortestTypo &&
                      within_one_edit(spelling, word.spelling);
    if (typo || share_root(spelling, word.spelling)) {
      out.push_back({{at, at + 1}, word.token, typo ? kTypo : kRelative});
    }
  }
}

std::vector<Occurrence> Vocabulary::occurrences(const Grains& text) const {
  std::vector<Occurrence> found;
  for (std::size_t i = 0; i < text.list.size(); ++i) {
    const auto& grain = text.list[i];
    if (const auto* single = singles_.find(grain.stem)) {
      found.push_back({{i, i + 1}, *single, 1.0F});
    } else if (grain.type == Grain::Type::word) {
      find_relatives(text, i, found);
    }
  }
  const auto singles = found.size();
  for (const auto& pair : pairs_of(text)) {
    const auto& a = text.list[pair.begin];
    const auto& b = text.list[pair.end - 1];
    if (const auto* exact = pairs_.find(pair_key(a, b))) {
      found.push_back({pair, *exact, 1.0F});
      continue;
    }
    const bool sounds = a.pinyin != 0 && b.pinyin != 0;
    const auto* alike = sounds ? homophones_.find(mix(a.pinyin, b.pinyin)) : nullptr;
    for (const auto token : alike == nullptr ? std::span<const TokenId>{} : std::span(*alike)) {
      found.push_back({pair, token, kHomophone});
    }
  }
  const auto by_place = [](const Occurrence& a, const Occurrence& b) {
    return a.range.begin < b.range.begin;
  };
  std::inplace_merge(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(singles),
                     found.end(), by_place);
  return found;
}

}  // namespace pith::grading
