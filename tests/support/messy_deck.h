// Decks as people type them: any indentation, comments anywhere, lists in every spelling.
#pragma once

#include <string>

#include <rapidcheck.h>

namespace pith::test {

/// The text of a valid deck, laid out without care; different decks in different layouts.
[[nodiscard]] rc::Gen<std::string> gen_messy_deck();

}  // namespace pith::test
