// Runs a command as `pith` would, with streams of its own and a folder for all its paths. For
// tests of cli alone.
#pragma once

#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/context.h"
#include "support/temporary_folder.h"

namespace pith::test {

/// The whole command tree, to be looked at.
class CommandTree {
 public:
  CommandTree() {
    cli::add_global_options(program(), options_);
    cli::add_commands(program(), action_);
  }
  [[nodiscard]] cli::ArgumentParser& parser() { return parser_; }
  [[nodiscard]] cli::Command program() const { return parser_.program(); }

 private:
  cli::ArgumentParser parser_{"pith", "pith"};
  cli::GlobalOptions options_;
  cli::Action action_;
};

class CommandLine {
 public:
  /// Runs `pith ARGUMENTS…` and gives its exit status; what it printed is in `out` and `err`
  /// afterwards, even where errors of pith are thrown. Those of the parser are thrown as well.
  int run(std::vector<std::string> arguments) {
    cli::GlobalOptions options;
    cli::Action action;
    cli::ArgumentParser parser("pith", "pith");
    cli::add_global_options(parser.program(), options);
    cli::add_commands(parser.program(), action);
    parser.parse(cli::with_review(std::move(arguments), parser.program()));
    std::istringstream in_stream(in);
    std::ostringstream out_stream;
    std::ostringstream err_stream;
    const auto& root = folder_.path();
    const cli::Paths paths{root / "data",  root / "config",  root / "cache",
                           root / "share", root / "shipped", root / "home"};
    cli::Context context{
        {screen, paths, options, deck_path, {}, {}, tr}, in_stream, out_stream, err_stream};
    const Heard heard{*this, out_stream, err_stream};
    return action(context);
  }

  /// Writes a file below the folder and gives its path.
  std::string write(const std::string& name, const std::string& text) {
    const auto path = folder_.path() / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
  }

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

  cli::Screen screen;
  std::optional<std::string> deck_path;
  text::Messages tr;
  std::string in;
  std::string out;
  std::string err;

 private:
  /// Keeps what was printed, however the command ends.
  struct Heard {
    CommandLine& line;
    const std::ostringstream& out;
    const std::ostringstream& err;
    ~Heard() {
      line.out = out.str();
      line.err = err.str();
    }
  };

  TemporaryFolder folder_;
};

/// The text with the folder's path written `@`.
[[nodiscard]] inline std::string without_folder(std::string text, const CommandLine& pith) {
  const auto folder = pith.folder().string();
  for (auto at = text.find(folder); at != std::string::npos; at = text.find(folder)) {
    text.replace(at, folder.size(), "@");
  }
  return text;
}

}  // namespace pith::test
