#include "grading/stance/asides.h"

#include <algorithm>

namespace pith::grading {
namespace {

constexpr std::ptrdiff_t kAsideTelling = 1;    ///< Grains of "nothing else matters" that tell.
constexpr std::size_t kTellingCharacters = 2;  ///< A single Chinese one may be anything.

/// By grain: whether it is more than a word that only holds others together, gives up or counts.
std::vector<bool> telling_in(const Passage& passage) {
  const auto& text = passage.text;
  std::vector<bool> telling(text.list.size());
  std::transform(text.list.begin(), text.list.end(), telling.begin(),
                 [](const Grain& grain) { return grain.type != Grain::Type::number; });
  for (const auto& mark : passage.marks) {
    if (holds_together(mark.cue) || mark.cue == Cue::forgets || bears_on_polarity(mark.cue)) {
      std::fill(telling.begin() + static_cast<std::ptrdiff_t>(mark.range.begin),
                telling.begin() + static_cast<std::ptrdiff_t>(mark.range.end), false);
    }
  }
  return telling;
}

/// Where the first cue in a clause that has one says that something is not known.
std::size_t first_that_gives_up(const Passage& passage, const Range& clause) {
  return std::find_if(
             mark_from(passage.marks, clause.begin), passage.marks.end(),
             [](const Mark& mark) { return mark.cue == Cue::skip || mark.cue == Cue::dont_know; })
      ->range.begin;
}

/// The stretch that a cue makes an aside, if it does: how it would end otherwise (否则会亏钱), or
/// what not to do then (否则别开张), merely that it ends badly (开不下去), what alone is too little
/// (光有钱不行), that the rest is not known (其他的不记得了), or merely that the rest is no use.
Range aside_of(const Mark& mark, const Passage& passage, const std::vector<bool>& telling) {
  const auto& segments = passage.segments;
  const auto at = segments.clause_at(mark.range.begin);
  const auto& clause = segments.clauses[at].grains;
  const Range behind{mark.range.end, clause.end};
  const auto tells = [&](const Range& range) {
    return std::count(telling.begin() + static_cast<std::ptrdiff_t>(range.begin),
                      telling.begin() + static_cast<std::ptrdiff_t>(range.end), true);
  };
  switch (mark.cue) {
    case Cue::otherwise:
      return passage.has_any({Cue::judge, Cue::harm, Cue::forbid}, behind)
                 ? Range{mark.range.begin, clause.end}
                 : Range{};
    case Cue::harm:
      return at > 0 && tells({clause.begin, mark.range.begin}) + tells(behind) <= kAsideTelling
                 ? clause
                 : Range{};
    case Cue::only:
      return passage.has(Cue::negate, behind) ? Range{mark.range.begin, clause.end} : Range{};
    case Cue::rest:
      if (passage.has_any({Cue::skip, Cue::dont_know}, clause)) {
        const auto from = std::min(mark.range.begin, first_that_gives_up(passage, clause));
        return {tells({clause.begin, from}) <= kAsideTelling ? clause.begin : from, clause.end};
      }
      if (at + 1 < segments.clauses.size() &&
          passage.has(Cue::skip, segments.clauses[at + 1].grains) &&
          tells(clause) <= kAsideTelling) {
        return clause;
      }
      return mark.range.begin == clause.begin && denies(passage.marks, clause) &&
                     tells(clause) <= kAsideTelling
                 ? clause
                 : Range{};
    default:
      return {};
  }
}

/// By grain: whether it is in an aside.
std::vector<bool> asides_in(const Passage& passage, const std::vector<bool>& telling) {
  std::vector<bool> aside(telling.size(), false);
  for (const auto& mark : passage.marks) {
    set_flags(aside, aside_of(mark, passage, telling));
  }
  return aside;
}

}  // namespace

Asides::Asides(const Passage& passage)
    : text_(passage.text), telling_(telling_in(passage)), aside_(asides_in(passage, telling_)) {}

bool Asides::tells(const Range& grains) const {
  std::size_t characters = 0;
  for (auto i = grains.begin; i < grains.end; ++i) {
    const bool is_character = text_.list[i].type == Grain::Type::han;
    characters += telling_[i] && is_character ? 1U : 0U;
    if (characters >= kTellingCharacters || (telling_[i] && !is_character)) {
      return true;
    }
  }
  return false;
}

}  // namespace pith::grading
