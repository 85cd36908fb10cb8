// The command line: a tree of commands with their options, built by the commands themselves and
// read by help, completions and complaints. Everything that knows the parser library is in
// command_line.cpp, because its headers are by far the slowest to compile.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"

namespace CLI {  // NOLINT(readability-identifier-naming): the library's name
class App;
class Option;
}  // namespace CLI

namespace pith::cli {

/// An option (`--count`), or an argument without a name. A handle: copies mean the same option, as
/// long as the parser lives.
class Option {
 public:
  explicit Option(CLI::Option& option) : option_(&option) {}

  Option required();
  Option one_of(const std::vector<std::string>& values);
  Option between(int least, int most);
  Option between(double least, double most);
  Option positive();
  Option whole();  ///< 0 or more.
  /// Takes one value each time it is given, not all the words that follow.
  Option one_value_each_time();
  /// May stand without its value.
  Option value_optional();
  Option excludes(Option other);
  /// Means something beside the other one only.
  Option needs(Option other);

  /// `-n,--count`, or what an argument is called.
  [[nodiscard]] std::string names() const;
  /// Without the dashes: `count`.
  [[nodiscard]] std::vector<std::string> long_names() const;
  [[nodiscard]] std::string description() const;
  [[nodiscard]] bool is_argument() const;
  [[nodiscard]] bool is_required() const;
  [[nodiscard]] bool needs_value() const;
  /// Whether a value may follow: no flag.
  [[nodiscard]] bool may_have_value() const;
  [[nodiscard]] bool takes_several() const;
  /// Whether the value is a number.
  [[nodiscard]] bool is_number() const;
  /// The values that it takes, where they are a list.
  [[nodiscard]] std::vector<std::string> values() const;

 private:
  CLI::Option* option_;
};

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
  /// Fills in the values and, if a command is to run, runs its callback. Throws
  /// ParseError.
  Wish parse(std::vector<std::string> arguments);
  /// The innermost command that the arguments named, or the program.
  [[nodiscard]] Command named() const;

 private:
  std::unique_ptr<CLI::App> app_;
};

}  // namespace pith::cli
