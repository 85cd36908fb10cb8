// pith itself at a pseudo-terminal: how it begins, and whatever ends it.
#include "cli/sitting.h"

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "support/stub_server.h"

namespace {

namespace fs = std::filesystem;
using namespace pith::test;

constexpr auto kEveryPrompt =
    "deck: d\nitems:\n"
    "  - {id: a, question: First, points: [alpha, beta], hints: [Greek], time_limit: 1h}\n"
    "  - {id: b, front: Front, back: Back}\n";

}  // namespace

TEST_CASE("the first run offers to copy the shipped decks, and never overwrites", "[cli]") {
  Home home;
  Pith pith(home);
  CHECK(pith.when("c copy these decks", "c"));
  CHECK(pith.when("1 deck copied", ""));
  CHECK(pith.when("Esc more", "\x04"));
  CHECK(pith.wait() == 0);
  CHECK(text_of(home.data() / "decks/d.yaml") == kDeck);

  std::ofstream(home.data() / "decks/d.yaml") << "my: own";
  fs::remove(home.data() / "pith.db");
  Pith again(home);
  CHECK(again.when("c copy these decks", "c"));
  CHECK(again.when("0 decks copied", "\x04"));
  again.wait();
  CHECK(text_of(home.data() / "decks/d.yaml") == "my: own");
}

TEST_CASE("a shipped deck named by its file is not offered to somebody with decks of their own",
          "[cli]") {
  Home home;
  fs::create_directories(home.data() / "decks");
  std::ofstream(home.data() / "decks/e.yaml")
      << "deck: e\nitems:\n  - {id: a, question: Own, answer: alpha}\n";
  Pith pith(home, {"drill", home.shipped().string(), "--encoder", "none"});
  CHECK(pith.when("pith: found: d", ""));
  CHECK(pith.when("Esc more", "\x04"));
  CHECK(pith.wait() == 0);
}

TEST_CASE("shipped decks that the learner named are not offered to be copied onto themselves",
          "[cli]") {
  Home home;
  Pith pith(home, {"--encoder", "none", "--decks", home.shipped().parent_path().string()});
  CHECK(pith.when("pith: found: d", ""));
  CHECK(pith.when("First", "\x04"));
  CHECK(pith.wait() == 0);
}

TEST_CASE("a temporary folder that is not there keeps nobody from answering", "[cli]") {
  Home home;
  auto command = home.command({"--encoder", "none"});
  command.insert(command.begin() + 2, "TMPDIR=/no/such/folder");
  PtyProgram pith(command, 80, 50);
  CHECK(pith.shows_somewhere("c copy these decks"));
}

TEST_CASE("Ctrl-C, SIGTERM and SIGHUP say what was saved and exit with 130", "[cli]") {
  const int number = GENERATE(0, SIGTERM, SIGHUP);
  CAPTURE(number);
  Home home;
  Pith pith(home);
  pith.when("c copy these decks", "\r");
  pith.when("First", "alpha\r");
  pith.when("Enter next", "\r");
  pith.shows_somewhere("Second");
  if (number == 0) {
    pith.type("\x03");
  } else {
    pith.signal(number);
  }
  CHECK(pith.wait() == 130);
  CHECK(pith.shows_somewhere("pith: stopped; 1 answer saved, 1 still to answer"));
  CHECK(home.answers() == 1);
  CHECK(pith.modes() == pith.first_modes());
}

TEST_CASE("Ctrl-C at the last result leaves nothing to ask, and says what the session came to",
          "[cli]") {
  Home home;
  Pith pith(home, {"drill", "d/a", "--encoder", "none"});
  pith.when("c copy these decks", "\r");
  pith.when("First", "alpha\r");
  pith.when("Enter finish", "\x03");
  CHECK(pith.wait() == 130);
  CHECK(pith.shows_somewhere("1 answer · 100% · 1 of 1 point hit"));
  CHECK_FALSE(pith.shows_somewhere("still to answer"));
  CHECK(home.answers() == 1);
}

TEST_CASE("an exam shows the clock of a question only where it stops before the exam's", "[cli]") {
  const auto limit = GENERATE(as<std::string>(), "3m", "60s");
  CAPTURE(limit);
  Home home;
  Pith pith(home, {"exam", "--time", "90s", "--time-limit", limit, "--encoder", "none"});
  pith.when("c copy these decks", "\r");
  CHECK(pith.shows_somewhere(" left in all · Esc more"));
  const auto rows = pith.screen().rows();
  const auto status = std::ranges::find_if(
      rows, [](const std::string& row) { return row.find(" left in all") != std::string::npos; });
  REQUIRE(status != rows.end());
  CHECK((status->find(" · ") < status->find(" left in all")) == (limit == "60s"));
  CHECK(status->find("min") == std::string::npos);
  pith.type("\x03");
  CHECK(pith.wait() == 130);
}

TEST_CASE("an exam that is left shows the scorecard of what was answered so far", "[cli]") {
  const auto [typed, status] =
      GENERATE(table<std::string, int>({{"\x03", 130}, {"\x04", 1}, {"\x1bq", 1}}));
  CAPTURE(typed);
  Home home;
  Pith pith(home, {"exam", "--encoder", "none"});
  pith.when("c copy these decks", "\r");
  pith.when("1 of 2", "alpha\r");
  pith.shows_somewhere("2 of 2");
  pith.type(typed == "\x1bq" ? "\x1b" : typed);
  if (typed == "\x1bq") {
    pith.when("Esc back", "q");
  }
  CHECK(pith.wait() == status);
  CHECK(pith.shows_somewhere("Unfinished: 1 of 2 questions answered,"));
  CHECK(pith.shows_somewhere("By question"));
  CHECK(pith.shows_somewhere("pith: stopped; 1 answer saved, 1 still to answer") ==
        (status == 130));
}

TEST_CASE("an exam that is left at a follow-up has nothing to ask again", "[cli]") {
  Home home(
      "deck: d\nitems:\n  - {id: a, question: First, points: [alpha, {point: beta, group: g}]}\n");
  Pith pith(home, {"exam", "--follow-up", "--encoder", "none"});
  pith.when("c copy these decks", "\r");
  pith.when("1 of 1", "alpha\r");
  pith.when("follow-up", "\x03");
  CHECK(pith.wait() == 130);
  CHECK(pith.shows_somewhere("pith: stopped; 1 answer saved, 0 still to answer"));
  CHECK(!pith.shows_somewhere("to ask again"));
  CHECK(!pith.shows_somewhere("not asked again"));
}

TEST_CASE("a terminal that goes away takes no answer with it", "[cli]") {
  Home home;
  Pith pith(home);
  pith.when("c copy these decks", "\r");
  pith.when("First", "alpha\r");
  pith.shows_somewhere("Enter next");
  pith.hang_up();
  CHECK(pith.wait() == 130);
  CHECK(home.answers() == 1);
}

namespace {

/// What is typed to come to a prompt, what the screen shows there, and how many answers are saved.
struct Prompt {
  std::vector<std::pair<std::string, std::string>> way;  ///< Seen, then typed.
  std::string shown;
  std::size_t answers = 0;
  std::string settings{};  ///< The configuration.
  std::string above{};     ///< What stands above it again after the terminal was given back.
};

/// What ends a session from outside.
struct End {
  std::string name;
  std::function<void(Pith&)> come;
  bool terminal_stays = true;
};

const std::vector<End> kEnds = {
    {"Ctrl-C", [](Pith& pith) { pith.type("\x03"); }},
    {"SIGINT", [](Pith& pith) { pith.signal(SIGINT); }},
    {"SIGTERM", [](Pith& pith) { pith.signal(SIGTERM); }},
    {"SIGHUP", [](Pith& pith) { pith.signal(SIGHUP); }},
    {"a terminal that is closed", [](Pith& pith) { pith.hang_up(); }, false},
};

const std::vector<Prompt>& prompts() {
  static const std::vector<std::pair<std::string, std::string>> asked = {
      {"c copy these decks", "\r"}};
  const auto after = [](std::vector<std::pair<std::string, std::string>> way) {
    way.insert(way.begin(), asked.begin(), asked.end());
    return way;
  };
  static const std::vector<Prompt> all = {
      {{}, "c copy these decks", 0},
      {asked, "Esc more", 0, "", "First"},
      {after({{"Esc more", "half a tho"}}), "half a tho", 0, "", "First"},
      {after({{"Esc more", "\x1b"}}), "Esc back", 0, "", "First"},
      {after({{"Esc more", "\r"}}), "Enter give up", 0, "", "First"},
      {after({{"Esc more", "?"}, {"Enter sends the answer", ""}}), "Esc more", 0},
      {after({{"Esc more", "\t"}, {"Hint: Greek", ""}}), "Esc more", 0, "", "Hint: Greek"},
      {after({{"Esc more", "\x1b"}, {"Esc back", "p"}}), "paused", 0},
      {after({{"Esc more", "alpha\r"}}), "Enter keeps hit", 1, "ask: always\n", "> alpha"},
      {after({{"Esc more", "\x1b"}, {"Esc back", "r"}}), "it is asked soon", 0, "", "  · beta"},
      {after({{"Esc more", "alpha\r"}}), "Enter next", 1, "", "1 ✓ hit       alpha"},
      {after({{"Esc more", "alpha\r"}, {"Enter next", "2"}}), "r reversed", 1, "",
       "2 ✗ missed    beta"},
      {after({{"Esc more", "alpha\r"}, {"Enter next", "\r"}}), "Enter turn over", 1, "", "Front"},
      {after({{"Esc more", "alpha\r"}, {"Enter next", "\r"}, {"Enter turn over", "\r"}}), "1 again",
       1, "", "Back"},
  };
  return all;
}

}  // namespace

TEST_CASE("at every prompt, whatever ends it: the terminal is as before and nothing is lost",
          "[cli]") {
  const auto end = GENERATE(from_range(kEnds));
  const auto which = GENERATE(range(std::size_t{0}, prompts().size()));
  const auto& prompt = prompts().at(which);
  CAPTURE(end.name, prompt.shown);
  Home home(kEveryPrompt);
  home.configure(prompt.settings);
  Pith pith(home);
  for (const auto& [seen, typed] : prompt.way) {
    CHECK(pith.when(seen, typed));
  }
  CHECK(pith.shows_somewhere(prompt.shown));

  end.come(pith);

  CHECK(pith.wait() == 130);
  CHECK((!end.terminal_stays || pith.modes() == pith.first_modes()));
  CHECK(home.answers() == prompt.answers);
}

TEST_CASE("whoever leaves while a server is asked need not wait for it, and the answer is saved",
          "[cli]") {
  const auto end = GENERATE(from_range(kEnds));
  CAPTURE(end.name);
  const pith::test::StubServer silent({});
  Home home(kEveryPrompt);
  home.configure("endpoint: {url: '" + silent.url() + "', model: m, timeout: 600}\n");
  Pith pith(home, {"--encoder", "endpoint"});
  pith.when("c copy these decks", "\r");
  pith.when("Esc more", "alphabets, perhaps\r");
  REQUIRE(pith.until([&](const auto&) { return !silent.requests().empty(); }));
  end.come(pith);
  CHECK(pith.wait() == 130);
  CHECK(home.answers() == 1);
  if (end.terminal_stays) {
    CHECK(pith.modes() == pith.first_modes());
    CHECK(pith.shows_somewhere("pith: stopped; 1 answer saved, "));
  }
}

TEST_CASE("Ctrl-Z at every prompt gives the terminal back, and fg draws the prompt again",
          "[cli]") {
  const auto which = GENERATE(range(std::size_t{0}, prompts().size()));
  const auto& prompt = prompts().at(which);
  CAPTURE(prompt.shown);
  Home home(kEveryPrompt);
  home.configure(prompt.settings);
  std::string command;
  for (const auto& word : home.command({"--encoder", "none"})) {
    command += word + ' ';
  }
  PtyProgram shell({"/bin/bash", "--norc", "--noprofile", "-i"}, 120, 50);
  shell.type("PS1='sh$ '; modes=$(stty -g); clear\r");
  REQUIRE(shell.shows({"sh$"}, {0, 4}));
  shell.type(command + "\r");
  for (const auto& [seen, typed] : prompt.way) {
    CHECK(shell.shows_somewhere(seen));
    shell.type(typed);
  }
  CHECK(shell.shows_somewhere(prompt.shown));

  shell.type("\x1a");
  REQUIRE(shell.shows_somewhere("Stopped"));
  shell.type("clear; [ \"$modes\" = \"$(stty -g)\" ] && echo 'as before' | tr a A\r");
  CHECK(shell.shows_somewhere("As before"));
  shell.type("fg; echo status $?\r");
  CHECK(shell.shows_somewhere(prompt.shown));
  CHECK(shell.shows_somewhere(prompt.above));
  shell.type("\x03");
  CHECK(shell.shows_somewhere("status 130"));
}

TEST_CASE("whatever comes while the editor is open, what it held is kept", "[cli]") {
  const auto end = GENERATE(from_range(kEnds));
  const bool in_deck = GENERATE(false, true);
  CAPTURE(end.name, in_deck);
  Home home(kEveryPrompt);
  const auto root = home.root().string();
  home.edit_with("for last; do :; done; echo '# and more' >> \"$last\"; touch " + root +
                 "/open; until [ -e " + root + "/leave ]; do sleep 0.05; done\n");
  Pith pith(home);
  pith.when("c copy these decks", "c");
  pith.when("Esc more", "half a tho");
  pith.when("> half a tho", in_deck ? "\x1b" : "\x18\x05");
  if (in_deck) {
    pith.when("Esc back", "o");
  }
  REQUIRE(pith.until([&](const auto&) { return fs::exists(home.root() / "open"); }));
  end.come(pith);
  std::ofstream(home.root() / "leave") << "";
  if (end.name == "Ctrl-C" || end.name == "SIGINT") {  // it was meant for the editor
    pith.when("Esc more", "\x03");
  }
  CHECK(pith.wait() == 130);
  CHECK((!end.terminal_stays || pith.modes() == pith.first_modes()));
  Pith again(home);
  CHECK(again.shows_somewhere("> half a tho"));
}

TEST_CASE("whatever comes while a broken deck waits to be edited again, what was written is kept",
          "[cli]") {
  const auto end = GENERATE(from_range(kEnds));
  CAPTURE(end.name);
  Home home;
  fs::create_directories(home.data() / "decks");
  fs::copy_file(home.shipped(), home.data() / "decks/d.yaml");
  home.edit_with("echo 'items: 7' > \"$2\"\n");
  Pith pith(home, {"edit", "d/a"});
  REQUIRE(pith.shows_somewhere("Enter edit again"));
  end.come(pith);
  CHECK(pith.wait() == 3);
  CHECK((!end.terminal_stays || pith.modes() == pith.first_modes()));
  CHECK(text_of(home.data() / "decks/d.yaml") == kDeck);
  CHECK(text_of(home.data() / "decks/d.yaml.rescued") == "items: 7\n");
}

TEST_CASE("a pager that is left or loses its terminal gives it back as it was", "[cli]") {
  const bool closed = GENERATE(false, true);
  Home home;
  PtyProgram pith(home.command({"help", "decks"}), 80, 10);
  CHECK(pith.until([](const auto& screen) { return screen.rows().size() == 10; }));
  if (closed) {
    pith.hang_up();
    CHECK(pith.wait() != -1);
  } else {
    pith.type("q");
    CHECK(pith.wait() == 0);
    CHECK(pith.modes() == pith.first_modes());
  }
}

TEST_CASE("a doubt tells what speaks for the point, and nothing where nothing does", "[cli]") {
  Home home("deck: d\nitems:\n  - {id: a, question: First, points: [alpha, beta]}\n");
  home.configure("ask: always\n");
  Pith pith(home);
  pith.when("c copy these decks", "\r");
  pith.when("Esc more", "alpha\r");
  CHECK(pith.when("Unsure, by “alpha”: ", "\r"));
  CHECK(pith.shows_somewhere("Did you say “beta”"));
  CHECK(pith.shows_somewhere("Enter keeps missed"));
  CHECK(std::ranges::none_of(pith.screen().rows(), [](const auto& row) {
    return row.find("not mentioned") != std::string::npos;
  }));
  pith.type("q");
  pith.wait();
}

TEST_CASE("grade asks for the answer that was not given", "[cli]") {
  Home home("deck: d\nitems:\n  - {id: a, question: First, points: [alpha, beta]}\n");
  Pith pith(home, {"grade", "d/a", "--encoder", "none"});
  SECTION("and grades what is typed") {
    CHECK(pith.when("First", "alpha\r"));
    CHECK(pith.shows_somewhere("score 0.50"));
    CHECK(pith.wait() == 1);
    CHECK(std::ranges::count(pith.screen().rows(), "First") == 1);
  }
  SECTION("and ends where somebody leaves") {
    CHECK(pith.when("First", "alp\x03"));
    CHECK(pith.wait() == 130);
  }
  CHECK(pith.modes() == pith.first_modes());
}

TEST_CASE("new asks in lines that are edited as those of a session", "[cli]") {
  Home home;
  const auto deck = home.data() / "decks/law.yaml";
  SECTION("for a deck") {
    Pith pith(home, {"new", "deck"});
    CHECK(pith.when("Id", "法律\x7f\x7flww\x7f\x1b[Da\r"));
    CHECK(pith.when("Title", "契约\x01法 \x05 \r"));
    CHECK(pith.when("Language", "English please\r"));
    CHECK(pith.when("is no language tag", "zh\r"));
    CHECK(pith.shows_somewhere("Add to it with"));
    CHECK(pith.wait() == 0);
    CHECK(text_of(deck) == "deck: law\ntitle: 法 契约\nlanguage: zh\nitems: []\n");
    CHECK(pith.modes() == pith.first_modes());
  }
  SECTION("for an item") {
    fs::create_directories(deck.parent_path());
    std::ofstream(deck) << "deck: law\nitems: []\n";
    auto command = home.command({"new", "item", "law"});
    std::erase_if(command, [](const auto& word) { return word.starts_with("EDITOR="); });
    PtyProgram pith(command, 80, 50);
    CHECK(pith.shows_somewhere("Question:"));
    pith.type("什么\x17\x17什么是契约？\r");
    CHECK(pith.shows_somewhere("Point"));
    SECTION("which is written when its last point was said") {
      pith.type("offer\r");
      pith.type(
          "acceptanec\x1b[D\x7f\x1b[C"
          "e\r\r");
      CHECK(pith.wait() == 0);
      CHECK(text_of(deck) ==
            "deck: law\nitems:\n  - question: 什么是契约？\n    points:\n"
            "      - offer\n      - acceptance\n");
    }
    SECTION("or is not, where somebody leaves") {
      pith.type("offer\r\x03");
      CHECK(pith.wait() == 130);
      CHECK(text_of(deck) == "deck: law\nitems: []\n");
    }
    CHECK(pith.modes() == pith.first_modes());
  }
}

TEST_CASE("new asks as well where the cursor cannot be moved", "[cli]") {
  Home home;
  auto command = home.command({"new", "deck"});
  std::ranges::replace(command, std::string("TERM=xterm-256color"), std::string("TERM=dumb"));
  PtyProgram pith(command, 80, 50);
  CHECK(pith.shows_somewhere("Id"));
  SECTION("a line at a time") {
    pith.type("law\n");
    CHECK(pith.shows_somewhere("Title:"));
    pith.type("Law\n");
    CHECK(pith.shows_somewhere("Language"));
    pith.type("\n");
    CHECK(pith.wait() == 0);
    CHECK(text_of(home.data() / "decks/law.yaml") == "deck: law\ntitle: Law\nitems: []\n");
  }
  SECTION("until somebody leaves") {
    pith.type("law\n");
    CHECK(pith.shows_somewhere("Title:"));
    pith.type("\x03");
    CHECK(pith.wait() == 130);
    CHECK_FALSE(fs::exists(home.data() / "decks/law.yaml"));
  }
}
