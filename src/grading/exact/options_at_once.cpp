#include "grading/exact/options_at_once.h"

#include <algorithm>
#include <array>
#include <string>

#include "grading/exact/answer_frame.h"
#include "grading/exact/folded_words.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

/// Whether a text is one of the words, but for marks around it.
bool is_one_of(std::string_view text, const std::ranges::forward_range auto& words) {
  const auto folded = text::fold(text).text;
  FoldedView said = folded;
  while (!said.empty() && text::is_punctuation_or_space(said.back())) {
    said.remove_suffix(1);
  }
  while (!said.empty() && text::is_punctuation_or_space(said.front())) {
    said.remove_prefix(1);
  }
  return std::ranges::find(words, said) != words.end();
}

bool is_all(std::string_view text) {
  constexpr std::array<FoldedView, 40> kAll = {U"all",
                                               U"all of them",
                                               U"all of these",
                                               U"all of the above",
                                               U"all the above",
                                               U"all options",
                                               U"all of the options",
                                               U"all are",
                                               U"all are right",
                                               U"all are correct",
                                               U"they all are",
                                               U"everything",
                                               U"every one",
                                               U"every one of them",
                                               U"都是",
                                               U"都对",
                                               U"都选",
                                               U"都要",
                                               U"全部",
                                               U"全选",
                                               U"全是",
                                               U"全对",
                                               U"全都是",
                                               U"全都对",
                                               U"全都选",
                                               U"全部都是",
                                               U"全部都对",
                                               U"全部选项",
                                               U"所有选项",
                                               U"以上都是",
                                               U"以上全部",
                                               U"以上皆是",
                                               U"all of those",
                                               U"所有",
                                               U"所有的",
                                               U"以上所有",
                                               U"全部都选",
                                               U"都可以",
                                               U"每个都是",
                                               U"个个都是"};
  return is_one_of(text, kAll);
}

bool is_none(std::string_view text) {
  constexpr std::array<FoldedView, 27> kNone = {U"none",
                                                U"none of them",
                                                U"none of these",
                                                U"none of the above",
                                                U"none of the options",
                                                U"none are",
                                                U"none is",
                                                U"no option",
                                                U"nothing",
                                                U"都不是",
                                                U"都不对",
                                                U"都不选",
                                                U"全不是",
                                                U"全不选",
                                                U"全都不是",
                                                U"没有",
                                                U"一个都不是",
                                                U"一个也不是",
                                                U"一个都没有",
                                                U"一个也没有",
                                                U"以上都不是",
                                                U"以上皆非",
                                                U"none of them are",
                                                U"none of those",
                                                U"没有一个",
                                                U"没有一个是",
                                                U"一个都不选"};
  return is_one_of(text, kNone);
}

}  // namespace

AtOnce options_at_once(std::string_view answer) {
  const auto core = without_frame(answer);
  if (is_none(answer) || is_none(core)) {
    return AtOnce::none;
  }
  return is_all(answer) || is_all(core) ? AtOnce::all : AtOnce::neither;
}

}  // namespace pith::grading
