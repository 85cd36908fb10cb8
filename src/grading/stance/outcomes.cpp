#include "grading/stance/outcomes.h"

#include <algorithm>
#include <string_view>

#include "grading/words/table_words.h"

namespace pith::grading {
namespace {

/// 就行, 才对, 反而好.
bool only_approves(std::span<const Mark> marks, const Mark& consequence) {
  return std::ranges::any_of(marks, [&](const Mark& mark) {
    return (mark.cue == Cue::enough || mark.cue == Cue::permit || mark.cue == Cue::gain) &&
           (mark.range.begin == consequence.range.begin ||
            mark.range.begin == consequence.range.end);
  });
}

/// 会 and the like, but not in 会议, nor 易 with nothing behind it, which is easy itself.
bool foretells(const Passage& passage, std::size_t at) {
  constexpr std::u32string_view kForetelling = U"会就易太才";
  const auto c = han_at(passage.text, at);
  const auto is_part = [at](const Mark& mark) {
    return (mark.cue == Cue::joined || mark.cue == Cue::whole) && mark.range.begin <= at &&
           at < mark.range.end;
  };
  return kForetelling.find(c) != kForetelling.npos &&
         (c != U'易' || !closes_clause(passage.text, at + 1)) &&
         !only_approves(passage.marks, {Cue::consequence, {at, at + 1}}) &&
         std::ranges::none_of(passage.marks, is_part);
}

}  // namespace

bool follows_in(std::span<const Mark> marks, const Range& range) {
  return std::ranges::any_of(marks_in(marks, range), [&](const Mark& mark) {
    return mark.cue == Cue::consequence && !only_approves(marks, mark);
  });
}

bool tells_what_comes(const Passage& passage, const Range& range) {
  for (auto at = range.begin; at < range.end; ++at) {
    if (foretells(passage, at)) {
      return true;
    }
  }
  return passage.has_any({Cue::mishap, Cue::harm, Cue::judge}, range);
}

}  // namespace pith::grading
