// Small work on lines of text that all text formats share.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/trim.h"
#include "text/line_joins.h"

namespace pith::exchange {

using base::trimmed;
using text::join_line;

/// The lines without their breaks (LF, CRLF or CR). Views of `text`, which must outlive them.
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view text);
std::vector<std::string_view> lines_of(std::string&& text) = delete;

/// Adds a paragraph to a text, unless it is empty.
void add_paragraph(std::string& text, std::string_view more);

/// ASCII letters in lower case.
[[nodiscard]] std::string lower_ascii(std::string_view text);

/// Removes `prefix` from the front of `text`, ASCII case ignored; false if it is not there.
bool take_prefix(std::string_view& text, std::string_view prefix);

/// The parts between any of the separators, trimmed, without empty ones.
[[nodiscard]] std::vector<std::string> split_list(std::string_view text,
                                                  const std::vector<std::string_view>& separators);

/// What parts the tags in a cell of a table.
[[nodiscard]] std::vector<std::string_view> parts_tags_in_tables();

/// What parts the tags in a document.
[[nodiscard]] std::vector<std::string_view> parts_tags_in_documents();

}  // namespace pith::exchange
