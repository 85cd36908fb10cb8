// Lines of one text as one line. Chinese has no spaces to break lines at.
#pragma once

#include <string>
#include <string_view>

namespace pith::text {

/// Whether Chinese is set without a space beside it: Han, kana, full-width forms and punctuation.
/// Dashes and curly quotes too, which English has as well; so ask on both sides of a break.
[[nodiscard]] bool stands_without_space(char32_t c);

/// Appends the next line of a paragraph, behind a space where there is something on both sides
/// and one of them wants it.
void join_line(std::string& text, std::string_view line);

}  // namespace pith::text
