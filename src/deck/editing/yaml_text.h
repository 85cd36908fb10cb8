// Texts as YAML: the plainest style that reads back as the same text.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace pith::deck {

/// Where a text is to stand.
enum class Context {
  block,  ///< Alone behind `key: ` or `- `.
  flow,   ///< In `[…]` or `{…}`.
  point   ///< In a list of points, where a colon would be taken for the end of a name.
};

/// The text on one line: plain if no reader could take it for anything else, else in quotes.
[[nodiscard]] std::string one_line_scalar(std::string_view text, Context context);

/// What stands between the brackets of a list. A lone text that full-width commas make look like
/// several is in quotes.
[[nodiscard]] std::string flow_entries(std::span<const std::string> texts);

/// The text behind a key whose line is indented by `indent`: several lines become a literal block
/// (`|-`) where that is faithful.
[[nodiscard]] std::string scalar(std::string_view text, std::size_t indent);

/// Whether the text can be a key: short, on one line.
[[nodiscard]] bool can_be_key(std::string_view text);

}  // namespace pith::deck
