#include "deck/yaml/quote_causes.h"

#include <optional>

#include <fmt/format.h>

#include "base/npos.h"
#include "deck/yaml/yaml_syntax.h"

namespace pith::deck {
namespace {

using base::npos;

/// The quotation mark that the one at `close` closes.
std::optional<std::size_t> opening_quote(std::string_view text, std::size_t close) {
  constexpr std::string_view kBeforeText = " \n[{,";
  for (auto at = text.rfind(text[close], close - 1); at != npos && at < close;
       at = at == 0 ? npos : text.rfind(text[close], at - 1)) {
    const bool may_open = at == 0 || kBeforeText.find(text[at - 1]) != npos;
    if (may_open && closing_quote(text, at) == close) {
      return at;
    }
  }
  return std::nullopt;
}

/// The closing quotation mark that stands before `offset` in its line, with nothing but spaces
/// between.
std::optional<std::size_t> quote_before(std::string_view text, std::size_t offset) {
  const auto at = offset == 0 ? npos : text.find_last_not_of(' ', offset - 1);
  return at != npos && at > 0 && (text[at] == '"' || text[at] == '\'') ? std::optional(at)
                                                                       : std::nullopt;
}

bool complain_of_escape(Complaints& complaints, std::size_t offset) {
  const auto at = complaints.source().text().rfind('\\', offset);
  if (at == npos) {
    return false;
  }
  complaints.error(at, "this '\\' within double quotes begins no escape that YAML knows",
                   "write '\\\\', or put the text in single quotes");
  return true;
}

}  // namespace

bool complain_of_quotes(Complaints& complaints, std::size_t offset, std::string_view parser_says) {
  for (const std::string_view word : {"escape", "hex", "unicode"}) {
    if (parser_says.find(word) != npos) {
      return complain_of_escape(complaints, offset);
    }
  }
  const auto& source = complaints.source();
  const auto close =
      parser_says.starts_with("end") ? quote_before(source.text(), offset) : std::nullopt;
  const auto open = close ? opening_quote(source.text(), *close) : std::nullopt;
  if (!open) {
    return false;
  }
  if (source.line_number(*open) != source.line_number(*close)) {
    complaints.error(
        *open,
        fmt::format("this quotation mark is closed only in line {}", source.line_number(*close)),
        fmt::format("add the closing {}", source.text()[*close]));
  } else {
    complaints.error(offset, "the text in quotes ends before this",
                     source.text()[*close] == '"'
                         ? "within double quotes write '\\\"' for a quotation mark"
                         : "within single quotes write '' for an apostrophe, or put the text in "
                           "double quotes");
  }
  return true;
}

}  // namespace pith::deck
