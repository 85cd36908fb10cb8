// Text with stretches of it marked, wrapped by cells.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grading/grade.h"
#include "terminal/style.h"

namespace pith::terminal {

/// A stretch of a text and how it is painted, underlined as evidence; in brackets without colour.
struct Mark {
  grading::Span span;
  Role role = Role::evidence;
};

/// Lines of at most `columns` cells (>= 2), safe to print. Where marks overlap the first one wins.
/// Marks must lie within the text, on character bounds.
[[nodiscard]] std::vector<std::string> marked_lines(std::string_view text,
                                                    std::span<const Mark> marks,
                                                    std::size_t columns, const Style& style);

}  // namespace pith::terminal
