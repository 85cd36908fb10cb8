// What people take back while they answer: "64, no, 128"; UDP，啊不对，是 TCP.
#pragma once

#include <string_view>

namespace pith::grading {

/// Whether folded text between two answers is nothing but words that take the first one back.
[[nodiscard]] bool takes_back(std::u32string_view between);

/// What stands behind the last correction that marks set off: a view into the answer, which is all
/// of it if nothing is taken back.
[[nodiscard]] std::string_view what_stands(std::string_view answer);

}  // namespace pith::grading
