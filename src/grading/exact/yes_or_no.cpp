#include "grading/exact/yes_or_no.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/trim.h"
#include "grading/exact/answer_frame.h"
#include "grading/exact/corrections.h"
#include "grading/exact/folded_words.h"
#include "grading/exact/left_open.h"
#include "grading/exact/pieces.h"
#include "grading/exact/restated.h"
#include "grading/words/grains.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

constexpr std::size_t kLongestYesNo = 1000;  ///< Bytes of an answer that may be a yes or a no.

// What a deck may have for yes and no: "right" is a side as well.
constexpr std::array<FoldedView, 11> kYes = {U"yes", U"true", U"是",   U"是的", U"对", U"对的",
                                             U"能",  U"可以", U"正确", U"会",   U"有"};
constexpr std::array<FoldedView, 13> kNo = {U"no",   U"false", U"否",   U"不是",   U"不对",
                                            U"不能", U"不",    U"不会", U"不可以", U"错",
                                            U"错误", U"没有",  U"错的"};
// What people say besides.
constexpr std::array<FoldedView, 20> kYesSaid = {
    U"yeah",   U"yep",  U"yup",   U"sure",    U"correct", U"aye",       U"of course",
    U"indeed", U"没错", U"当然",  U"行",      U"right",   U"that's so", U"y",
    U"嗯",     U"嗯嗯", U"it is", U"it does", U"they do", U"they are"};
constexpr std::array<FoldedView, 16> kNoSaid = {
    U"nope",       U"nah",         U"incorrect",  U"not at all", U"并不是",    U"并不",
    U"不行",       U"错了",        U"n",          U"it isn't",   U"it is not", U"it's not",
    U"it doesn't", U"it does not", U"they don't", U"they aren't"};
constexpr std::array<FoldedView, 5> kParticles = {U"的", U"啊", U"吧", U"呀", U"哦"};

struct Polar {
  YesNo side = YesNo::none;
  std::size_t end = 0;
};

/// The yes or no that a text begins with.
Polar polar_at_begin(FoldedView text) {
  Polar polar;
  const auto take = [&](const auto& words, YesNo side) {
    if (const auto found = one_at(text, 0, words); found && found->end > polar.end) {
      polar = {side, found->end};
    }
  };
  take(kYes, YesNo::yes);
  take(kYesSaid, YesNo::yes);
  take(kNo, YesNo::no);
  take(kNoSaid, YesNo::no);
  if (const auto particle = one_at(text, polar.end, kParticles); polar.end > 0 && particle) {
    polar.end = particle->end;
  }
  const bool ends = polar.end == text.size() || text::is_punctuation_or_space(text[polar.end]);
  return ends ? polar : Polar{};
}

/// The side of a piece that is nothing else.
YesNo whole_yes_or_no(std::string_view piece) {
  const auto folded = text::fold(base::trimmed(piece));
  const auto polar = polar_at_begin(folded.text);
  const auto behind = FoldedView(folded.text).substr(polar.end);
  return std::ranges::all_of(behind, text::is_punctuation_or_space) ? polar.side : YesNo::none;
}

bool is_denial(FoldedView word) {
  constexpr std::array<FoldedView, 16> kDenying = {
      U"no", U"not", U"never", U"cannot", U"nothing", U"none", U"nobody", U"hardly",
      U"不", U"没",  U"非",    U"无",     U"错",      U"否",   U"别",     U"未"};
  return std::ranges::find(kDenying, word) != kDenying.end() || word.ends_with(U"n't");
}

bool turns(FoldedView word) {
  constexpr std::array<FoldedView, 5> kTurning = {U"but", U"yes", U"however", U"但", U"yeah"};
  return is_or(word) || std::ranges::find(kTurning, word) != kTurning.end();
}

/// Whether what follows a yes or a no goes along with it.
bool goes_along(std::string_view piece, YesNo side, bool set_off, const Grains& question) {
  if (const auto whole = whole_yes_or_no(piece); whole != YesNo::none) {
    return whole == side;
  }
  const auto grains = grains_of(piece);
  const auto repeats = repeated(grains, question);
  bool denies = false;
  bool adds = false;
  for (std::size_t i = 0; i < grains.list.size(); ++i) {
    const auto word = grains.spelling(grains.list[i]);
    if (turns(word)) {
      return false;
    }
    denies = denies || is_denial(word);
    adds = adds || (!is_denial(word) && !repeats[i]);
  }
  return (set_off || !adds) && (side == YesNo::yes ? !denies : denies || adds);
}

YesNo yes_or_no_read(std::string_view answer, const Grains& question) {
  const auto folded = text::fold(answer);
  const auto polar = polar_at_begin(folded.text);
  if (polar.side == YesNo::none || polar.end == folded.text.size()) {
    return polar.side;
  }
  const bool set_off = folded.text[polar.end] != U' ';
  for (const auto piece : clauses_of(answer.substr(folded.begin[polar.end]))) {
    const auto grains = grains_of(piece);
    if (!grains.list.empty() && !goes_along(piece, polar.side, set_off, question)) {
      return YesNo::unclear;
    }
  }
  return polar.side;
}

/// 湿的 or 不湿 for 水是湿的吗: what was asked, said again.
YesNo yes_or_no_repeated(std::string_view answer, std::string_view question) {
  const auto asked = text::fold(question).text;
  const auto said = text::fold(answer).text;
  const auto mark = asked.rfind(U'吗');
  const auto bare = [](FoldedView text) {
    while (!text.empty() && (text::is_punctuation_or_space(text.back()) || text.back() == U'的')) {
      text.remove_suffix(1);
    }
    return text;
  };
  if (mark == FoldedView::npos) {
    return YesNo::none;
  }
  auto words = bare(said);
  const bool denied = !words.empty() && (words.front() == U'不' || words.front() == U'没');
  words.remove_prefix(denied ? 1 : 0);
  if (words.empty() || !bare(FoldedView(asked).substr(0, mark)).ends_with(words)) {
    return YesNo::none;
  }
  return denied ? YesNo::no : YesNo::yes;
}

}  // namespace

YesNo yes_or_no_in(std::string_view wording) {
  const auto folded = text::fold(base::trimmed(wording)).text;
  auto text = FoldedView(folded);
  while (!text.empty() && text::is_punctuation_or_space(text.back())) {
    text.remove_suffix(1);
  }
  const auto is_one = [&](const auto& words) {
    return std::ranges::find(words, text) != words.end();
  };
  return is_one(kYes) ? YesNo::yes : is_one(kNo) ? YesNo::no : YesNo::none;
}

YesNo yes_or_no_said(std::string_view answer, std::string_view question) {
  if (answer.size() > kLongestYesNo) {
    return YesNo::none;
  }
  const auto said = base::trimmed(without_reason(what_stands(answer)));
  const auto asked = grains_of(question);
  if (const auto repeated = yes_or_no_repeated(said, question); repeated != YesNo::none) {
    return repeated;
  }
  const auto side = yes_or_no_read(said, asked);
  const auto framed = without_frame(said);
  const auto before = said.substr(0, static_cast<std::size_t>(framed.data() - said.data()));
  const bool asks = before.ends_with("是") && framed.starts_with("不");  // 是不是
  return side == YesNo::none && !asks ? yes_or_no_read(framed, asked) : side;
}

}  // namespace pith::grading
