// The line editor at a pseudo-terminal, for scenes of what is typed and what stands there then.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "support/pty_program.h"

namespace pith::test {

using Rows = std::vector<std::string>;

inline std::vector<std::string> editor_child(std::vector<std::string> options) {
  options.insert(options.begin(), PITH_EDITOR_CHILD);
  return options;
}

/// The editor, once it asks: what is typed before is echoed by the kernel.
class Editor : public PtyProgram {
 public:
  explicit Editor(std::size_t columns = 40, std::size_t rows = 10,
                  std::vector<std::string> options = {})
      : PtyProgram(editor_child(std::move(options)), columns, rows) {
    until([](const auto& screen) { return !screen.rows().empty(); });
  }
};

inline std::string pasted(const std::string& text) {
  return "\x1b[200~" + text + "\x1b[201~";
}

}  // namespace pith::test

// Shows what is there instead.
#define CHECK_SCENE(program, rows_expected, ...)                          \
  do {                                                                    \
    const bool as_expected = (program).shows(rows_expected, __VA_ARGS__); \
    CAPTURE((program).screen().rows(), (program).screen().cursor().row,   \
            (program).screen().cursor().column);                          \
    CHECK(as_expected);                                                   \
  } while (false)
