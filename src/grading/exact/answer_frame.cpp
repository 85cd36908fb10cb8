#include "grading/exact/answer_frame.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/trim.h"
#include "grading/exact/folded_words.h"
#include "grading/words/tables.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

/// data/frames.tsv
struct FrameWords {
  std::vector<std::u32string> before;  ///< May stand before an answer and only presents it.
  std::vector<std::u32string> behind;  ///< The same, behind it.
  std::vector<std::u32string> reason;  ///< Begins a reason.

  static const FrameWords& general() {
    static const FrameWords words(data_table("frames"));
    return words;
  }

 private:
  explicit FrameWords(std::string_view table) {
    for (const auto& [kind, words] : text_rows(table)) {
      auto& list = kind == "before" ? before : kind == "behind" ? behind : reason;
      list.push_back(text::fold(words).text);
    }
  }
};

constexpr FoldedView kMarks = U" \t\r\n.,:;!?。，、：；！？…";
constexpr FoldedView kOpening = U"([（「『【\"“";
constexpr FoldedView kClosing = U")]）」』】\"”";

FoldedView without_marks(FoldedView text) {
  text.remove_suffix(text.size() - (text.find_last_not_of(kMarks) + 1));
  text.remove_prefix(std::min(text.find_first_not_of(kMarks), text.size()));
  return text;
}

/// Without what is put in brackets behind it, or without those around the whole.
FoldedView without_brackets(FoldedView text) {
  if (text.empty() || kClosing.find(text.back()) == FoldedView::npos) {
    return text;
  }
  const auto opening = text.find_last_of(kOpening);
  if (opening == FoldedView::npos || opening + 1 == text.size()) {
    return text;
  }
  return opening == 0 ? text.substr(1, text.size() - 2) : text.substr(0, opening);
}

/// One word, bracket or row of marks less, if there is one; what is left is never empty.
FoldedView peeled(FoldedView text) {
  const auto& words = FrameWords::general();
  auto rest = without_marks(text);
  if (const auto before = one_at(rest, 0, words.before); before && before->end < rest.size()) {
    rest.remove_prefix(before->end);
  } else if (const auto behind = one_ending(rest, words.behind); behind && behind->begin > 0) {
    rest = rest.substr(0, behind->begin);
  } else {
    rest = without_brackets(rest);
  }
  return without_marks(rest).empty() ? text : rest;
}

}  // namespace

std::string_view without_frame(std::string_view text) {
  const auto folded = text::fold(text);
  FoldedView rest = folded.text;
  for (auto less = peeled(rest); less.size() < rest.size(); less = peeled(rest)) {
    rest = less;
  }
  if (rest.empty()) {
    return text;
  }
  const auto begin = static_cast<std::size_t>(rest.data() - folded.text.data());
  const auto from = folded.begin[begin];
  return base::trimmed(text.substr(from, folded.end[begin + rest.size() - 1] - from));
}

std::string_view without_reason(std::string_view text) {
  const auto folded = text::fold(text);
  const auto reason = first_of(folded.text, 0, FrameWords::general().reason);
  return reason ? base::trimmed(text.substr(0, folded.begin[reason->begin])) : text;
}

}  // namespace pith::grading
