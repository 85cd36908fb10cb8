// pith itself at a pseudo-terminal.
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "history/store.h"
#include "support/pty_program.h"
#include "support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using pith::test::PtyProgram;
using pith::test::TemporaryFolder;

constexpr auto kDeck =
    "deck: d\nitems:\n  - {id: a, question: First, answer: alpha}\n"
    "  - {id: b, question: Second, answer: beta}\n";

/// A learner with a home of their own; a binary in PREFIX/bin whose shipped deck is `d`.
class Home {
 public:
  Home() {
    fs::create_directories(root() / "bin");
    fs::create_directories(root() / "share" / "pith" / "decks");
    std::ofstream(shipped()) << kDeck;
    fs::copy_file(PITH_BINARY, root() / "bin" / "pith");
  }

  [[nodiscard]] std::vector<std::string> command(std::vector<std::string> arguments) const {
    std::vector<std::string> all = {
        "/usr/bin/env",        "-i",           "HOME=" + root().string(),
        "TERM=xterm-256color", "LANG=C.UTF-8", (root() / "bin" / "pith").string()};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return all;
  }
  [[nodiscard]] const fs::path& root() const { return folder_.path(); }
  [[nodiscard]] fs::path shipped() const { return root() / "share/pith/decks/d.yaml"; }
  [[nodiscard]] fs::path data() const { return root() / ".local/share/pith"; }
  [[nodiscard]] std::size_t answers() const {
    return pith::history::History(data() / "pith.db", {.read_only = true}).answers().size();
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

std::string text_of(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("the first run offers to copy the shipped decks, and never overwrites", "[cli]") {
  Home home;
  Pith pith(home);
  CHECK(pith.when("Enter go on without", "c"));
  CHECK(pith.when("1 deck copied", ""));
  CHECK(pith.when("Esc more", "\x04"));
  CHECK(pith.wait() == 0);
  CHECK(text_of(home.data() / "decks/d.yaml") == kDeck);

  std::ofstream(home.data() / "decks/d.yaml") << "my: own";
  fs::remove(home.data() / "pith.db");
  Pith again(home);
  CHECK(again.when("Enter go on without", "c"));
  CHECK(again.when("0 decks copied", "\x04"));
  again.wait();
  CHECK(text_of(home.data() / "decks/d.yaml") == "my: own");
}

TEST_CASE("Ctrl-C, SIGTERM and SIGHUP say what was saved and exit with 130", "[cli]") {
  const int number = GENERATE(0, SIGTERM, SIGHUP);
  CAPTURE(number);
  Home home;
  Pith pith(home);
  pith.when("Enter go on without", "\r");
  pith.when("First", "alpha\r");
  pith.when("Enter next", "\r");
  pith.shows_somewhere("Second");
  if (number == 0) {
    pith.type("\x03");
  } else {
    pith.signal(number);
  }
  CHECK(pith.wait() == 130);
  CHECK(pith.shows_somewhere("pith: stopped; 1 answer saved, 1 left"));
  CHECK(home.answers() == 1);
  CHECK(pith.modes() == pith.first_modes());
}

TEST_CASE("a terminal that goes away takes no answer with it", "[cli]") {
  Home home;
  Pith pith(home);
  pith.when("Enter go on without", "\r");
  pith.when("First", "alpha\r");
  pith.shows_somewhere("Enter next");
  pith.hang_up();
  CHECK(pith.wait() == 130);
  CHECK(home.answers() == 1);
}
