// Where a text is parted: by its punctuation, and in speech without any where some would stand.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "grading/stretches/topics.h"
#include "grading/words/cues.h"
#include "grading/words/grains.h"

namespace pith::grading {

/// Where clauses end in speech without punctuation.
enum class Pauses : std::uint8_t {
  written,  ///< Where connectives or a change of topic tell.
  guessed,  ///< Where the words on both sides make it likely, too.
};

/// The break before every grain: none, or of a part, a clause or a sentence. Marks must be those of
/// `text`. Long runs without punctuation are cut into parts at `topic_changes` (ascending) as well.
[[nodiscard]] std::vector<Break> breaks_in(const Grains& text, std::span<const Mark> marks,
                                           std::span<const TopicChange> topic_changes,
                                           Pauses pauses);

}  // namespace pith::grading
