// Any bytes as a deck file: read, written, laid out, compiled.
#include <algorithm>
#include <optional>
#include <string>

#include "base/error.h"
#include "deck/editing/deck_writer.h"
#include "deck/editing/layout.h"
#include "deck/index/compiled.h"
#include "deck/reading/reader.h"
#include "fuzzer.h"
#include "support/deck_fields.h"

namespace {

using namespace pith;
using fuzz::require;
using test::fields_of;

void check_written(const deck::Deck& deck) {
  const auto yaml = deck::write_deck(deck);
  const auto again = deck::read_deck(yaml, "deck.yaml");
  require(again.deck.has_value(), "a deck that is written can be read");
  require(fields_of(*again.deck) == fields_of(deck), "a deck that is written reads as the same");
  require(deck::write_deck(*again.deck) == yaml, "it is written the same way again");
}

void check_compiled(const deck::ReadResult& read) {
  const auto bytes = deck::compiled(read);
  const auto again = deck::CompiledDeck::from(bytes);
  require(again && deck::compiled(again->all().value()) == bytes, "a compiled deck is the deck");
}

std::optional<std::string> laid_out(std::string_view bytes) {
  try {
    return deck::laid_out(bytes);
  } catch (const InvalidInput&) {
    return std::nullopt;
  }
}

void check_layout(std::string_view bytes, const deck::ReadResult& read) {
  const auto tidy = laid_out(bytes);
  if (!tidy) {
    return;
  }
  require(read.deck.has_value(), "only a deck is laid out");
  require(laid_out(*tidy) == tidy, "laying out is idempotent");
  const auto again = deck::read_deck(*tidy, "deck.yaml");
  require(again.deck && fields_of(*again.deck) == fields_of(*read.deck),
          "what is laid out is the same deck");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = fuzz::as_text(data, size);
  const auto read = deck::read_deck(bytes, "deck.yaml");
  const bool wrong = std::ranges::any_of(read.diagnostics, [](const deck::Diagnostic& said) {
    return said.severity == deck::Severity::error;
  });
  require(read.deck.has_value() != wrong, "there is a deck or an error");
  require(!read.deck || deck::looks_like_deck(bytes), "a deck looks like one");
  check_compiled(read);
  if (read.deck) {
    check_written(*read.deck);
  }
  check_layout(bytes, read);
  if (const auto found = deck::CompiledDeck::from(std::string(bytes))) {
    static_cast<void>(found->all());
  }
  return 0;
}
