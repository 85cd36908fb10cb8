#include "exchange/deck_name.h"

#include <filesystem>

#include "deck/reading/names.h"
#include "text/display.h"
#include "text/latin.h"
#include "text/utf8.h"

namespace pith::exchange {
namespace {

constexpr std::string_view kNameless = "imported";

}  // namespace

std::string deck_id_from(std::string_view text, std::string_view fallback) {
  std::string id;
  for (const char c : text::plain_latin(text::repair_utf8(text))) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) {
      id += c;
    } else if (!id.empty() && !id.ends_with('-')) {
      id += '-';
    }
  }
  while (id.ends_with('-')) {
    id.pop_back();
  }
  return id.empty() ? std::string(fallback) : deck::is_command_name(id) ? id + "-deck" : id;
}

void name_after(deck::Deck& deck, std::string_view file) {
  const auto name = std::filesystem::path(file).filename();
  deck.id = deck_id_from(name.stem().string(), kNameless);
  deck.source = text::single_line(text::repair_utf8(name.string()));
}

void title_nameless(deck::Deck& deck) {
  if (deck.title.empty() && deck.id == kNameless) {
    deck.title = std::filesystem::path(deck.source).stem().string();
  }
}

}  // namespace pith::exchange
