// Which words of an answer a learner means who overrules a verdict.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "history/events.h"
#include "session/result.h"

namespace pith::session {

/// The wording to be learned for a point, on one line: its evidence, else what the answer says
/// beyond the other points' evidence; where that is much or in several places, what of it looks
/// most like the point. Of an answer that other points have all of, the whole; else what looks most
/// like the point though another has it, or the most that no other has. Cut to some clauses where
/// it is long. Empty where there is no such thing. See free_stretches().
[[nodiscard]] std::optional<std::string> phrase_for(const Result& result, std::size_t outcome);

/// Whether overruling verdicts of the item teaches wordings: letters, numbers and ratings are none.
[[nodiscard]] bool teaches_wordings(const deck::Item& item);

/// What the verdict of a point teaches: nothing if it was not overruled, or to a half, nor if it
/// was overruled to `missed` or `contradicted` and nothing tells by which words. To `hit`, nothing
/// if the answer gives up.
[[nodiscard]] std::optional<std::string> wording_taught(const Result& result, std::size_t outcome);

/// What the overruled verdicts of an answer taught the grader, as wordings of the item.
[[nodiscard]] std::vector<history::Wording> wordings_taught(const Result& result);

}  // namespace pith::session
