// The command line: a tree of commands with their options, built by the commands themselves and
// read by help, completions and complaints. Only command_line.cpp, option.cpp and
// option_checks.h know the parser library, because its headers are by far the slowest to compile.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "cli/option.h"

namespace CLI {  // NOLINT(readability-identifier-naming): the library's name
class App;
}

namespace pith::cli {

/// A command, or the whole program. A handle like Option.
class Command {
 public:
  explicit Command(CLI::App& command) : command_(&command) {}

  Command add_command(const std::string& name, const std::string& description);
  /// `names`: `--count,-n`, or `item` for an argument. The value is written to `value`, which must
  /// live until the command line is parsed: a std::string, int, double or std::size_t, a
  /// std::vector of strings, or a std::optional of one of the first.
  template <typename Value>
  Option add_option(const std::string& names, Value& value, const std::string& description);
  Option add_flag(const std::string& names, bool& value, const std::string& description);
  /// How many of its own commands may be called at once.
  void expect_commands(std::size_t least, std::size_t most);
  /// In no help and no completion.
  void hide();
  /// What happens when the command was called and all options are read.
  void callback(const std::function<void()>& work);

  [[nodiscard]] std::string name() const;
  /// With those of the commands above it: `pith new item`.
  [[nodiscard]] std::string path() const;
  [[nodiscard]] std::string description() const;
  [[nodiscard]] bool is_hidden() const;
  [[nodiscard]] std::optional<Command> parent() const;
  /// In the order in which they were added, hidden ones too.
  [[nodiscard]] std::vector<Command> commands() const;
  [[nodiscard]] std::optional<Command> command(const std::string& name) const;
  /// Whether one of its own commands has to be called.
  [[nodiscard]] bool requires_command() const;
  /// In order, without --help.
  [[nodiscard]] std::vector<Option> options() const;
  [[nodiscard]] std::vector<Option> arguments() const;
  /// By one of its names with dashes.
  [[nodiscard]] std::optional<Option> option(const std::string& name) const;

  // After parsing.
  /// The one of its commands that was called.
  [[nodiscard]] std::optional<Command> called() const;
  /// How often an option was given.
  [[nodiscard]] std::size_t count(const std::string& name) const;
  /// Words that neither it nor a command below it understood.
  [[nodiscard]] std::vector<std::string> not_understood() const;

 private:
  CLI::App* command_;
};

/// A command line that cannot be understood.
class ParseError : public UsageError {
 public:
  enum class Reason { missing, not_understood, other };

  ParseError(Reason reason, const std::string& what) : UsageError(what), reason_(reason) {}
  [[nodiscard]] Reason reason() const { return reason_; }

 private:
  Reason reason_;
};

/// What a command line asks for.
enum class Wish { command, help, version };

/// Holds the tree. Options of the program itself are understood behind every command too.
class ArgumentParser {
 public:
  ArgumentParser(const std::string& name, const std::string& description);
  ArgumentParser(ArgumentParser&&) noexcept;
  ArgumentParser& operator=(ArgumentParser&&) noexcept;
  ~ArgumentParser();

  /// The whole program.
  [[nodiscard]] Command program() const { return Command(*app_); }
  /// Fills in the values and, if a command is to run, runs its callback. Throws ParseError.
  Wish parse(std::vector<std::string> arguments);
  /// The innermost command that the arguments named, or the program.
  [[nodiscard]] Command named() const;

 private:
  std::unique_ptr<CLI::App> app_;
};

}  // namespace pith::cli
