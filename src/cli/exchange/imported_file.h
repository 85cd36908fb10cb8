// A file of `pith import`, from reading it to writing its decks.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cli/exchange/replaced_deck.h"
#include "exchange/imported.h"

namespace pith::cli {

/// A file with what became of it.
struct ImportedFile {
  std::string name;
  std::string format;
  exchange::Imported result;
  std::vector<std::string> paths;  ///< Of the decks written, in their order; empty for `--dry-run`.
  std::size_t media = 0;           ///< Files written.
  std::size_t reviews = 0;         ///< Events new to the history.
  std::vector<std::optional<ReplacedDeck>> replaced{};  ///< By deck, as far as others are replaced.
  std::string in_the_way{};  ///< Why the decks cannot go there, if they cannot; of `--dry-run`.
  std::size_t as_table = 0;  ///< Items that one gives as a table that gave none as it was read.
};

}  // namespace pith::cli
