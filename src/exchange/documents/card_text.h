// Helpers of the formats that write cards as lines of text.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/imported.h"

namespace pith::exchange {

/// A line with its number.
struct NumberedLine {
  std::size_t number = 0;
  std::string_view text;
};

[[nodiscard]] std::vector<NumberedLine> numbered_lines(std::string_view text);

/// Front matter between `---` (YAML) or `+++` (TOML) at the top of the lines: its `key: value` or
/// `key = "value"` for `key`; empty if there is none.
[[nodiscard]] std::string front_matter_value(const std::vector<NumberedLine>& lines,
                                             std::string_view key);
/// The words that `key` has there: `key: [a, b]`, `key: a b` or an entry `- a` in each line.
[[nodiscard]] std::vector<std::string> front_matter_list(const std::vector<NumberedLine>& lines,
                                                         std::string_view key);
/// The lines there that begin with a key that is none of `known`.
[[nodiscard]] std::vector<NumberedLine> other_front_matter(
    const std::vector<NumberedLine>& lines, std::initializer_list<std::string_view> known);
/// How many lines the front matter takes; 0 if there is none.
[[nodiscard]] std::size_t front_matter_length(const std::vector<NumberedLine>& lines);

/// Tells fenced code from other lines as CommonMark does, however far it is indented: in a list it
/// may be.
class CodeFence {
 public:
  /// Takes the next line; whether it is code, the fences around it included.
  bool takes(std::string_view line);
  /// Whether code goes on behind the last line.
  [[nodiscard]] bool is_open() const { return !fence_.empty(); }

 private:
  std::string fence_;  ///< That of the code that is open.
};

/// Where the fenced code ends that begins with the line at `at`; `at` if none does.
[[nodiscard]] std::size_t end_of_fenced(std::string_view text, std::size_t at);

/// What is to be said of the fence in this line if it is open at the end of the file.
[[nodiscard]] Remark unclosed_fence(const NumberedLine& line);

/// Spans between `open` and `close` as gaps; `inside` turns their text into that of a gap. Escaped
/// marks and those in code stay. Gives the text unchanged if it has no span.
[[nodiscard]] std::string with_gaps_at(std::string_view text, std::string_view open,
                                       std::string_view close);

}  // namespace pith::exchange
