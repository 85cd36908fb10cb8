#include "grading/exact/rest_of_options.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/trim.h"
#include "grading/exact/exact_denial.h"
#include "grading/exact/folded_words.h"
#include "grading/exact/option_exceptions.h"
#include "grading/exact/option_names.h"
#include "grading/exact/pieces.h"
#include "grading/exact/restated.h"
#include "grading/words/lexicon.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

constexpr std::size_t kLongestSaid = 2000;  ///< Bytes.

constexpr std::array<FoldedView, 20> kTheRest = {U"the others",
                                                 U"the other ones",
                                                 U"all the others",
                                                 U"all others",
                                                 U"all the other ones",
                                                 U"others",
                                                 U"the rest",
                                                 U"all the rest",
                                                 U"rest",
                                                 U"everything else",
                                                 U"all else",
                                                 U"the other two",
                                                 U"the other three",
                                                 U"the remaining ones",
                                                 U"其他",
                                                 U"其它",
                                                 U"其余",
                                                 U"剩下",
                                                 U"别的",
                                                 U"另外"};

/// What may stand around the options of a clause.
constexpr std::array<FoldedView, 12> kBeforeOptions = {U"but", U"and",  U"while", U"only",
                                                       U"但",  U"但是", U"不过",  U"只有",
                                                       U"而",  U"就",   U"和",    U"其中"};
constexpr std::array<FoldedView, 12> kBehindOptions = {
    U"is", U"are", U"both", U"all", U"and", U"but", U"也", U"都", U"全", U"全都", U"两个", U"但"};

/// What says of something that it is.
constexpr std::array<FoldedView, 20> kRight = {
    U"is", U"are", U"right", U"correct", U"yes", U"ok", U"too", U"都",   U"全",   U"是",
    U"也", U"对",  U"选",    U"要",      U"算",  U"行", U"会",  U"可以", U"正确", U"属于"};

/// The part of a text that is these characters of its folding.
std::string_view part_of(std::string_view text, const text::Folded& folded, FoldedView part) {
  if (part.empty()) {
    return {};
  }
  const auto begin = static_cast<std::size_t>(part.data() - folded.text.data());
  const auto from = folded.begin[begin];
  return base::trimmed(text.substr(from, folded.end[begin + part.size() - 1] - from));
}

/// Without blanks and marks at either end.
FoldedView less_marks(FoldedView text) {
  while (!text.empty() && text::is_punctuation_or_space(text.back()) && text.back() != U')') {
    text.remove_suffix(1);
  }
  while (!text.empty() && text::is_punctuation_or_space(text.front()) && text.front() != U'(') {
    text.remove_prefix(1);
  }
  return text;
}

/// Without words that only join a part of a clause to the rest of the sentence.
std::string_view core_of(std::string_view part) {
  const auto folded = text::fold(part);
  auto rest = less_marks(folded.text);
  for (auto word = one_at(rest, 0, kBeforeOptions); word; word = one_at(rest, 0, kBeforeOptions)) {
    rest = less_marks(rest.substr(word->end));
  }
  for (auto word = one_ending(rest, kBehindOptions); word;
       word = one_ending(rest, kBehindOptions)) {
    rest = less_marks(rest.substr(0, word->begin));
  }
  return part_of(part, folded, rest);
}

bool says_what_is_asked(const deck::Item& item, std::string_view text) {
  const auto flags = repeated(grains_of(text), grains_of(item.question));
  return std::ranges::find(flags, false) == flags.end();
}

/// Parted at any word that denies.
std::optional<DeniedText> any_denial_in(std::string_view clause) {
  if (auto parts = denial_in(clause)) {
    return parts;
  }
  const auto grains = grains_of(clause);
  const auto marks = Lexicon::general().marks_of(grains);
  const auto denial =
      std::ranges::find_if(marks, [](const Mark& mark) { return bears_on_polarity(mark.cue); });
  if (denial == marks.end() || denial->cue == Cue::spare) {
    return std::nullopt;
  }
  const auto word = grains.span(denial->range);
  return DeniedText{clause.substr(0, word.begin),
                    clause.substr(word.begin, word.end - word.begin),
                    clause.substr(word.end),
                    {}};
}

/// The options that a clause denies, and nothing else; empty if it does anything else.
std::vector<std::size_t> options_denied(const deck::Item& item, std::string_view clause) {
  constexpr std::array<FoldedView, 4> kOut = {U"除外", U"例外", U"错", U"错误"};
  const auto folded = text::fold(clause);
  if (const auto out = one_ending(folded.text, kOut)) {
    const auto before = FoldedView(folded.text).substr(0, out->begin);
    return options_told(item, core_of(part_of(clause, folded, before)));
  }
  const auto exclusion = exclusion_in(clause);
  const auto parts = exclusion ? exclusion : any_denial_in(clause);
  if (!parts || !options_told(item, core_of(parts->turned)).empty()) {
    return {};
  }
  for (const auto& [said, other] :
       {std::pair(parts->denied, parts->affirmed), std::pair(parts->affirmed, parts->denied)}) {
    auto options = options_told(item, core_of(said));
    if (!options.empty() && says_what_is_asked(item, other)) {
      return options;
    }
  }
  return {};
}

/// Whether what stands behind "the others" says that they are.
bool affirms(const deck::Item& item, std::string_view predicate) {
  constexpr std::array<FoldedView, 7> kHowManyOthers = {U"两个",   U"三个",   U"几个", U"的两个",
                                                        U"的三个", U"的几个", U"的"};
  const auto folded = text::fold(predicate);
  auto rest = less_marks(folded.text);
  const auto count = one_at(rest, 0, kHowManyOthers);
  rest = less_marks(rest.substr(count ? count->end : 0));
  const bool says_something = !rest.empty();
  for (auto word = one_ending(rest, kRight); word; word = one_ending(rest, kRight)) {
    rest = less_marks(rest.substr(0, word->begin));
  }
  return says_something && !denies_or_leaves_a_choice(grains_of(predicate)) &&
         says_what_is_asked(item, part_of(predicate, folded, rest));
}

/// Whether a question asks what is not so: then it is open what "isn't" means in an answer.
bool asks_what_is_not(const deck::Item& item) {
  const auto marks = Lexicon::general().marks_of(grains_of(item.question));
  return denial_in(item.question) ||
         std::ranges::any_of(marks, [](const Mark& mark) { return mark.cue == Cue::negate; });
}

/// An answer around what it says of the others.
struct AroundRest {
  std::string_view before;
  std::string_view predicate;  ///< What is said of them.
  std::string_view behind;
};

std::optional<AroundRest> around_rest(std::string_view answer) {
  constexpr std::array<FoldedView, 8> kEnds = {U",",  U";",   U". ", U"。",
                                               U"\n", U"but", U"但", U"而"};
  const auto folded = text::fold(answer);
  const auto rest = first_of(folded.text, 0, kTheRest);
  if (!rest) {
    return std::nullopt;
  }
  const FoldedView text = folded.text;
  const auto end = first_of(text, rest->end, kEnds).value_or(Span{text.size(), text.size()});
  return AroundRest{part_of(answer, folded, text.substr(0, rest->begin)),
                    part_of(answer, folded, text.substr(rest->end, end.begin - rest->end)),
                    part_of(answer, folded, text.substr(end.begin))};
}

/// Whether an option has a word for the others in its name.
bool is_named_rest(const deck::Choice& choice) {
  return first_of(text::fold(choice.text).text, 0, kTheRest).has_value();
}

/// What a side of "the others are" says of options.
struct SideSaid {
  std::vector<std::size_t> unlike;  ///< Denied, or listed before or behind one that is.
  bool denies = false;
};

/// Whether a piece says of options that they are: 麻雀是.
bool affirms_options(const deck::Item& item, std::string_view piece) {
  const auto folded = text::fold(piece);
  const auto said = less_marks(folded.text);
  const auto right = one_ending(said, kRight);
  return right && !options_told(item, part_of(piece, folded, said.substr(0, right->begin))).empty();
}

/// Empty if a piece says anything else.
std::optional<SideSaid> said_of_options(const deck::Item& item, std::string_view side) {
  SideSaid said;
  for (const auto piece : option_pieces(item, side)) {
    const auto core = core_of(piece);
    auto options = options_denied(item, core);
    said.denies = said.denies || !options.empty();
    if (core.empty() || (options.empty() && affirms_options(item, piece))) {
      continue;
    }
    options = options.empty() ? options_named(item, core) : options;
    if (options.empty()) {
      return std::nullopt;
    }
    said.unlike.insert(said.unlike.end(), options.begin(), options.end());
  }
  return said;
}

}  // namespace

std::vector<std::size_t> options_unlike_rest(const deck::Item& item, std::string_view answer) {
  const auto parts = answer.size() > kLongestSaid ? std::nullopt : around_rest(answer);
  if (!parts || !affirms(item, parts->predicate) || asks_what_is_not(item) ||
      std::ranges::any_of(item.choices, is_named_rest)) {
    return {};
  }
  auto before = said_of_options(item, parts->before);
  const auto behind = said_of_options(item, parts->behind);
  if (!before || !behind || !(before->denies || behind->denies)) {
    return {};
  }
  before->unlike.insert(before->unlike.end(), behind->unlike.begin(), behind->unlike.end());
  return before->unlike;
}

}  // namespace pith::grading
