// Words as the tables of cues and of opposites write them, looked for in a text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "grading/words/grains.h"

namespace pith::grading {

/// The stems of a wording.
[[nodiscard]] std::vector<std::uint64_t> keys_of(std::string_view wording);

/// Whether there is such a grain and nothing but a space parts it from the one before.
[[nodiscard]] inline bool continues(const Grains& text, std::size_t at) {
  return at < text.list.size() && text.list[at].before <= Break::space;
}

/// Whether a clause ends before the grain: a space between Chinese characters ends one too.
[[nodiscard]] bool closes_clause(const Grains& text, std::size_t at);

/// Grains from `at` that equal `keys`, all of one piece; the end of the match, or `at` if none.
[[nodiscard]] std::size_t match_run(std::span<const std::uint64_t> keys, const Grains& text,
                                    std::size_t at);

}  // namespace pith::grading
