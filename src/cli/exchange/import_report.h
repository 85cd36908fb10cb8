// What `pith import` says of the files it read.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "cli/context.h"
#include "cli/exchange/imported_file.h"

namespace pith::cli {

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
