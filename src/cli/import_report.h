// What `pith import` says of the files it read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "cli/context.h"
#include "cli/replaced_deck.h"
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
};

/// Counts and places of the decks on stdout; what was not taken, or changed, on stderr.
void print_report(Context& context, const ImportedFile& file, bool with_samples);

/// A file that could not be taken at all, for this reason.
[[nodiscard]] ImportedFile failed_import(const std::string& name, const std::string& reason);

/// The object of `pith import --json`.
[[nodiscard]] nlohmann::ordered_json to_json(const ImportedFile& file);

}  // namespace pith::cli
