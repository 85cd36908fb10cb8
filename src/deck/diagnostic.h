// What is wrong with something a person wrote, and where: a value, collected rather than thrown.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace pith::deck {

/// A place in a file. Lines and columns count from 1, columns in characters (code points); 0 = the
/// file as a whole.
struct Position {
  std::size_t line = 0;
  std::size_t column = 0;

  friend bool operator==(const Position&, const Position&) = default;
};

enum class Severity { error, warning };

struct Diagnostic {
  Severity severity = Severity::error;
  std::string file;  ///< As the user named it.
  Position at;
  std::string message;      ///< What is wrong, with the offending text quoted.
  std::string hint;         ///< The remedy; may be empty.
  std::string source_line;  ///< The line at `at`, for the caret; empty if there is none.
};

using Diagnostics = std::vector<Diagnostic>;

}  // namespace pith::deck
