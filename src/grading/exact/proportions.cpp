#include "grading/exact/proportions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>

#include "grading/exact/folded_words.h"
#include "grading/exact/number_tables.h"
#include "grading/exact/number_tenths.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

/// Two neighbouring numbers of a text, and what stands about them.
struct NumberPair {
  const ReadNumber& first;
  const ReadNumber& second;
  FoldedView before;
  FoldedView between;  ///< Without blanks at its ends.
  FoldedView behind;
};

/// Whether a share can be told of so many: 4, 100, 2000; not of a year.
bool is_whole(const ReadNumber& number) {
  constexpr double kMostCounted = 1000;
  return number.value <= kMostCounted || std::fmod(number.value, kMostCounted) == 0;
}

/// Whether a number counts things.
bool is_count(const ReadNumber& number) {
  return number.value >= 1 && std::floor(number.value) == number.value && !number.is_share();
}

/// Whether nothing but a few words that name or guess stand there: "young adults", "only".
bool names_things(FoldedView words) {
  constexpr std::array<FoldedView, 18> kJoining = {
      U"and", U"or", U"but",  U"not",  U"no",    U"is", U"are",   U"was", U"were",
      U"to",  U"of", U"than", U"plus", U"minus", U"so", U"makes", U"per", U"gives"};
  constexpr std::ptrdiff_t kMostBlanks = 2;
  return std::ranges::all_of(
             words,
             [](char32_t c) { return (c >= U'a' && c <= U'z') || c == U' ' || c == U'-'; }) &&
         std::ranges::count(words, U' ') <= kMostBlanks && !first_of(words, 0, kJoining);
}

/// Whether the time in which it happened follows: "3 points in 10 years".
bool spans_time(FoldedView behind) {
  constexpr std::array<FoldedView, 7> kEnglishTimes = {U" years", U" months",  U" weeks",  U" days",
                                                       U" hours", U" minutes", U" seconds"};
  return one_at(behind, 0, kEnglishTimes) || one_at(behind, 0, kChineseTimes);
}

/// What stands between two numbers without hyphens, and without what guesses the second: "in
/// about".
FoldedView less_hedges(FoldedView between) {
  constexpr std::array<FoldedView, 7> kHedges = {U"about",  U"around", U"roughly",      U"nearly",
                                                 U"almost", U"only",   U"approximately"};
  constexpr FoldedView kEnds = U" -";
  between.remove_prefix(std::min(between.find_first_not_of(kEnds), between.size()));
  between = less_blanks_behind(between, kEnds);
  const auto hedge = one_ending(between, kHedges);
  return hedge ? less_blanks_behind(between.substr(0, hedge->begin)) : between;
}

/// "one in four", "three seeds out of every ten", "3 of 4 cases".
bool is_of(const NumberPair& pair) {
  constexpr std::array<FoldedView, 6> kPlain = {U"/",        U"out-of", U"in",
                                                U"in every", U"out of", U"out of every"};
  constexpr std::array<FoldedView, 12> kOf = {
      U"in",         U"in every", U"in each",  U"out of",  U"out of every", U"out of each",
      U"out of the", U"of",       U"of every", U"of each", U"of the",       U"per"};
  const auto between = less_hedges(pair.between);
  if (std::ranges::find(kPlain, between) != kPlain.end()) {
    constexpr double kYear = 2000;  // "25 in 2000", but "1 in 2000"
    return between != U"in" || pair.second.value != kYear || pair.first.value == 1;
  }
  const auto of = one_ending(between, kOf);
  const auto things = of ? less_blanks_behind(between.substr(0, of->begin)) : FoldedView{};
  const bool within = of && between.substr(of->begin).starts_with(U"in");
  return of && is_count(pair.first) && names_things(things) && !(within && spans_time(pair.behind));
}

/// "of ten seeds, four".
bool has_in_english(const NumberPair& pair) {
  constexpr std::array<FoldedView, 10> kOf = {
      U"of",         U"of every",  U"of the",   U"out of", U"out of every",
      U"out of the", U"for every", U"in every", U"among",  U"from"};
  return one_ending(less_blanks_behind(pair.before), kOf) &&
         names_things(less_blanks_behind(pair.between, U" ,，"));
}

/// What a Chinese count of time begins with where it counts time; empty if it counts things.
FoldedView time_counted(FoldedView behind) {
  const auto time = one_at(behind, 0, kChineseTimes);
  return time ? behind.substr(0, time->end) : FoldedView{};
}

/// 三个人里有一个, 每三个人有一个, 三中有一.
bool has_in_chinese(FoldedView folded, const NumberPair& pair) {
  constexpr std::array<FoldedView, 4> kWithin = {U"里", U"中", U"内", U"之间"};
  constexpr std::array<FoldedView, 17> kOther = {U"分之", U"比", U"到", U"至", U"或",  U"和",
                                                 U"与",   U"加", U"减", U"乘", U"除",  U"不",
                                                 U"没",   U"非", U"是", U"第", U"等于"};
  constexpr FoldedView kCommas = U",， ";
  constexpr std::size_t kLongest = 12;
  constexpr std::size_t kMeasureWord = 2;
  const auto is_told = [&](char32_t c) {
    return text::is_han(c) || kCommas.find(c) != FoldedView::npos;
  };
  const auto time = time_counted(folded.substr(pair.first.end));
  if (pair.between.empty() || pair.between.size() > kLongest ||
      !std::ranges::all_of(pair.between, is_told) || first_of(pair.between, 0, kOther) ||
      pair.behind.starts_with(U"倍") || !pair.behind.starts_with(time)) {
    return false;
  }
  const bool each = pair.before.ends_with(U"每");
  const bool there_is = pair.between.ends_with(U"有");
  return there_is || (each && pair.between.size() <= kMeasureWord) ||
         first_of(pair.between, 0, kWithin).has_value();
}

/// The share that two neighbouring numbers tell.
std::optional<double> share_of(FoldedView folded, const NumberPair& pair) {
  const auto& [first, second, before, between, behind] = pair;
  if (first.is_share() || second.is_share()) {
    return std::nullopt;
  }
  if (first.value < second.value && is_whole(second) && is_of(pair)) {
    return first.value / second.value;
  }
  const bool less =
      second.value < first.value && is_count(second) && is_count(first) && is_whole(first);
  return less && (has_in_english(pair) || has_in_chinese(folded, pair))
             ? std::optional(second.value / first.value)
             : std::nullopt;
}

/// Without what only looks like a number between two: 十个里面一般有四个.
std::vector<ReadNumber> less_words(FoldedView folded, std::vector<ReadNumber> numbers) {
  std::erase_if(numbers, [&](const ReadNumber& one) {
    const auto rest = folded.substr(one.begin);
    return one.vague && one.end == one.begin + 1 && rest.starts_with(U"一") &&
           !rest.starts_with(U"一种") && !folded.substr(0, one.begin).ends_with(U"每");
  });
  return numbers;
}

}  // namespace

std::vector<ReadNumber> with_proportions(FoldedView folded,
                                         const std::vector<ReadNumber>& numbers) {
  const bool all_vague = std::ranges::all_of(numbers, &ReadNumber::vague);
  std::vector<ReadNumber> joined;
  for (auto number : all_vague ? numbers : less_words(folded, numbers)) {
    read_tenths_of_people(folded, number);
    if (!joined.empty()) {
      auto& last = joined.back();
      const auto between = less_blanks(folded.substr(last.end, number.begin - last.end));
      if (const auto share = share_of(folded, {last, number, folded.substr(0, last.begin), between,
                                               folded.substr(number.end)})) {
        last.value = *share;
        last.end = number.end;
        last.ratio = true;
        last.vague = false;
        continue;
      }
    }
    joined.push_back(number);
  }
  return joined;
}

}  // namespace pith::grading
