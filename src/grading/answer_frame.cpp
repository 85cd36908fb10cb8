#include "grading/answer_frame.h"

#include <array>

#include "grading/folded_words.h"
#include "text/normalise.h"
#include "text/trim.h"

namespace pith::grading {
namespace {

using Folded = std::u32string_view;

// The longer ones first.
constexpr std::array<Folded, 93> kBefore = {U"the right answer is",
                                            U"the answer is",
                                            U"i would go with",
                                            U"i'd go with",
                                            U"i’d go with",
                                            U"the answer",
                                            U"i would say",
                                            U"i believe",
                                            U"it must be",
                                            U"it should be",
                                            U"i choose",
                                            U"i think",
                                            U"i guess",
                                            U"i'd say",
                                            U"i’d say",
                                            U"i pick",
                                            U"definitely",
                                            U"of course",
                                            U"probably",
                                            U"perhaps",
                                            U"options",
                                            U"option",
                                            U"choice",
                                            U"answer",
                                            U"surely",
                                            U"must be",
                                            U"that's",
                                            U"that’s",
                                            U"they're",
                                            U"they’re",
                                            U"it's",
                                            U"it’s",
                                            U"maybe",
                                            U"that is",
                                            U"this is",
                                            U"it is",
                                            U"they are",
                                            U"both",
                                            U"that",
                                            U"well",
                                            U"are",
                                            U"hmm",
                                            U"um",
                                            U"uh",
                                            U"is",
                                            U"我选择",
                                            U"我觉得",
                                            U"我认为",
                                            U"我选",
                                            U"我想",
                                            U"我猜",
                                            U"应该是",
                                            U"应该",
                                            U"大概是",
                                            U"大概",
                                            U"可能是",
                                            U"可能",
                                            U"好像是",
                                            U"好像",
                                            U"也许是",
                                            U"也许",
                                            U"估计是",
                                            U"估计",
                                            U"当然是",
                                            U"当然",
                                            U"那就是",
                                            U"就是",
                                            U"正确答案是",
                                            U"正确答案",
                                            U"答案是",
                                            U"答案",
                                            U"选择",
                                            U"选项",
                                            U"选",
                                            U"是",
                                            U"也就是说",
                                            U"也就是",
                                            U"又名",
                                            U"也叫",
                                            U"又叫",
                                            U"或者说",
                                            U"namely",
                                            U"also known as",
                                            U"aka",
                                            U"i.e",
                                            U"known as",
                                            U"called",
                                            U"叫做",
                                            U"叫",
                                            U"称为",
                                            U"嗯",
                                            U"呃",
                                            U"那个"};
constexpr std::array<Folded, 20> kBehind = {
    U"i think", U"i believe", U"i guess", U"probably", U"maybe", U"for sure", U"right",
    U"对吧",    U"是吧",      U"先生",    U"女士",     U"市",    U"省",       U"的",
    U"选项",    U"吧",        U"呢",      U"啊",       U"吗",    U"项"};
constexpr std::array<Folded, 5> kReasons = {U"because", U"因为", U", which", U", who", U", where"};
constexpr Folded kMarks = U" \t\r\n.,:;!?。，、：；！？…";
constexpr Folded kOpening = U"([（「『【\"“";
constexpr Folded kClosing = U")]）」』】\"”";

Folded without_marks(Folded text) {
  text.remove_suffix(text.size() - (text.find_last_not_of(kMarks) + 1));
  text.remove_prefix(std::min(text.find_first_not_of(kMarks), text.size()));
  return text;
}

/// Without what is put in brackets behind it, or without those around the whole.
Folded without_brackets(Folded text) {
  if (text.empty() || kClosing.find(text.back()) == Folded::npos) {
    return text;
  }
  const auto opening = text.find_last_of(kOpening);
  if (opening == Folded::npos || opening + 1 == text.size()) {
    return text;
  }
  return opening == 0 ? text.substr(1, text.size() - 2) : text.substr(0, opening);
}

/// One word, bracket or row of marks less, if there is one; what is left is never empty.
Folded peeled(Folded text) {
  auto rest = without_marks(text);
  if (const auto before = one_at(rest, 0, kBefore); before && before->end < rest.size()) {
    rest.remove_prefix(before->end);
  } else if (const auto behind = one_ending(rest, kBehind); behind && behind->begin > 0) {
    rest = rest.substr(0, behind->begin);
  } else {
    rest = without_brackets(rest);
  }
  return without_marks(rest).empty() ? text : rest;
}

}  // namespace

std::string_view without_frame(std::string_view text) {
  const auto folded = text::fold(text);
  Folded rest = folded.text;
  for (auto less = peeled(rest); less.size() < rest.size(); less = peeled(rest)) {
    rest = less;
  }
  if (rest.empty()) {
    return text;
  }
  const auto begin = static_cast<std::size_t>(rest.data() - folded.text.data());
  const auto from = folded.begin[begin];
  return text::trimmed(text.substr(from, folded.end[begin + rest.size() - 1] - from));
}

std::string_view without_reason(std::string_view text) {
  const auto folded = text::fold(text);
  const auto reason = first_of(folded.text, 0, kReasons);
  return reason ? text::trimmed(text.substr(0, folded.begin[reason->begin])) : text;
}

}  // namespace pith::grading
