#include "grading/exact/calculations.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <ranges>

#include "grading/exact/exact_denial.h"
#include "grading/exact/folded_words.h"
#include "grading/exact/pieces.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

/// Behind the blanks at `at`, and behind one word that the number before may count.
std::size_t behind_unit(FoldedView text, std::size_t at, std::size_t unit) {
  const auto begin = std::min(text.find_first_not_of(U' ', at), text.size());
  return std::min(text.find_first_not_of(U' ', begin + unit), text.size());
}

/// The place of one of the words behind a number's end, with at most one word between.
std::optional<Span> word_behind(FoldedView text, std::size_t end,
                                const std::ranges::forward_range auto& words) {
  constexpr std::size_t kLongestUnit = 12;
  const auto begin = std::min(text.find_first_not_of(U' ', end), text.size());
  for (std::size_t unit = 0; unit <= kLongestUnit && begin + unit <= text.size(); ++unit) {
    if (unit > 0 && (text::is_punctuation_or_space(text[begin + unit - 1]) ||
                     digit_at(text, begin + unit - 1))) {
      break;
    }
    if (const auto word = one_at(text, behind_unit(text, end, unit), words)) {
      return word;
    }
  }
  return std::nullopt;
}

/// Whether a clause ends there; not by a dot, which may shorten: "1 min. = 60 s".
bool ends_clause(FoldedView text) {
  return std::ranges::any_of(
      text, [](char32_t c) { return c != U'.' && kClauseEnds.find(c) != FoldedView::npos; });
}

}  // namespace

bool equates(std::u32string_view between) {
  constexpr std::array<std::u32string_view, 6> kSame = {U"=",    U"≈",    U"也就是",
                                                        U"等于", U"约为", U"i.e."};
  const auto same = first_of(between, 0, kSame);
  if (!same || denial_before(between) || ends_clause(between.substr(same->end))) {
    return false;
  }
  const auto sign = between[same->begin];  // may begin a clause: 0度，也就是32华氏度
  const bool goes_on = sign == U'也' || sign == U'i';
  return goes_on || !ends_clause(between.substr(0, same->begin));
}

bool results_in(std::u32string_view between) {
  constexpr std::array<FoldedView, 13> kIs = {
      U"is", U"are",  U"gives", U"makes", U"equals", U"is about", U"is roughly",
      U"是", U"就是", U"得",    U"得到",  U"约是",   U"大约是"};
  const auto is = word_behind(between, 0, kIs);
  return is && between.find_first_not_of(U' ', is->end) == FoldedView::npos;
}

bool calculates(std::u32string_view folded, const ReadNumber& first, const ReadNumber& second) {
  constexpr std::array<std::u32string_view, 19> kSigns = {
      U"*",    U"×",  U"x",  U"·",    U"+", U"÷", U"/", U"times", U"plus", U"minus",
      U"乘以", U"乘", U"加", U"除以", U"-", U"−", U"–", U"减去",  U"减"};
  const auto sign = word_behind(folded.substr(0, second.end), first.end, kSigns);
  return sign && folded.find_first_not_of(U' ', sign->end) >= second.begin;
}

}  // namespace pith::grading
