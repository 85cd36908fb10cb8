// The help of pith and of its commands, made from the command tree: what it does, examples first,
// then usage and options; laid out for the window, in the reader's language.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include "text/messages.h"

namespace pith::cli {

struct Example {
  std::string_view command;  ///< Of which command; empty: of pith itself.
  std::string_view line;     ///< What is typed.
  std::string_view what;     ///< What it does; to be translated.
};

[[nodiscard]] std::span<const Example> all_examples();
[[nodiscard]] std::vector<Example> examples_of(std::string_view command);

/// Commands that belong together, with a heading; every command stands in one group, hidden ones in
/// none.
struct CommandGroup {
  std::string_view heading;  ///< To be translated.
  std::vector<const CLI::App*> commands;
};
[[nodiscard]] std::vector<CommandGroup> command_groups(const CLI::App& app);

/// What stands for an option's value: `weakest|random`, `N`, `TEXT`; empty for a flag.
[[nodiscard]] std::string value_words(const CLI::Option& option);

/// The values that an option takes, where they are a list.
[[nodiscard]] std::vector<std::string> values_of(const CLI::Option& option);

/// `-n, --count N`.
[[nodiscard]] std::string option_words(const CLI::Option& option);

/// The options of a command, or of pith for every command, in order; `positional`: its arguments.
[[nodiscard]] std::vector<const CLI::Option*> options_of(const CLI::App& app, bool positional);

/// `pith drill [OPTIONS] [SELECTOR…]`
[[nodiscard]] std::string usage_line(const CLI::App& app, const text::Messages& tr);

class HelpPage : public CLI::FormatterBase {
 public:
  HelpPage(text::Messages tr, std::size_t columns) : tr_(tr), columns_(columns) {}

  [[nodiscard]] std::string make_help(const CLI::App* app, std::string name,
                                      CLI::AppFormatMode mode) const override;

 private:
  text::Messages tr_;
  std::size_t columns_;
};

}  // namespace pith::cli
