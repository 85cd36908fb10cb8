#include "grading/stance/opposites.h"

#include <algorithm>

#include "base/fnv.h"
#include "grading/stance/denying_characters.h"
#include "grading/stance/joints.h"
#include "grading/stance/limits.h"
#include "grading/words/antonyms.h"

namespace pith::grading {
namespace {

/// Adjectives with their opposites, the one that says more in front.
constexpr std::u32string_view kPairs =
    U"多少高低大小快慢强弱长短远近深浅厚薄粗细宽窄重轻热冷早晚硬软紧松好坏";

/// "A" and "one" are hardly ever meant as numbers.
bool is_one(const Grain& grain) {
  static const auto one = grains_of("1").list.front().key;
  return grain.key == one;
}

bool is_ordinal(const Grains& text, std::size_t number) {
  static const auto ordinal = grains_of("第").list.front().key;
  return number > 0 && text.list[number - 1].key == ordinal;
}

/// Whether the number at a place is the end of a range: 三到六个月, "three to six months".
bool ends_range(const Grains& text, std::size_t number) {
  static const auto to = stem_of("to");
  static const auto until = grains_of("到").list.front().key;
  static const auto up_to = grains_of("至").list.front().key;
  const auto is_number = [&](std::size_t at) { return text.list[at].type == Grain::Type::number; };
  const auto joins = [&](const Grain& grain) {
    return grain.stem == to || grain.key == until || grain.key == up_to;
  };
  return (number >= 1 && is_number(number - 1)) ||
         (number >= 2 && is_number(number - 2) && joins(text.list[number - 1]));
}

/// Numbers with what they count, those apart that end a range.
std::vector<Opposable> numbers_in(const Grains& text) {
  std::vector<Opposable> numbers;
  for (std::size_t i = 0; i + 1 < text.list.size(); ++i) {
    const auto& number = text.list[i];
    const auto& unit = text.list[i + 1];
    const bool counts = unit.before < Break::part &&
                        (unit.type == Grain::Type::han || unit.type == Grain::Type::word);
    if (number.type == Grain::Type::number && !is_one(number) && counts && !is_ordinal(text, i) &&
        !ends_range(text, i)) {
      numbers.push_back({{i, i + 1}, number.key, unit.stem});
    }
  }
  return numbers;
}

bool ends_clause(const Grains& text, std::size_t at) {
  constexpr std::u32string_view kParticles = U"的了些啊吧呀呢嘛";
  return at + 1 == text.list.size() || text.list[at + 1].before >= Break::part ||
         kParticles.find(han_at(text, at + 1)) != kParticles.npos;
}

/// The place of the character that an adjective says something of, past what lies between (很, 不);
/// none where it begins its clause, or compares (越多).
std::optional<std::size_t> subject_of(const Grains& text, std::size_t adjective) {
  constexpr std::u32string_view kBetween = U"很更较太挺最极非常也就都则要该应须会变得比还不没";
  constexpr std::size_t kMostBetween = 4;
  for (std::size_t n = 0; n <= kMostBetween && n < adjective; ++n) {
    const auto at = adjective - n - 1;
    const auto c = han_at(text, at);
    if (text.list[at + 1].before != Break::none || c == U'\0' || c == U'越') {
      return std::nullopt;
    }
    if (kBetween.find(c) == kBetween.npos) {
      return at;
    }
  }
  return std::nullopt;
}

/// Whether a place is behind 比: 薄 of 杉木板比松木板薄 tells of the fir.
bool is_weighed(const Grains& text, std::size_t place) {
  const auto clause = up_to_breaks(text, {place, place + 1}, Break::part);
  for (auto at = clause.begin; at < place; ++at) {
    if (weighs_at(text, clause, at)) {
      return true;
    }
  }
  return false;
}

std::vector<Opposable> adjectives_in(const Grains& text) {
  std::vector<Opposable> found;
  for (std::size_t i = 1; i < text.list.size(); ++i) {
    const auto adjective = han_at(text, i);
    const auto opposite = opposite_adjective(adjective);
    const auto subject = opposite && ends_clause(text, i) ? subject_of(text, i) : std::nullopt;
    if (subject && han_at(text, *subject) != *opposite &&  // 大小, 快慢 are nouns
        !is_weighed(text, *subject)) {
      const bool goes_on = *subject > 0 && text.list[*subject].before == Break::none;
      const auto from = *subject - (goes_on ? 1 : 0);
      const auto said = [&](char32_t word) {
        return spelling_key(std::u32string{han_at(text, from), han_at(text, *subject), word});
      };
      const auto before = han_at(text, i - 1);
      const bool denied = before == U'不' || before == U'没';
      found.push_back({{i, i + 1}, said(adjective), std::nullopt, said(*opposite), denied});
    }
  }
  return found;
}

/// 高流量 and 低流量: an adjective before the two characters that it tells of, unless something
/// before it denies (不能一上来就用大剂量).
std::vector<Opposable> attributes_in(const Grains& text) {
  std::vector<Opposable> found;
  for (std::size_t i = 0; i + 2 < text.list.size(); ++i) {
    const auto opposite = opposite_adjective(han_at(text, i));
    const auto first = han_at(text, i + 1);
    const auto second = han_at(text, i + 2);
    if (!opposite || first == U'\0' || second == U'\0' || first == *opposite ||
        text.list[i + 1].before != Break::none || text.list[i + 2].before != Break::none ||
        denying_before(text, i)) {
      continue;
    }
    const auto said = [&](char32_t word) {
      return spelling_key(std::u32string{U'+', word, first, second});
    };
    found.push_back({{i, i + 3}, said(han_at(text, i)), std::nullopt, said(*opposite)});
  }
  return found;
}

/// Numbers that something is at most or at least: 不超过两升 is the opposite of 超过两升.
std::vector<Opposable> bounded_in(const Grains& text) {
  std::vector<Opposable> found;
  for (const auto& limit : limits_in(text)) {
    if (limit.number + 1 >= text.list.size()) {
      continue;
    }
    const auto& number = text.list[limit.number];
    const bool general = han_at(text, limit.number + 1) == U'个';  // 一个小时, 一个人
    const auto unit = limit.number + (general && limit.number + 2 < text.list.size() ? 2U : 1U);
    const auto said = [&](char32_t bound) {
      return base::fnv_step(base::fnv_step(base::fnv_step(base::kFnvBasis, bound), number.key),
                            text.list[unit].stem);
    };
    const auto most = said(U'<');
    const auto least = said(U'>');
    found.push_back({limit.range, limit.is_most ? most : least, std::nullopt,
                     limit.is_most ? least : most, false, true});
  }
  return found;
}

}  // namespace

std::optional<char32_t> opposite_adjective(char32_t adjective) {
  const auto at = kPairs.find(adjective);
  return at == kPairs.npos ? std::nullopt : std::optional(kPairs[at ^ 1U]);
}

bool says_more(char32_t adjective) {
  const auto at = kPairs.find(adjective);
  return at != kPairs.npos && at % 2 == 0;
}

std::vector<Opposable> opposables_in(const Grains& text) {
  std::vector<Opposable> found;
  for (const auto& word : Antonyms::general().words_in(text)) {
    found.push_back({word.range, word.word, std::nullopt});
  }
  std::ranges::copy(numbers_in(text), std::back_inserter(found));
  std::ranges::copy(adjectives_in(text), std::back_inserter(found));
  std::ranges::copy(bounded_in(text), std::back_inserter(found));
  std::ranges::copy(attributes_in(text), std::back_inserter(found));
  return found;
}

bool are_opposite(const Opposable& word, const Opposable& other) {
  if (is_number(word) || is_number(other)) {
    return word.unit == other.unit && word.word != other.word;
  }
  if (word.opposite || other.opposite) {
    return word.opposite == other.word;
  }
  return Antonyms::general().opposite(static_cast<std::size_t>(word.word),
                                      static_cast<std::size_t>(other.word));
}

}  // namespace pith::grading
