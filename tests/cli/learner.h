// A learner with one deck on a fixed morning, for tests of sessions through the command line.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "support/command_line.h"

namespace pith::test {

class Learner : public CommandLine {
 public:
  explicit Learner(const std::string& yaml) : deck(write("decks/moat.yaml", yaml)) {}

  int ask(std::vector<std::string> arguments, const std::string& input) {
    in = input;
    arguments.insert(arguments.end(),
                     {"--decks", (folder() / "decks").string(), "--now", now, "--db", database()});
    return run(std::move(arguments));
  }
  [[nodiscard]] std::string database() const { return (folder() / "pith.db").string(); }

  /// What a file below the folder holds; empty if there is none.
  [[nodiscard]] std::string read(const std::string& name) const {
    std::ifstream file(folder() / name, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
  }

  std::string deck;
  std::string now = "2026-12-01T09:00:00Z";
};

}  // namespace pith::test
