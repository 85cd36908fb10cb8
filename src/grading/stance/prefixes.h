// Words of a name that a prefix turns round: 非原子性 for 原子性, "unpublished" for "published".
#pragma once

#include "grading/stance/polarity.h"

namespace pith::grading {

/// Adds to the voids of each target the clauses that have a word of its name with a prefix that
/// denies it, or without one that it has there, and the word as it is in the name nowhere.
void add_prefixed(const Heard& heard, Polarity& polarity);

}  // namespace pith::grading
