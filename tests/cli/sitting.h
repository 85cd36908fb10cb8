// Somebody who sits at a pseudo-terminal with pith.
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "history/store.h"
#include "support/pty_program.h"
#include "support/temporary_folder.h"

namespace pith::test {

inline constexpr auto kDeck =
    "deck: d\nitems:\n  - {id: a, question: First, answer: alpha}\n"
    "  - {id: b, question: Second, answer: beta}\n";

/// A learner with a home of their own; a binary in PREFIX/bin whose shipped deck is `d`.
class Home {
 public:
  explicit Home(std::string_view deck = kDeck) {
    std::filesystem::create_directories(root() / "bin");
    std::filesystem::create_directories(shipped().parent_path());
    std::ofstream(shipped()) << deck;
    std::filesystem::copy_file(PITH_BINARY, root() / "bin" / "pith");
  }

  [[nodiscard]] std::vector<std::string> command(std::vector<std::string> arguments) const {
    std::vector<std::string> all = {"/usr/bin/env",
                                    "-i",
                                    "HOME=" + root().string(),
                                    "TERM=xterm-256color",
                                    "LANG=C.UTF-8",
                                    "EDITOR=" + editor().string(),
                                    (root() / "bin" / "pith").string()};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return all;
  }
  /// What $EDITOR is, for a test to write.
  [[nodiscard]] std::filesystem::path editor() const { return root() / "bin" / "editor"; }
  [[nodiscard]] const std::filesystem::path& root() const { return folder_.path(); }
  [[nodiscard]] std::filesystem::path shipped() const { return root() / "share/pith/shipped/d.yaml"; }
  [[nodiscard]] std::filesystem::path data() const { return root() / ".local/share/pith"; }
  void configure(const std::string& settings) const {
    std::filesystem::create_directories(root() / ".config/pith");
    std::ofstream(root() / ".config/pith/config.yaml") << settings;
  }
  void edit_with(const std::string& script) const {
    std::ofstream(editor()) << "#!/bin/sh\n" << script;
    std::filesystem::permissions(editor(), std::filesystem::perms::owner_all);
  }
  [[nodiscard]] std::size_t answers() const {
    return history::History(data() / "pith.db", {.read_only = true}).answers().size();
  }

 private:
  TemporaryFolder folder_;
};

class Pith : public PtyProgram {
 public:
  explicit Pith(const Home& home, std::vector<std::string> arguments = {"--encoder", "none"})
      : PtyProgram(home.command(std::move(arguments)), 80, 50) {}

  bool when(std::string_view shown, std::string_view typed) {
    const bool seen = shows_somewhere(shown);
    type(typed);
    return seen;
  }
};

inline std::string text_of(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

}  // namespace pith::test
