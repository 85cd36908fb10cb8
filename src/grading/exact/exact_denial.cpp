#include "grading/exact/exact_denial.h"

#include <algorithm>
#include <array>

#include "base/trim.h"
#include "grading/exact/folded_words.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

constexpr std::array<FoldedView, 27> kDenials = {
    U"rather than", U"instead of", U"cannot be", U"can't be", U"isn't",    U"isnt",   U"wasn't",
    U"aren't",      U"never",      U"not",       U"不应该是", U"不可能是", U"不等于", U"不会是",
    U"不该是",      U"不再是",     U"并不是",    U"绝不是",   U"而不是",   U"不是",   U"不选",
    U"不会",        U"不行",       U"不能",      U"不算",     U"并非",     U"而非"};
constexpr std::array<FoldedView, 8> kTurns = {U"but",  U", it's", U", it is", U",是",
                                              U"而是", U"应该是", U"我选",    U"选"};
constexpr std::array<FoldedView, 3> kArticles = {U"the", U"a", U"an"};

/// 是不是 asks; "not only" and 不是只 add something.
bool denies_nothing(FoldedView text, const Span& denial) {
  constexpr std::array<FoldedView, 5> kOnly = {U" only", U" just", U" merely", U"只", U"仅"};
  const auto behind = text.substr(denial.end);
  return text.substr(0, denial.begin).ends_with(U"是") ||
         std::ranges::any_of(kOnly, [&](FoldedView word) { return behind.starts_with(word); });
}

}  // namespace

std::optional<Span> denial_before(FoldedView folded) {
  constexpr FoldedView kBlanksAndBreaks = U" \t\r\n";
  auto text = less_blanks_behind(folded, kBlanksAndBreaks);
  if (const auto article = one_ending(text, kArticles)) {
    text = less_blanks_behind(text.substr(0, article->begin), kBlanksAndBreaks);
  }
  const auto denial = one_ending(text, kDenials);
  return denial && !denies_nothing(folded, *denial) ? denial : std::nullopt;
}

std::optional<DeniedText> denial_in(std::string_view text) {
  const auto folded = text::fold(text);
  const auto size = folded.text.size();
  auto denial = first_of(folded.text, 0, kDenials);
  while (denial && denies_nothing(folded.text, *denial)) {
    denial = first_of(folded.text, denial->end, kDenials);
  }
  if (!denial) {
    return std::nullopt;
  }
  const auto between = [&](std::size_t begin, std::size_t end) {
    const auto place = [&](std::size_t at) { return at < size ? folded.begin[at] : text.size(); };
    return base::trimmed(text.substr(place(begin), place(end) - place(begin)));
  };
  const auto turn = first_of(folded.text, denial->end, kTurns).value_or(Span{size, size});
  if (between(denial->end, size).empty()) {  // "HTTP is not", but "no, it isn't" goes by its "no"
    if (word_stands_at(folded.text, 0, U"no")) {
      return std::nullopt;
    }
    return DeniedText{{}, between(denial->begin, denial->end), between(0, denial->begin), {}};
  }
  const DeniedText parts{between(0, denial->begin), between(denial->begin, denial->end),
                         between(denial->end, turn.begin), between(turn.end, size)};
  return parts.denied.empty() ? std::nullopt : std::optional(parts);
}

}  // namespace pith::grading
