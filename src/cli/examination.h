// What pith finds where: one look at each thing that commands depend on.
#pragma once

#include <string>
#include <vector>

#include "cli/context.h"
#include "cli/exit_status.h"

namespace pith::cli {

/// One thing that was looked at.
struct Finding {
  std::string what;
  std::string state;
  std::string fault{};  ///< Names the problem with its remedy; empty if all is well.
  ExitStatus if_faulty = invalid_input;  ///< `done` where pith works without it.

  /// What it means for the exit status.
  [[nodiscard]] ExitStatus status() const { return fault.empty() ? done : if_faulty; }
};

struct Examination {
  std::vector<Finding> findings;
  std::vector<std::string> skipped;  ///< YAML files among the decks that are none.
};

[[nodiscard]] Examination examine(const Context& context);

}  // namespace pith::cli
