// Quotation marks around a field of a table of characters.
#pragma once

#include <string>
#include <string_view>

namespace pith::text {

/// The text in quotation marks, its own ones doubled, as RFC 4180 has it.
[[nodiscard]] inline std::string in_csv_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    out.append(c == '"' ? 2 : 1, c);
  }
  return out + '"';
}

}  // namespace pith::text
