// What `pith import` says of the files it read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "cli/context.h"
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

/// Tells what became of the files: people of each as it is done, a program of all at the end.
class ImportReports {
 public:
  /// `with_samples`: people see some items; `decks_follow`: the decks themselves go to stdout, so
  /// that only what is not among them is told.
  ImportReports(Context& context, bool json, bool with_samples, bool decks_follow);

  void add(const ImportedFile& file);
  /// A file that could not be taken at all; to people the error itself says it.
  void add_failure(const std::string& name, const std::string& reason);
  /// Prints the object of `pith import --json`, if that is asked for and there is any file in it.
  void finish();

 private:
  Context& context_;
  bool json_;
  bool with_samples_;
  bool decks_follow_;
  std::vector<base::Json> files_;
};

}  // namespace pith::cli
