#include "grading/exact/corrections.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/trim.h"
#include "grading/exact/folded_words.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

constexpr std::array<FoldedView, 21> kCorrections = {
    U"no",       U"wait",     U"sorry",    U"i mean", U"rather", U"actually", U"不对",
    U"不是",     U"错了",     U"不",       U"更正",   U"改成",   U"改为",     U"现在改成",
    U"现在改为", U"后来改成", U"后来改为", U"哦",     U"啊",     U"呃",       U"嗯"};

/// A row of corrections, with the marks and blanks among them and behind.
struct Row {
  std::size_t end = 0;
  bool any = false;     ///< Any word.
  bool set_off = true;  ///< A mark or a blank is its last character.
};

Row corrections_from(FoldedView text, std::size_t at) {
  Row row{at};
  while (row.end < text.size()) {
    if (text::is_punctuation_or_space(text[row.end])) {
      ++row.end;
      row.set_off = true;
    } else if (const auto word = one_at(text, row.end, kCorrections)) {
      row = {word->end, true, false};
    } else {
      break;
    }
  }
  return row;
}

}  // namespace

bool takes_back(std::u32string_view between) {
  constexpr std::array<FoldedView, 12> kLeads = {
      U"是",    U"应该是",       U"现在是",    U"现在",       U"应该",   U"it's",
      U"it is", U"it should be", U"should be", U"it must be", U"that's", U"that is"};
  for (std::size_t at = 0; at < between.size();) {
    const auto row = corrections_from(between, at);
    const auto lead = row.any ? one_at(between, row.end, kLeads) : std::nullopt;
    const auto end = between.find_first_not_of(U' ', lead ? lead->end : row.end);
    if (row.any && end == FoldedView::npos) {
      return true;
    }
    at = std::max(at + 1, row.end);
    while (at < between.size() &&
           (between[at] == U' ' || !text::is_punctuation_or_space(between[at]))) {
      ++at;
    }
  }
  return false;
}

std::string_view what_stands(std::string_view answer) {
  const auto folded = text::fold(answer);
  std::size_t begin = 0;
  for (std::size_t at = 0; at < folded.text.size(); ++at) {
    const auto c = folded.text[at];
    if (c == U' ' || !text::is_punctuation_or_space(c)) {
      continue;
    }
    const auto row = corrections_from(folded.text, at);
    if (row.any && row.set_off && row.end < folded.text.size()) {
      begin = row.end;
    }
    at = row.end - 1;
  }
  return begin == 0 ? answer : base::trimmed(answer.substr(folded.begin[begin]));
}

}  // namespace pith::grading
