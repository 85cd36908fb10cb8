// Telling a sentence encoder what will be compared, so that it can work ahead while the learner
// reads and types.
#pragma once

#include <span>
#include <string_view>

#include "grading/encoder.h"
#include "grading/stretches/targets.h"

namespace pith::grading {

/// The texts of an item.
void expect_item(const SentenceEncoder& encoder, const deck::Item& item,
                 std::span<const LearnedWording> learned = {});

/// Those of an answer that is being typed (valid UTF-8): its finished clauses. Takes microseconds;
/// to be called whenever the learner pauses.
void expect_answer(const SentenceEncoder& encoder, std::string_view half_typed);

}  // namespace pith::grading
