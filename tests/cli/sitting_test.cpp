// pith itself at a pseudo-terminal.
#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "history/store.h"
#include "support/pty_program.h"
#include "support/stub_server.h"
#include "support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using pith::test::PtyProgram;
using pith::test::TemporaryFolder;

constexpr auto kEveryPrompt =
    "deck: d\nitems:\n"
    "  - {id: a, question: First, points: [alpha, beta], hints: [Greek], time_limit: 1h}\n"
    "  - {id: b, front: Front, back: Back}\n";

constexpr auto kDeck =
    "deck: d\nitems:\n  - {id: a, question: First, answer: alpha}\n"
    "  - {id: b, question: Second, answer: beta}\n";

/// A learner with a home of their own; a binary in PREFIX/bin whose shipped deck is `d`.
class Home {
 public:
  explicit Home(std::string_view deck = kDeck) {
    fs::create_directories(root() / "bin");
    fs::create_directories(root() / "share" / "pith" / "decks");
    std::ofstream(shipped()) << deck;
    fs::copy_file(PITH_BINARY, root() / "bin" / "pith");
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
  [[nodiscard]] fs::path editor() const { return root() / "bin" / "editor"; }
  [[nodiscard]] const fs::path& root() const { return folder_.path(); }
  [[nodiscard]] fs::path shipped() const { return root() / "share/pith/decks/d.yaml"; }
  [[nodiscard]] fs::path data() const { return root() / ".local/share/pith"; }
  void configure(const std::string& settings) const {
    fs::create_directories(root() / ".config/pith");
    std::ofstream(root() / ".config/pith/config.yaml") << settings;
  }
  void edit_with(const std::string& script) const {
    std::ofstream(editor()) << "#!/bin/sh\n" << script;
    fs::permissions(editor(), fs::perms::owner_all);
  }
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
      {asked, "Esc more", 0},
      {after({{"Esc more", "half a tho"}}), "half a tho", 0},
      {after({{"Esc more", "\x1b"}}), "Esc back", 0},
      {after({{"Esc more", "\r"}}), "Enter give up", 0},
      {after({{"Esc more", "?"}, {"Enter sends the answer", ""}}), "Esc more", 0},
      {after({{"Esc more", "\t"}, {"Hint: Greek", ""}}), "Esc more", 0},
      {after({{"Esc more", "\x1b"}, {"Esc back", "p"}}), "paused", 0},
      {after({{"Esc more", "alpha\r"}}), "Enter hit", 1, "ask: always\n"},
      {after({{"Esc more", "\x1b"}, {"Esc back", "r"}}), "it is asked soon", 0},
      {after({{"Esc more", "alpha\r"}}), "Enter next", 1},
      {after({{"Esc more", "alpha\r"}, {"Enter next", "2"}}), "r reversed", 1},
      {after({{"Esc more", "alpha\r"}, {"Enter next", "\r"}}), "Enter turn over", 1},
      {after({{"Esc more", "alpha\r"}, {"Enter next", "\r"}, {"Enter turn over", "\r"}}), "1 again",
       1},
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
  CHECK(pith.wait() == 0);
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

TEST_CASE("a half-typed answer is offered next time, and gone once it was sent", "[cli]") {
  const std::string leaving = GENERATE("\x03", "\x1bq", "\x1b\x03", "");
  CAPTURE(leaving);
  Home home;
  Pith first(home);
  first.when("c copy these decks", "\r");
  first.when("Esc more", "alp");
  first.shows_somewhere("> alp");
  if (leaving.starts_with("\x1b")) {
    first.type("\x1b");
    first.when("Esc back", leaving.substr(1));
  } else if (leaving.empty()) {
    first.hang_up();
  } else {
    first.type(leaving);
  }
  first.wait();

  Pith second(home);
  CHECK(second.shows_somewhere("You had begun this answer."));
  CHECK(second.when("> alp", "ha\r"));
  CHECK(second.when("100%", "q"));
  CHECK(second.wait() == 0);

  Pith third(home);
  third.when("Second", "bet");
  third.shows_somewhere("> bet");
  CHECK(fs::exists(home.data() / "pith.drafts"));
  third.type("a\r");
  CHECK(third.when("100%", "q"));
  CHECK(third.wait() == 0);
  CHECK(fs::is_empty(home.data() / "pith.drafts"));
}

TEST_CASE("where the terminal drops a line, only the draft from before is said to be kept",
          "[cli]") {
  Home home;
  Pith first(home);
  first.when("c copy these decks", "\r");
  first.when("Esc more", "alp");
  first.when("> alp", "\x03");
  CHECK(first.shows_somewhere("What you had begun is kept for next time."));
  first.wait();

  auto command = home.command({"--encoder", "none"});
  std::ranges::replace(command, std::string("TERM=xterm-256color"), std::string("TERM=dumb"));
  PtyProgram dumb(command, 80, 50);
  CHECK(dumb.shows_somewhere("> alp"));
  CHECK(dumb.shows_somewhere("Enter sends this"));
  dumb.type("hab");
  CHECK(dumb.shows_somewhere("> hab"));
  dumb.type("\x03");  // the kernel throws the line away
  CHECK(dumb.wait() == 130);
  CHECK(dumb.shows_somewhere("The answer begun before is kept as it was."));
  CHECK(std::ranges::count(dumb.screen().rows(), "What you had begun is kept for next time.") == 0);

  Pith again(home);
  CHECK(again.when("> alp", "ha\r"));
  CHECK(again.when("100%", "q"));
}

TEST_CASE("an answer from the editor is kept though nothing is typed after it", "[cli]") {
  Home home;
  home.edit_with("for file; do :; done; echo alp >\"$file\"\n");
  Pith pith(home);
  pith.when("c copy these decks", "\r");
  pith.when("Esc more", "\x18\x05");
  const auto kept = [&](const auto& /*screen*/) {
    const auto drafts = home.data() / "pith.drafts";
    return fs::exists(drafts) && !fs::is_empty(drafts);
  };
  CHECK(pith.shows_somewhere("> alp"));
  CHECK(pith.until(kept));
}

TEST_CASE("o opens the item's deck at its line, and the session goes on with what it says now",
          "[cli]") {
  Home home;
  home.edit_with("echo \"$1\" > " + home.root().string() +
                 "/line\nsed -i 's/First/Foremost/; s/alpha/omega/' \"$2\"\n");
  Pith pith(home);
  pith.when("c copy these decks", "c");
  pith.when("Esc more", "\x1b");
  CHECK(pith.when("o edit", "o"));
  CHECK(pith.shows_somewhere("Foremost"));
  CHECK(text_of(home.root() / "line") == "+3\n");
  CHECK(pith.when("Esc more", "omega\r"));
  CHECK(pith.when("100%", "q"));
  CHECK(pith.wait() == 0);
}

TEST_CASE("the help names what can be done where it is asked for", "[cli]") {
  Home home;
  const auto help_of = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--encoder", "none"});
    Pith pith(home, std::move(arguments));
    pith.when("c copy these decks", "\r");
    pith.when("Esc more", "?");
    CHECK(pith.shows_somewhere("saved."));
    std::string help;
    for (const auto& row : pith.screen().rows()) {
      help += row + ' ';
    }
    pith.type("\x03");
    pith.wait();
    return help.substr(help.find("Enter sends the answer"));
  };
  const auto review = help_of({});
  const auto exam = help_of({"exam"});
  CAPTURE(review, exam);
  for (const auto* const word :
       {"read a new question's points first", "hint", "edit,", "undo,", "overrules"}) {
    CAPTURE(word);
    CHECK(review.find(word) != std::string::npos);
    CHECK(exam.find(word) == std::string::npos);
  }
  for (const auto& help : {review, exam}) {
    CHECK(help.find("give up") < help.find("skip, not today, suspend"));
    CHECK(help.find("mark for editing later") < help.find("quit. "));
  }
}

TEST_CASE("an editor that pith does not know gets the file alone", "[cli]") {
  Home home;
  fs::create_directories(home.data() / "decks");
  fs::copy_file(home.shipped(), home.data() / "decks/d.yaml");
  const auto script = home.root() / "bin" / "mend";
  std::ofstream(script) << "#!/bin/sh\nexec sed -i s/First/Foremost/ \"$@\"\n";
  fs::permissions(script, fs::perms::owner_all);
  auto command = home.command({});
  std::ranges::replace(command, "EDITOR=" + home.editor().string(), "EDITOR=" + script.string());
  pith::test::PtyProgram edit(command, 80, 50);
  edit.shows_somewhere("Esc more");
  edit.type("\x1b");
  edit.shows_somewhere("o edit");
  edit.type("o");
  CHECK(edit.shows_somewhere("Foremost"));
}

TEST_CASE("a shipped deck is not edited, and a deck that was broken is named", "[cli]") {
  Home home;
  home.edit_with("echo 'items: 7' > \"$2\"\n");
  Pith shipped(home);
  shipped.when("c copy these decks", "\r");
  shipped.when("Esc more", "\x1b");
  shipped.when("o edit", "o");
  CHECK(shipped.shows_somewhere("This deck came with pith"));
  shipped.type("\x03");
  shipped.wait();

  fs::create_directories(home.data() / "decks");
  fs::copy_file(home.shipped(), home.data() / "decks/d.yaml");
  Pith own(home);
  own.when("Esc more", "\x1b");
  own.when("o edit", "o");
  CHECK(own.shows_somewhere("must be a list"));
  CHECK(own.shows_somewhere("First"));
}

TEST_CASE("m marks an item for editing and takes the mark away, and marks outlive a crash",
          "[cli]") {
  Home home;
  Pith pith(home);
  pith.when("c copy these decks", "c");
  pith.when("Esc more", "\x1b");
  CHECK(pith.when("m mark", "m"));
  CHECK(pith.when("marked for editing; m again takes the mark away", ""));
  pith.type("alpha\r");
  CHECK(pith.when("Enter next", "\r"));
  pith.when("Second", "beta\r");
  CHECK(pith.when("Enter finish", "m"));
  CHECK(pith.until([](const auto& screen) {
    return std::ranges::count(screen.rows(), "marked for editing; m again takes the mark away") ==
           2;
  }));
  pith.signal(SIGKILL);
  pith.wait();

  Pith marked(home, {"list", "--marked"});
  CHECK(marked.wait() == 0);
  CHECK(marked.shows_somewhere("d  (2 items)"));

  Pith again(home, {"drill", "d/b", "--encoder", "none"});
  again.when("Esc more", "beta\r");
  CHECK(again.when("Enter finish", "m"));
  CHECK(again.when("no longer marked", "m"));
  CHECK(again.shows_somewhere("m again"));
  again.type("\r");
  CHECK(again.wait() == 0);
  CHECK(again.shows_somewhere("Marked for editing: d/b (`pith list --marked`)."));

  home.edit_with("sed -i 's/alpha/omega/' \"$2\"\n");
  Pith edit(home, {"edit", "d/a"});
  CHECK(edit.wait() == 0);
  CHECK(edit.shows_somewhere("d/a is no longer marked."));

  home.edit_with("sed -i 's/beta/gamma/' \"$2\"\n");
  Pith in_session(home, {"drill", "d/b", "--encoder", "none"});
  in_session.when("Esc more", "\x1b");
  in_session.when("o edit", "o");
  CHECK(in_session.when("edited; no longer marked", "\x03"));
  in_session.wait();

  Pith none(home, {"list", "--marked"});
  CHECK(none.wait() == 0);
  CHECK(none.shows_somewhere("pith: nothing is marked"));
}
