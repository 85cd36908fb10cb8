// What of an item and of an answer is given to a sentence encoder.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grading/stretches/segments.h"
#include "grading/stretches/targets.h"
#include "grading/words/cues.h"

namespace pith::grading {

/// How many frames a target's name is put in: "* is useful" and "* is useless".
inline constexpr std::size_t kAffirmingFrames = 2;
inline constexpr std::size_t kDenyingFrames = 3;

/// Of an item: the question, then of every target the wordings and its name in the frames that
/// affirm it and in those that deny it.
[[nodiscard]] std::vector<std::string> texts_of_item(const Targets& targets,
                                                     const std::string& question,
                                                     std::string_view language);

/// The windows worth encoding: clauses first, then parts, then longer runs.
[[nodiscard]] std::vector<std::size_t> chosen_windows(const Segments& segments);

/// Of these windows: their words as typed, without an opener.
[[nodiscard]] std::vector<std::string> texts_of_windows(const std::vector<std::size_t>& windows,
                                                        const Segments& segments,
                                                        const Grains& text, std::string_view source,
                                                        std::span<const Mark> marks);

/// What is read as one text: the parts of an answer's beginning as they are typed, each with the
/// marks up to the next.
[[nodiscard]] std::vector<std::string_view> parts_as_typed(const Segments& segments,
                                                           const Grains& text,
                                                           std::string_view source);

}  // namespace pith::grading
