#include "cli/decks/source_lines.h"

#include <algorithm>
#include <variant>

#include "deck/deck_files.h"
#include "deck/yaml/clean_text.h"
#include "deck/yaml/source.h"
#include "text/utf8.h"

namespace pith::cli {

void add_source_lines(deck::Diagnostics& diagnostics, const std::string& file) {
  const auto lacks_line = [](const auto& diagnostic) { return diagnostic.source_line.empty(); };
  if (std::ranges::none_of(diagnostics, lacks_line)) {
    return;
  }
  const auto read = deck::read_bytes(file);
  const auto* bytes = std::get_if<std::string>(&read);
  if (bytes == nullptr) {
    return;
  }
  const auto text = text::repair_utf8(deck::without_byte_order_mark(*bytes));
  const deck::Source source(text);
  for (auto& diagnostic : diagnostics) {
    const auto line = source.line(diagnostic.at.line);
    if (lacks_line(diagnostic) && line.size() <= deck::kLongestBesideCaret) {
      diagnostic.source_line = line;
    }
  }
}

}  // namespace pith::cli
