// How much of an answer is read.
#pragma once

#include <string_view>

namespace pith::grading {

/// The answer up to kLongestAnswer, cut between characters.
[[nodiscard]] std::string_view bounded(std::string_view answer);

}  // namespace pith::grading
