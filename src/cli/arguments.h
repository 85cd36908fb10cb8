// The shape of the command line: options for every command, and `review` where no command is named.
#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/context.h"

namespace pith::cli {

void add_global_options(CLI::App& app, GlobalOptions& options);

/// The arguments as CLI11 wants them (reversed), with `review` put before the first word if that is
/// no command.
[[nodiscard]] std::vector<std::string> for_parser(std::vector<std::string> arguments,
                                                  const CLI::App& app);

}  // namespace pith::cli
