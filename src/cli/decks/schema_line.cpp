#include "cli/decks/schema_line.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>

namespace pith::cli {
namespace {

constexpr std::string_view kBegin = "# yaml-language-server: $schema=";

}  // namespace

std::string schema_line(const Context& context) {
  const auto schema = context.paths.shipped_decks.parent_path() / "schema" / "deck.schema.json";
  std::error_code error;
  return std::filesystem::exists(schema, error) ? fmt::format("{}{}\n", kBegin, schema.string())
                                                : "";
}

std::string with_schema_line(const Context& context, std::string deck) {
  if (deck.starts_with(kBegin)) {
    deck.replace(0, std::min(deck.find('\n'), deck.size() - 1) + 1, schema_line(context));
  }
  return deck;
}

}  // namespace pith::cli
