// What else to do with a file that `pith import` cannot take as it was asked.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "deck/item.h"
#include "exchange/imported.h"

namespace pith::cli {

/// What to do with a file that is a deck of pith; `folder` is that of one's own decks.
[[nodiscard]] std::string advice_on_deck(const deck::Deck& deck, const std::filesystem::path& file,
                                         const std::filesystem::path& folder);

/// How many items a `.txt` file gives as a table; 0 unless most of its rows are some.
[[nodiscard]] std::size_t items_as_table(const exchange::SourceFile& file);

}  // namespace pith::cli
