#include "grading/exact/option_exceptions.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/trim.h"
#include "grading/exact/folded_words.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

constexpr std::array<FoldedView, 11> kExcept = {
    U"but not", U"except", U"except for", U"excluding", U"without", U"apart from",
    U"不包括",  U"不包含", U"不含",       U"排除",      U"除了"};

/// Without blanks and marks at the end.
FoldedView ended(FoldedView text) {
  while (!text.empty() && text::is_punctuation_or_space(text.back()) && text.back() != U')') {
    text.remove_suffix(1);
  }
  return text;
}

/// Where the next character stands that is neither blank nor mark.
std::size_t next_word(FoldedView text, std::size_t at) {
  constexpr FoldedView kBlanksAndMarks = U" ,，:：;；";
  return std::min(text.find_first_not_of(kBlanksAndMarks, at), text.size());
}

/// 除了A(以外其他都是): the text without what says that all others count, if it says so.
std::optional<FoldedView> without_all_others(FoldedView text) {
  constexpr std::array<FoldedView, 16> kAllOthers = {
      U"都", U"都是", U"都对", U"都选", U"都要", U"都可以", U"都算", U"都属于",
      U"全", U"全是", U"全对", U"全选", U"其他", U"其它",   U"其余", U"剩下的"};
  constexpr std::array<FoldedView, 6> kOutside = {U"以外", U"之外", U"外", U"我", U"的", U"选项"};
  bool all = false;
  for (text = ended(text);; text = ended(text)) {
    const auto others = one_ending(text, kAllOthers);
    const auto word = others ? others : one_ending(text, kOutside);
    if (!word) {
      return all ? std::optional(text) : std::nullopt;
    }
    all = all || others;
    text = text.substr(0, word->begin);
  }
}

}  // namespace

std::optional<DeniedText> exclusion_in(std::string_view piece) {
  constexpr std::array<FoldedView, 1> kUnwanted = {U"不要"};
  constexpr auto kExclusions = joined(kExcept, kUnwanted);
  const auto folded = text::fold(piece);
  const auto word = first_of(folded.text, 0, kExclusions);
  if (!word || word->end == folded.text.size()) {
    return std::nullopt;
  }
  const auto begin = folded.begin[word->begin];
  const auto end = folded.end[word->end - 1];
  return DeniedText{base::trimmed(piece.substr(0, begin)),
                    piece.substr(begin, end - begin),
                    base::trimmed(piece.substr(end)),
                    {}};
}

std::optional<std::string_view> exceptions_in(std::string_view answer) {
  constexpr std::array<FoldedView, 20> kAll = {U"all",           U"all of them",
                                               U"all of these",  U"all of the above",
                                               U"all options",   U"everything",
                                               U"any",           U"every one",
                                               U"all are right", U"全选",
                                               U"都选",          U"全部",
                                               U"都是",          U"都对",
                                               U"所有",          U"全都是",
                                               U"其他都选",      U"everything else",
                                               U"all others",    U"all the others"};
  constexpr std::array<FoldedView, 7> kMore = {U"but",  U"excepting", U"besides", U"other than",
                                               U"save", U"除去",      U"除"};
  constexpr auto kBut = joined(kExcept, kMore);
  const auto folded = text::fold(answer);
  const FoldedView text = folded.text;
  const auto start = next_word(text, 0);
  const auto all = one_at(text, start, kAll);
  const auto but = one_at(text, all ? next_word(text, all->end) : start, kBut);
  if (!but) {
    return std::nullopt;
  }
  const auto others = without_all_others(text);
  if (!all && !others) {
    return std::nullopt;
  }
  const auto end = others ? others->size() : ended(text).size();
  const auto begin = next_word(text, but->end);
  if (begin >= end) {
    return std::nullopt;
  }
  const auto from = folded.begin[begin];
  return base::trimmed(answer.substr(from, folded.end[end - 1] - from));
}

}  // namespace pith::grading
