// YAML's surface: where quoted and plain texts end, and what a syntax error comes from.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "deck/yaml/complaints.h"

namespace pith::deck {

/// What YAML takes for space, breaks of lines included.
[[nodiscard]] constexpr bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Offset of the quotation mark that closes the one at `open`; empty if none does.
[[nodiscard]] std::optional<std::size_t> closing_quote(std::string_view text, std::size_t open);

/// Offset behind the last byte of the plain (unquoted) text that begins at `begin` and has this
/// value, line breaks folded.
[[nodiscard]] std::size_t plain_text_end(std::string_view text, std::size_t begin,
                                         std::string_view value);

/// The remedy where YAML took a text for something else: quotes, shown with the text in question.
[[nodiscard]] std::string quote_remedy(const Source& source, std::size_t offset);

/// Complains of a syntax error, in words for people who do not know YAML's grammar.
void complain_of_syntax(Complaints& complaints, std::size_t offset, std::string_view parser_says);

}  // namespace pith::deck
