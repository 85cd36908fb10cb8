#include "grading/exact/part_words.h"

#include <algorithm>
#include <array>

#include "grading/exact/folded_words.h"
#include "grading/exact/number_tables.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

constexpr std::array<ValuedWord, 29> kParts = {
    {{U"third", 3},       {U"quarter", 4},     {U"fourth", 4},      {U"fifth", 5},
     {U"sixth", 6},       {U"seventh", 7},     {U"eighth", 8},      {U"ninth", 9},
     {U"tenth", 10},      {U"eleventh", 11},   {U"twelfth", 12},    {U"thirteenth", 13},
     {U"fourteenth", 14}, {U"fifteenth", 15},  {U"sixteenth", 16},  {U"seventeenth", 17},
     {U"eighteenth", 18}, {U"nineteenth", 19}, {U"twentieth", 20},  {U"thirtieth", 30},
     {U"fortieth", 40},   {U"fiftieth", 50},   {U"sixtieth", 60},   {U"seventieth", 70},
     {U"eightieth", 80},  {U"ninetieth", 90},  {U"hundredth", 100}, {U"thousandth", 1000},
     {U"millionth", 1e6}}};

/// The name of a part that stands at `at`, one or many of them: "third", "thirds".
std::optional<Numeral> part_named_at(FoldedView folded, std::size_t at, bool many) {
  constexpr FoldedView kHalves = U"halves";
  if (many && word_stands_at(folded, at, kHalves)) {
    return Numeral{0.5, kHalves.size()};
  }
  for (const auto& [part, parts] : kParts) {
    const auto length = part.size() + (many ? 1 : 0);
    const auto word = folded.substr(std::min(at, folded.size()), length);
    if (word.starts_with(part) && (!many || word.ends_with(U's')) &&
        word_stands_at(folded, at, word)) {
      return Numeral{1 / parts, length};
    }
  }
  return std::nullopt;
}

/// A whole number of few digits.
std::optional<Numeral> digits_at(FoldedView folded, std::size_t at) {
  constexpr std::size_t kMost = 3;
  Numeral digits;
  for (; digit_at(folded, at + digits.length); ++digits.length) {
    digits.value = digits.value * 10 + static_cast<double>(folded[at + digits.length] - U'0');
  }
  return digits.value > 0 && digits.length <= kMost ? std::optional(digits) : std::nullopt;
}

/// "every third" of them, "every other".
std::optional<Numeral> every_part_at(FoldedView folded, std::size_t at) {
  constexpr FoldedView kEvery = U"every ";
  constexpr std::array<FoldedView, 4> kPlaces = {U"nd", U"rd", U"th", U"st"};
  constexpr std::array<FoldedView, 2> kSecond = {U"every other", U"every second"};
  if (const auto second = one_at(folded, at, kSecond)) {
    return Numeral{0.5, second->end - second->begin};
  }
  const bool every = word_stands_at(folded, at, kEvery);
  if (const auto digits = every ? digits_at(folded, at + kEvery.size()) : std::nullopt) {
    const auto end = at + kEvery.size() + digits->length;
    const auto place = one_at(folded, end, kPlaces);
    return place && digits->value > 1 ? std::optional(Numeral{1 / digits->value, place->end - at})
                                      : std::nullopt;
  }
  const auto part = every ? part_named_at(folded, at + kEvery.size(), false) : std::nullopt;
  return part ? std::optional(Numeral{part->value, kEvery.size() + part->length}) : std::nullopt;
}

/// "a day and a half", "a mile and a quarter".
std::optional<Numeral> one_and_a_half_at(FoldedView folded, std::size_t at) {
  constexpr std::array<FoldedView, 2> kOne = {U"a", U"an"};
  const auto one = one_at(folded, at, kOne);
  const auto word = one ? behind_counted_word(folded, one->end) : std::nullopt;
  const auto part = word ? and_part_at(folded, *word) : std::nullopt;
  return part ? std::optional(Numeral{1 + part->value, *word + part->length - at}) : std::nullopt;
}

/// 半个, but not the 半 of 大半个; the measure word is left to what it counts.
std::optional<Numeral> half_measure_at(FoldedView folded, std::size_t at) {
  constexpr FoldedView kNoHalf = U"大多小过前后上下一";
  const bool half = folded.substr(at).starts_with(U"半") && measure_at(folded, at + 1) &&
                    (at == 0 || kNoHalf.find(folded[at - 1]) == FoldedView::npos);
  return half ? std::optional(Numeral{0.5, 1}) : std::nullopt;
}

/// 一打 and 半打, but not of 一打开.
std::optional<Numeral> chinese_dozen_at(FoldedView folded, std::size_t at) {
  constexpr FoldedView kDozen = U"打";
  const auto behind = at + 1 + kDozen.size();
  const auto one = folded.substr(at, 1);
  const bool dozen = (one == U"一" || one == U"半") && folded.substr(at + 1).starts_with(kDozen) &&
                     (behind == folded.size() || text::is_punctuation_or_space(folded[behind]));
  return dozen ? std::optional(Numeral{one == U"一" ? 12.0 : 6.0, behind - at}) : std::nullopt;
}

/// "a dozen", "half a dozen", 一打.
std::optional<Numeral> dozen_at(FoldedView folded, std::size_t at) {
  constexpr std::array<FoldedView, 3> kHalfDozens = {U"half a dozen", U"half dozen", U"half-dozen"};
  constexpr FoldedView kDozen = U"a dozen";
  if (const auto half = one_at(folded, at, kHalfDozens)) {
    return Numeral{6, half->end - half->begin};
  }
  return word_stands_at(folded, at, kDozen) ? std::optional(Numeral{12, kDozen.size()})
                                            : chinese_dozen_at(folded, at);
}

/// Whether nothing else than the word is said.
bool is_all_said(FoldedView folded, std::size_t at, FoldedView word) {
  const auto is_mark = [](char32_t c) { return text::is_punctuation_or_space(c); };
  return word_stands_at(folded, at, word) && std::ranges::all_of(folded.substr(0, at), is_mark) &&
         std::ranges::all_of(folded.substr(at + word.size()), is_mark);
}

/// half, 一半, 50/50; "quarter" by itself.
std::optional<Numeral> half_or_quarter_at(FoldedView folded, std::size_t at) {
  constexpr std::array<FoldedView, 5> kHalves = {U"one half", U"a half", U"half", U"一半", U"半数"};
  constexpr std::array<FoldedView, 6> kEven = {U"fifty-fifty", U"fifty fifty", U"50/50",
                                               U"50-50",       U"50:50",       U"五五开"};
  constexpr FoldedView kQuarter = U"quarter";
  if (const auto even = one_at(folded, at, kEven); even && !digit_at(folded, even->end)) {
    return Numeral{0.5, even->end - even->begin};
  }
  if (const auto half = one_at(folded, at, kHalves)) {
    return Numeral{0.5, half->end - half->begin};
  }
  return is_all_said(folded, at, kQuarter) ? std::optional(Numeral{0.25, kQuarter.size()})
                                           : std::nullopt;
}

/// "a", `3`, "three"; not "zero".
std::optional<Numeral> few_at(FoldedView folded, std::size_t at) {
  constexpr std::array<FoldedView, 2> kOne = {U"a", U"an"};
  if (const auto one = one_at(folded, at, kOne)) {
    return Numeral{1, one->end - at};
  }
  if (const auto digits = digits_at(folded, at)) {
    return digits;
  }
  const auto word = below_twenty_at(folded, at);
  return word && word->value > 0 ? word : std::nullopt;
}

}  // namespace

std::optional<Numeral> parts_in_words_at(std::u32string_view folded, std::size_t at) {
  const auto count = few_at(folded, at);
  const auto end = at + (count ? count->length : 0);
  const bool joined = count && end < folded.size() && (folded[end] == U' ' || folded[end] == U'-');
  const auto part = joined ? part_named_at(folded, end + 1, count->value > 1) : std::nullopt;
  return part ? std::optional(Numeral{count->value * part->value, end + 1 + part->length - at})
              : std::nullopt;
}

std::optional<Numeral> part_or_dozen_at(std::u32string_view folded, std::size_t at) {
  constexpr std::array kReaders = {dozen_at,          one_and_a_half_at, half_or_quarter_at,
                                   parts_in_words_at, every_part_at,     half_measure_at};
  for (const auto& read : kReaders) {
    if (const auto number = read(folded, at)) {
      return number;
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> behind_and_a_half(std::u32string_view folded, std::size_t at) {
  constexpr std::array<FoldedView, 3> kAndHalf = {U" and a half", U" and one half", U" and half"};
  constexpr std::array<FoldedView, 10> kOthers = {U" of",  U" the", U" a",    U" an",    U" is",
                                                  U" are", U" was", U" were", U" their", U" my"};
  constexpr FoldedView kJoined = U"-and-a-half";
  if (word_stands_at(folded, at, kJoined)) {
    return at + kJoined.size();
  }
  const auto half = one_at(folded, at, kAndHalf);
  const bool short_of_one = half && half->end == at + kAndHalf.back().size();
  return half && (half->end == folded.size() || folded[half->end] != U'-') &&
                 !(short_of_one && one_at(folded, half->end, kOthers))  // "and half the others"
             ? std::optional(half->end)
             : std::nullopt;
}

std::optional<Numeral> and_part_at(std::u32string_view folded, std::size_t at) {
  constexpr std::array<ValuedWord, 2> kQuarters = {
      {{U" and a quarter", 0.25}, {U" and three quarters", 0.75}}};
  if (const auto half = behind_and_a_half(folded, at)) {
    return Numeral{0.5, *half - at};
  }
  for (const auto& [words, value] : kQuarters) {
    const auto end = at + words.size();
    if (word_stands_at(folded, at, words) &&
        (end == folded.size() || (folded[end] != U' ' && folded[end] != U'-'))) {
      return Numeral{value, words.size()};
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> behind_counted_word(std::u32string_view folded, std::size_t at) {
  constexpr std::array<FoldedView, 26> kJoining = {
      U"and", U"or",  U"but",  U"not",  U"is",   U"are",   U"was",  U"were",   U"to",
      U"of",  U"in",  U"than", U"then", U"so",   U"times", U"plus", U"minus",  U"lot",
      U"few", U"bit", U"half", U"it",   U"they", U"he",    U"she",  U"hundred"};
  const auto begin = at + 1;
  auto end = begin;
  while (latin_at(folded, end)) {
    ++end;
  }
  const bool word = at < folded.size() && folded[at] == U' ' && end > begin;
  const bool joins = one_at(folded, begin, kJoining) || valued_at(folded, begin, kScales);
  return word && !joins ? std::optional(end) : std::nullopt;
}

std::optional<Span> measure_at(std::u32string_view folded, std::size_t at) {
  constexpr std::array<FoldedView, 36> kThings = {
      U"个", U"月", U"倍", U"斤", U"米", U"点", U"吨", U"升", U"里", U"块",   U"岁",   U"公里",
      U"杯", U"打", U"瓶", U"碗", U"盒", U"箱", U"袋", U"桶", U"勺", U"片",   U"圈",   U"层",
      U"克", U"页", U"节", U"集", U"亩", U"尺", U"寸", U"步", U"站", U"公斤", U"千克", U"英里"};
  return one_at(folded, at, joined(kThings, kChineseTimes));
}

}  // namespace pith::grading
