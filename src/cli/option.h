// An option or an argument of a command: what it takes, and what help tells of it.
#pragma once

#include <string>
#include <vector>

namespace CLI {  // NOLINT(readability-identifier-naming): the library's name
class Option;
}

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

}  // namespace pith::cli
