#include "grading/stance/outcomes.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "grading/words/table_words.h"

namespace pith::grading {
namespace {

constexpr std::size_t kLongestJoined = 4;  ///< Grains of words that only contain a consequence.

/// 就行, 才对, 反而好.
bool only_approves(std::span<const Mark> marks, const Range& consequence) {
  return std::ranges::any_of(std::array{consequence.begin, consequence.end}, [&](std::size_t at) {
    const Range here{at, at + 1};
    return has_cue(marks, Cue::enough, here) || has_cue(marks, Cue::permit, here) ||
           has_cue(marks, Cue::gain, here);
  });
}

/// Whether a word goes over the place: 会议, 就业.
bool is_part(std::span<const Mark> marks, std::size_t at) {
  const Range near{at - std::min(at, kLongestJoined - 1), at + 1};
  return std::ranges::any_of(marks_in(marks, near), [at](const Mark& mark) {
    return (mark.cue == Cue::joined || mark.cue == Cue::whole) && at < mark.range.end;
  });
}

/// 会 and the like, but not in 会议, nor 易 with nothing behind it, which is easy itself.
bool foretells(const Passage& passage, std::size_t at) {
  constexpr std::u32string_view kForetelling = U"会就易太才";
  const auto c = han_at(passage.text, at);
  return kForetelling.find(c) != kForetelling.npos &&
         (c != U'易' || !closes_clause(passage.text, at + 1)) &&
         !only_approves(passage.marks, {at, at + 1}) && !is_part(passage.marks, at);
}

}  // namespace

bool follows_in(std::span<const Mark> marks, const Range& range) {
  return std::ranges::any_of(marks_in(marks, range), [&](const Mark& mark) {
    return mark.cue == Cue::consequence && !only_approves(marks, mark.range);
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
