// A history as a file of a learner who answers two items, for tests of what becomes of it.
#pragma once

#include <cstddef>
#include <fstream>
#include <string>

#include "cli/learner.h"
#include "support/json.h"

namespace pith::test {

inline constexpr auto kMoat =
    "deck: moat\nitems:\n"
    "  - {id: tech, question: What protects technology, points: [own algorithms, patents]}\n"
    "  - {id: team, question: What keeps a team, points: [shared vision]}\n";

inline std::size_t answers_of(Learner& learner) {
  learner.ask({"log", "--json"}, "");
  return parsed(learner.out).at("answers").size();
}

/// Overwrites the first page, without which SQLite cannot open a file.
inline void destroy(const std::string& file) {
  std::fstream out(file, std::ios::binary | std::ios::in | std::ios::out);
  out << std::string(4096, 'x');
}

}  // namespace pith::test
