// Ctrl-Z and fg: whoever comes back sees again what the keys are about.
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>

#include "cli/sitting.h"

namespace {

using namespace pith::test;

constexpr auto kLetters =
    "deck: d\nitems:\n"
    "  - {id: a, question: First question of the deck, points: [alpha, beta], time_limit: 1h}\n";

/// A shell with jobs, in which pith was started as one.
class JobShell : public PtyProgram {
 public:
  JobShell(const Home& home, std::size_t columns)
      : PtyProgram({"/bin/bash", "--norc", "--noprofile", "-i"}, columns, 30) {
    const auto script = home.root() / "start";
    std::ofstream file(script);
    for (const auto& word : home.command({"--encoder", "none"})) {
      file << word << ' ';
    }
    file.close();
    type("PS1='sh$ '; clear\r");
    shows({"sh$"}, {0, 4});
    type(". " + script.string() + "\r");
    when("c copy these decks", "\r");
  }

  void when(std::string_view shown, std::string_view typed) {
    const bool seen = shows_somewhere(shown);
    CAPTURE(screen().rows(), shown);
    CHECK(seen);
    type(typed);
  }

  /// Leaves pith, makes the screen empty and comes back.
  void leave_and_come_back() {
    type("\x1a");
    REQUIRE(shows_somewhere("Stopped"));
    type("clear; fg\r");
    REQUIRE(shows_nowhere("Stopped"));
  }
};

}  // namespace

TEST_CASE("a result that somebody comes back to stands below its question and answer", "[cli]") {
  const auto columns = GENERATE(std::size_t{90}, std::size_t{38});
  CAPTURE(columns);
  const Home home(kLetters);
  JobShell shell(home, columns);
  shell.when("Esc more", "alpha, I think\r");
  shell.when("Enter next", "");
  shell.leave_and_come_back();
  shell.when("First question of the deck", "");
  CHECK(shell.has("> alpha, I think"));
  CHECK(shell.has("1 ✓ hit       alpha"));
  CHECK(shell.has("2 ✗ missed    beta"));
  shell.when("Enter next", "q");
}

TEST_CASE("points keep their numbers when somebody comes back after overruling one", "[cli]") {
  const Home home(kLetters);
  JobShell shell(home, 90);
  shell.when("Esc more", "alpha\r");
  shell.when("Enter next", "1");
  shell.when("r reversed", "m");
  shell.when("overruled", "2");
  shell.when("r reversed", "h");
  shell.when("50%", "");
  shell.leave_and_come_back();
  CHECK(shell.has("1 ✗ missed    alpha"));
  CHECK(shell.has("2 ✓ hit       beta"));
  shell.when("Enter next", "q");
}

TEST_CASE("a question is not shown again while it is paused, but when it goes on", "[cli]") {
  const Home home(kLetters);
  JobShell shell(home, 90);
  shell.when("Esc more", "\x1b");
  shell.when("Esc back", "p");
  shell.when("paused", "");
  shell.leave_and_come_back();
  shell.when("paused", "");
  CHECK_FALSE(shell.has("First question of the deck"));
  shell.type("\r");
  CHECK(shell.has("First question of the deck"));
  shell.when("Esc more", "\x04");
}
