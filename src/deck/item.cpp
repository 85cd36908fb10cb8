#include "deck/item.h"

#include <array>

namespace pith::deck {

std::string_view name_of(Kind kind) {
  constexpr std::array<std::string_view, 6> kNames = {"points",  "short_answer", "number",
                                                      "choices", "cloze",        "card"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace pith::deck
