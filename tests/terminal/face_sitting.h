// A session at a pseudo-terminal, whose end is told by what is in the log.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "support/pty_program.h"

namespace pith::test {

inline constexpr auto kTwo =
    "deck: d\nitems:\n"
    "  - id: a\n    question: First?\n    points:\n      - alpha: The first letter.\n      - beta\n"
    "    hints: [Greek]\n"
    "  - id: b\n    question: Second?\n    points: [gamma]\n";
inline constexpr auto kCard =
    "deck: d\nitems:\n  - {id: c, front: SaaS, back: Software as a Service}\n";

class Sitting : public PtyProgram {
 public:
  explicit Sitting(const std::string& deck, std::vector<std::string> options = {},
                   std::size_t columns = 80, std::size_t rows = 50)
      : PtyProgram(command(deck, std::move(options)), columns, rows) {}

  /// Types once `shown` is on the screen; says whether it was.
  bool when(std::string_view shown, std::string_view typed) {
    const bool seen = shows_somewhere(shown);
    type(typed);
    return seen;
  }

  [[nodiscard]] bool has(std::string_view row) const {
    const auto rows = screen().rows();
    return std::find(rows.begin(), rows.end(), row) != rows.end();
  }

 private:
  static std::vector<std::string> command(const std::string& deck,
                                          std::vector<std::string> options) {
    options.insert(options.begin(), {PITH_FACE_CHILD, deck});
    return options;
  }
};

}  // namespace pith::test

// Shows what is there instead.
#define CHECK_SEEN(sitting, holds)      \
  do {                                  \
    const bool seen = (holds);          \
    CAPTURE((sitting).screen().rows()); \
    CHECK(seen);                        \
  } while (false)
