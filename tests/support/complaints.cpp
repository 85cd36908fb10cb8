#include "support/complaints.h"

#include <fmt/format.h>

#include "deck/reading/reader.h"

namespace pith::test {

std::string complaints_about(std::string_view deck) {
  std::string all;
  for (const auto& each : deck::read_deck(deck, "deck.yaml").diagnostics) {
    all += fmt::format("{}:{}: {}{} [{}]\n", each.at.line, each.at.column,
                       each.severity == deck::Severity::warning ? "warning: " : "", each.message,
                       each.hint);
  }
  return all;
}

}  // namespace pith::test
