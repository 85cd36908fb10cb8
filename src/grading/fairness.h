// What makes the grading of a deck unfair, and whether its samples are graded as it expects. By
// words alone, so that the result is the same on every machine.
#pragma once

#include "deck/diagnostic.h"
#include "deck/item.h"

namespace pith::grading {

/// An error for each point that a sample should hit and does not, or hits and should not, with what
/// the grade says of it. A point counts as hit from half of its credit on.
[[nodiscard]] deck::Diagnostics failed_samples(const deck::Deck& deck);

/// A warning for each point that the question gives away, that says nothing but fillers and words
/// of the question, that is not recognised by its own name, or that shares a wording with another;
/// for each `reject` wording that does not contradict its point; and for each question that is
/// asked twice.
[[nodiscard]] deck::Diagnostics unfair_points(const deck::Deck& deck);

}  // namespace pith::grading
