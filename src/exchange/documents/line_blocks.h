// Tables and formulas: to CommonMark they are lines of a paragraph, to their author lines.
#pragma once

#include <string_view>
#include <vector>

#include "exchange/documents/markdown_blocks.h"

namespace pith::exchange {

/// Marks the lines of tables and of `$$` formulas, and what stands right before them, as lines to
/// be kept apart.
void keep_lines_apart(std::vector<TextLine>& lines);

/// Whether a paragraph begins with a table or a formula.
[[nodiscard]] bool begins_with_lines(const Block& paragraph);

}  // namespace pith::exchange
