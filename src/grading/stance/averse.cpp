#include "grading/stance/averse.h"

#include <algorithm>

namespace pith::grading {
namespace {

constexpr std::size_t kAverseReach = 4;  ///< Grains between a word of doing away and its object.
constexpr double kObjectWeight = 0.5;    ///< Of a grain that names something.

const Mark* averse_mark(const Wording& name) {
  const auto mark = std::ranges::find(name.marks, Cue::averse, &Mark::cue);
  return mark != name.marks.end() ? &*mark : nullptr;
}

/// Whether a name does away with something by the word that stands at `word` in the text.
bool abolishes_by(const Wording& name, const Grains& text, const Range& word) {
  return std::ranges::any_of(name.marks, [&](const Mark& mark) {
    return mark.cue == Cue::abolish && same_words(name.grains.in(mark.range), text.in(word));
  });
}

/// Whether something that the name has besides the words at `own` stands near those of the text.
bool has_object_near(const Wording& name, const Range& own, const Grains& text, const Range& word) {
  const Range near{word.begin - std::min(word.begin, kAverseReach),
                   std::min(word.end + kAverseReach, text.list.size())};
  const auto weights = grain_weights(name.grains, name.marks);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const auto stem = name.grains.list[i].stem;
    if (weights[i] >= kObjectWeight && (i < own.begin || i >= own.end) &&
        has_stem(text.in(near), stem)) {
      return true;
    }
  }
  return false;
}

/// Whether a name that denies nothing does away with its object by the verb of the word at `word`:
/// 停药, where 把药停了 is said.
bool abolishes_by_verb(const Wording& name, const Grains& text, const Range& word) {
  constexpr std::u32string_view kDone = U"了掉";
  const auto said = text.in(word);
  if (said.size() < 2 || said.back().type != Grain::Type::han ||
      kDone.find(static_cast<char32_t>(said.back().key)) == kDone.npos ||
      denies(name.marks, name.grains.whole())) {
    return false;
  }
  const auto words = std::span(name.grains.list);
  const auto verb = said.first(said.size() - 1);
  const auto found = find_run(words, verb);
  const auto begin = static_cast<std::size_t>(found - words.begin());
  return found != words.end() && has_object_near(name, {begin, begin + verb.size()}, text, word);
}

/// Whether a name is the words at `word` and no others: `stopped`, in a list of states.
bool is_name(const Wording& name, const Grains& text, const Range& word) {
  return same_words(name.grains.list, text.in(word));
}

/// Whether the text does away, by another word, with what the name does away with: "discards it",
/// "the packet is discarded" for `drops the packet`.
bool abolishes_alike(const Wording& name, const Passage& answer, const Range& word) {
  const auto own = std::ranges::find(name.marks, Cue::abolish, &Mark::cue);
  if (own == name.marks.end()) {
    return false;
  }
  if (answer.has(Cue::pronoun, {word.end, word.end + 1})) {
    return true;
  }
  return has_object_near(name, own->range, answer.text, word);
}

/// Whether a name has several words in a row.
bool has_phrase(const Wording& name, std::span<const Grain> words) {
  return words.size() > 1 && has_run(name.grains.list, words);
}

/// Whether a judgement is what a name says: 太贵了 for `价格太贵`, 太麻烦了 for `流程麻烦`.
bool judges_alike(const Wording& name, const Grains& text, const Mark& mark) {
  static const auto too = stem_of("太");
  static const auto particle = stem_of("了");
  if (mark.cue != Cue::judge) {
    return false;
  }
  const auto said = text.in(mark.range);
  const auto words = said.first(said.size() - (said.back().stem == particle ? 1 : 0));
  return has_phrase(name, words) ||
         (!words.empty() && words.front().stem == too && has_phrase(name, words.subspan(1)));
}

}  // namespace

bool is_averse(const Wording& name) {
  return averse_mark(name) != nullptr;
}

bool has_averse_word(const Wording& name, const Grains& text, const Range& range) {
  const auto* mark = averse_mark(name);
  return mark != nullptr && share_word(name.grains.in(mark->range), text.in(range));
}

bool keeps_away_from(const Wording& wording, const Grains& text, const Range& range) {
  constexpr std::size_t kEnough = 2;  ///< Han characters.
  const auto* mark = averse_mark(wording);
  if (mark == nullptr || has_averse_word(wording, text, range)) {
    return false;
  }
  const auto clause = up_to_breaks(wording.grains, mark->range, Break::part);
  const auto end = std::min(clause.end, mark->range.end + kAverseReach);
  const auto weights = grain_weights(wording.grains, wording.marks);
  std::size_t found = 0;
  for (auto i = mark->range.end; i < end; ++i) {
    const auto& grain = wording.grains.list[i];
    if (weights[i] >= kObjectWeight && has_stem(text.in(range), grain.stem)) {
      found += grain.type == Grain::Type::han ? 1 : kEnough;
    }
  }
  return found >= kEnough;
}

std::vector<Mark> less_own_words(const Heard& heard) {
  const auto& text = heard.text;
  std::vector<Mark> kept(heard.marks.begin(), heard.marks.end());
  std::erase_if(kept, [&](const Mark& mark) {
    return bears_on_polarity(mark.cue) &&
           std::ranges::any_of(heard.targets.list, [&](const Target& target) {
             const auto& name = target.name();
             return has_averse_word(name, text, mark.range) || is_name(name, text, mark.range) ||
                    judges_alike(name, text, mark) ||
                    (mark.cue == Cue::abolish && (abolishes_by(name, text, mark.range) ||
                                                  abolishes_by_verb(name, text, mark.range) ||
                                                  abolishes_alike(name, heard, mark.range)));
           });
  });
  return kept;
}

}  // namespace pith::grading
