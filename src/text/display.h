// How text stands in a terminal: cells, wrapping, and what may never get there.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pith::text {

/// Terminal cells of the text: 2 for wide and full-width characters and emoji, 0 for combining
/// marks, by grapheme cluster.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Text safe to print: invalid UTF-8 repaired; C0 (but newline and tab), DEL, C1, bidi controls and
/// other invisible format characters replaced by a visible substitute. Idempotent.
[[nodiscard]] std::string sanitise(std::string_view text);

/// The text as one line: all white space between two words is one space, and what sanitise() would
/// replace is left out. Requires valid UTF-8.
[[nodiscard]] std::string single_line(std::string_view text);

/// JSON that says the same with every character that sanitise() would replace, and every joiner, as
/// `\uXXXX`. Requires valid UTF-8.
[[nodiscard]] std::string with_hidden_escaped(std::string_view json);

/// Lines of at most `width` cells, broken by UAX #14 (Han anywhere but before closing punctuation,
/// Latin at spaces); a word longer than a line is cut between graphemes. Newlines of the text are
/// kept. Requires width >= 2.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// A text with tabs and no-break spaces as the spaces that stand for them in the lines of wrap():
/// each line is a piece of it.
[[nodiscard]] std::string with_plain_spaces(std::string_view text);

/// A page for a window: lines wider than `width` cells wrapped, what is left of them indented two
/// cells more than they begin; the others as they are. Requires width >= 2.
[[nodiscard]] std::string fitted(std::string_view page, std::size_t width);

/// The text cut to `width` cells with `…` at its end if it was longer.
[[nodiscard]] std::string truncate(std::string_view text, std::size_t width);

/// The text padded with spaces to `width` cells.
[[nodiscard]] std::string pad(std::string_view text, std::size_t width);

/// The text with spaces in front of it, so that it ends at `width` cells.
[[nodiscard]] std::string pad_left(std::string_view text, std::size_t width);

/// Byte offsets at which grapheme clusters begin, with text.size() as the last.
[[nodiscard]] std::vector<std::size_t> grapheme_bounds(std::string_view text);

/// Byte offsets at which words begin and end (UAX #29 with ICU's Han dictionary), with 0 and
/// text.size().
[[nodiscard]] std::vector<std::size_t> word_bounds(std::string_view text);

/// Byte offsets at which a line may be broken (UAX #14; spaces stand before the break), with 0 and
/// text.size().
[[nodiscard]] std::vector<std::size_t> line_bounds(std::string_view text);

}  // namespace pith::text
