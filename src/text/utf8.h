// UTF-8: checking and walking. Everything else in text/ takes valid UTF-8.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pith::text {

/// Byte offset of the first byte that is not part of valid UTF-8 (overlong forms and surrogates are
/// not); empty if all is.
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view bytes);

/// The bytes with every invalid sequence replaced by U+FFFD.
[[nodiscard]] std::string repair_utf8(std::string_view bytes);

/// Number of code points of valid UTF-8.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// Decodes the code point that begins at byte `at` and moves `at` behind it. Requires: valid UTF-8,
/// at < size.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at);

/// As much of the text as `bytes` have room for, cut between characters.
[[nodiscard]] std::string_view prefix(std::string_view text, std::size_t bytes);

void append_utf8(std::string& out, char32_t code_point);

[[nodiscard]] std::u32string to_utf32(std::string_view text);
[[nodiscard]] std::string to_utf8(std::u32string_view text);

}  // namespace pith::text
