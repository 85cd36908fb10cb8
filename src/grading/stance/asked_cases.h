// Questions that ask in what cases something is not so: "when is an index not worth it".
#pragma once

#include <optional>

#include "grading/stance/scopes.h"
#include "grading/stretches/heard.h"

namespace pith::grading {

/// Where a denial stands.
struct Surroundings {
  Range so_far;  ///< Its sentence, up to the end of its clause.
  Range clause;
};

/// Whether a denial of the answer is of what the question denies, and not of the case: "small
/// teams don't need them", "not with a small team", but not "the team is not small". Where the
/// question is not that `alone`, only judgements are whose sentence tells a case so far, or whose
/// clause has something of the item.
[[nodiscard]] bool denies_in_case(const Heard& heard, const Scope& scope,
                                  const Surroundings& around, bool alone);

/// Whether a clause says that something holds for one case alone: "only a large team needs one".
[[nodiscard]] bool is_bounded(const Passage& passage, const Range& clause);

/// Whether a clause denies or bounds what it says.
[[nodiscard]] bool is_narrowed(const Passage& passage, const Range& clause);

/// Where a clause says that it is so: "a small team needs one", 规模小也值得. None if that is
/// narrowed.
[[nodiscard]] std::optional<Range> affirmed_in(const Grains& question, const Range& denied,
                                               const Passage& passage, const Range& clause);

}  // namespace pith::grading
