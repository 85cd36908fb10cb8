#include "grading/exact/asked_numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <iterator>

#include "grading/exact/folded_words.h"
#include "grading/exact/number_marks.h"
#include "grading/exact/number_tables.h"
#include "grading/exact/units.h"
#include "grading/words/numerals.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

constexpr std::array<FoldedView, 8> kHowMany = {U"多少个", U"多少",   U"几",        U"单位:",
                                                U"单位是", U"单位为", U"how many ", U"in "};

/// What a question for so many parts of a whole says beside their signs.
constexpr std::array<ValuedWord, 6> kPartsAsked = {{{U"百分", 100},
                                                    {U"千分", 1000},
                                                    {U"几成", 10},
                                                    {U"多少成", 10},
                                                    {U"几折", 10},
                                                    {U"多少折", 10}}};

/// Whether a unit of the question follows that it does not ask for: 1个标准大气压.
bool counts_what_is_named(FoldedView behind, FoldedView question) {
  constexpr std::size_t kShortestName = 3;
  behind.remove_prefix(behind.starts_with(U"个") ? 1 : 0);
  const auto name = behind.substr(0, kShortestName);
  const auto place = question.find(name);
  return name.size() == kShortestName && std::ranges::all_of(name, text::is_han) &&
         place != FoldedView::npos && !one_ending(question.substr(0, place), kHowMany);
}

/// What multiplies the number that the question asks for at `at`: 万, "million", "millions".
std::optional<ValuedWord> multiplier_at(FoldedView question, std::size_t at) {
  constexpr std::array<ValuedWord, 5> kChinese = {
      {{U"十", 1e1}, {U"百", 1e2}, {U"千", 1e3}, {U"万", 1e4}, {U"亿", 1e8}}};
  if (unit_prefix_at(question, at) > 0) {
    return std::nullopt;
  }
  if (const auto one = valued_at(question, at, joined(kChinese, kScales))) {
    return one;
  }
  const auto* const many = std::ranges::find_if(kScales, [&](const ValuedWord& one) {
    const auto word = question.substr(at, one.first.size() + 1);
    return word.starts_with(one.first) && word.ends_with(U's') &&
           word_stands_at(question, at, word);
  });
  return many == kScales.end() ? std::nullopt : std::optional(*many);
}

}  // namespace

AskedNumbers::AskedNumbers(std::string_view question)
    : question_(fold_with_marks(question).text), numbers_(numbers_in(question_)) {
  for (auto by = first_of(question_, 0, kHowMany); by;
       by = first_of(question_, by->end, kHowMany)) {
    std::ranges::copy(unit_at(question_, by->end).units, std::back_inserter(units_));
    if (question_[by->end - 1] == U'个') {  // 多少个月
      std::ranges::copy(unit_at(question_, by->end - 1).units, std::back_inserter(units_));
    }
  }
  for (auto by = first_of(question_, 0, kHowMany); by && multiplier_.empty();
       by = first_of(question_, by->end, kHowMany)) {
    auto at = by->end;
    for (auto next = multiplier_at(question_, at); next; next = multiplier_at(question_, at)) {
      multiplier_ = next->first;
      factor_ *= next->second;
      at += next->first.size();
    }
  }
}

bool AskedNumbers::gives(std::u32string_view folded, const ReadNumber& number) const {
  const bool named = std::ranges::any_of(numbers_, [&](const ReadNumber& one) {
    return one.value == number.value || one.parts() == number.parts();
  });
  return named || (number.value == 1 && counts_what_is_named(folded.substr(number.end), question_));
}

bool AskedNumbers::spells(std::u32string_view folded, const ReadNumber& number) const {
  return number.based &&
         question_.find(folded.substr(number.begin, number.end - number.begin)) != question_.npos;
}

std::optional<std::size_t> AskedNumbers::other_unit(std::u32string_view folded,
                                                    const ReadNumber& number) const {
  const auto said = unit_at(folded, number.end);
  const bool other = !units_.empty() && !said.units.empty() &&
                     std::ranges::find_first_of(said.units, units_) == said.units.end();
  return other ? std::optional(said.end) : std::nullopt;
}

std::optional<double> AskedNumbers::whole() const {
  const auto is_given = [&](std::size_t place) {  // 99% is no question for a percentage
    return std::ranges::any_of(numbers_, [&](const ReadNumber& one) {
      return one.in_parts() && one.begin <= place && place < one.end;
    });
  };
  constexpr auto kNames = joined(kPartSigns, kPartsAsked);
  const auto* const asked = std::ranges::find_if(kNames, [&](const ValuedWord& one) {
    auto place = question_.find(one.first);
    while (place != question_.npos && is_given(place)) {
      place = question_.find(one.first, place + 1);
    }
    return place != question_.npos;
  });
  return asked == kNames.end() ? std::nullopt : std::optional(asked->second);
}

bool AskedNumbers::takes_parts(const ReadNumber& number, double wanted) const {
  const auto asked = whole();
  return number.in_parts() &&
         (asked ? *asked == number.whole : !number.ratio && std::abs(wanted) >= 1);
}

std::optional<double> AskedNumbers::parts_counted(std::u32string_view spelled) const {
  constexpr std::array<FoldedView, 4> kParts = {U"quarters", U"halves", U"thirds", U"fifths"};
  const auto part = one_ending(spelled, kParts);
  const auto name = part ? spelled.substr(part->begin) : FoldedView{};
  const auto counts = part && first_of(question_, 0, std::array{name})
                          ? numbers_in(spelled.substr(0, part->begin))
                          : std::vector<ReadNumber>{};
  return counts.empty() ? std::nullopt : std::optional(counts.front().value);
}

double AskedNumbers::counted(std::u32string_view folded, const ReadNumber& number) const {
  if (const auto asked = whole(); asked && number.is_share()) {
    return number.value * *asked;
  }
  const auto spelled = folded.substr(number.begin, number.end - number.begin);
  if (const auto parts = parts_counted(spelled)) {
    return *parts;
  }
  return !multiplier_.empty() && spelled.find(multiplier_) != FoldedView::npos
             ? number.value / factor_
             : number.value;
}

}  // namespace pith::grading
