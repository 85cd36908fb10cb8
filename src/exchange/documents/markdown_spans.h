// What stands in Markdown as it is typed: code, formulas, comments.
#pragma once

#include <cstddef>
#include <string_view>

namespace pith::exchange {

/// Where the span that begins at `at` ends: fenced code, a span of code, a formula (`$a$`, `$$a$$`,
/// `\(a\)`, `\[a\]`), a comment, or a character behind a backslash; `at` if none begins there.
[[nodiscard]] std::size_t end_of_verbatim(std::string_view text, std::size_t at);

}  // namespace pith::exchange
