// Drafts and editors at a pseudo-terminal.
#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "cli/sitting.h"
#include "deck/identity.h"
#include "history/store.h"

namespace {

namespace fs = std::filesystem;
using namespace pith::test;

/// The next session offers what was begun, `alp`, which is then answered in full.
void check_offered(const Home& home) {
  Pith next(home);
  CHECK(next.shows_somewhere("You had begun this answer."));
  CHECK(next.when("> alp", "ha\r"));
  CHECK(next.when("100%", "q"));
  CHECK(next.wait() == 0);
}

}  // namespace

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

  check_offered(home);

  Pith third(home);
  third.when("Second", "bet");
  third.shows_somewhere("> bet");
  CHECK(fs::exists(home.data() / "pith.drafts"));
  third.type("a\r");
  CHECK(third.when("100%", "q"));
  CHECK(third.wait() == 0);
  CHECK(fs::is_empty(home.data() / "pith.drafts"));
}

TEST_CASE("what was begun of a skipped item is offered next time", "[cli]") {
  Home home;
  Pith first(home);
  first.when("c copy these decks", "\r");
  first.when("Esc more", "alp\x1b");
  first.when("Esc back", "s");
  CHECK(first.when("Second", "\x03"));
  first.wait();

  check_offered(home);
}

TEST_CASE("a draft names the options that were chosen, however they are shuffled now", "[cli]") {
  const auto row_of = [](Pith& pith, std::string_view begin, std::string_view end) {
    for (const auto& row : pith.screen().rows()) {
      if (row.starts_with(begin) && row.ends_with(end)) {
        return row;
      }
    }
    return std::string();
  };
  Home home(
      "deck: d\nitems:\n"
      "  - {id: a, question: Q, choices: {correct: [one, two], wrong: [three, four, five]}}\n");
  Pith first(home, {"drill", "--seed", "1", "--encoder", "none"});
  first.when("c copy these decks", "\r");
  first.when("Esc more", "a");
  first.when("> a", "\x03");
  first.wait();
  const auto chosen = row_of(first, "  a) ", "").substr(5);

  int moved = 0;
  for (const auto* const seed : {"2", "3", "4"}) {
    Pith second(home, {"drill", "--seed", seed, "--encoder", "none"});
    CHECK(second.shows_somewhere("Esc more"));
    const auto letter = row_of(second, "  ", ") " + chosen).substr(2, 1);
    CHECK(second.when("> " + letter, "\x03"));
    second.wait();
    moved += letter != "a" ? 1 : 0;
  }
  CHECK(moved > 0);
}

TEST_CASE("where the terminal drops a line, only the draft from before is said to be kept",
          "[cli]") {
  Home home;
  Pith first(home);
  first.when("c copy these decks", "\r");
  first.when("Esc more", "alp");
  first.when("> alp", "\x03");
  CHECK(first.shows_somewhere(
      "What you had begun is kept: it is there when this question is asked again."));
  first.wait();

  auto command = home.command({"--encoder", "none"});
  std::ranges::replace(command, std::string("TERM=xterm-256color"), std::string("TERM=dumb"));
  PtyProgram dumb(command, 80, 50);
  CHECK(dumb.shows_somewhere("> alp"));
  CHECK(dumb.shows_somewhere("Enter sends this"));
  // The kernel echoes at once: what is typed before the prompt stands is shown before it.
  CHECK(dumb.until([](const auto& screen) { return screen.rows().back() == ">"; }));
  dumb.type("hab");
  CHECK(dumb.shows_somewhere("> hab"));
  dumb.type("\x03");  // the kernel throws the line away
  CHECK(dumb.wait() == 130);
  CHECK(dumb.shows_somewhere("The answer begun before is kept as it was."));
  CHECK(std::ranges::count(
            dumb.screen().rows(),
            "What you had begun is kept: it is there when this question is asked again.") == 0);

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

TEST_CASE("an item without an id that is reworded in a session keeps its answers", "[cli]") {
  Home home(
      "deck: d\nitems:\n  - question: What is first?\n    points: [alpha, omega]\n"
      "  - question: What is second?\n    answer: beta\n");
  home.edit_with("sed -i 's/is first/comes first/; s/omega/Omega point/' \"$2\"\n");
  Pith pith(home);
  pith.when("c copy these decks", "c");
  pith.when("Esc more", "alpha, and the end of it all\r");
  CHECK(pith.when("50%", "o"));
  CHECK(pith.when("edited", "2"));
  CHECK(pith.when("r reversed", "h"));
  CHECK(pith.when("100%", "q"));
  CHECK(pith.wait() == 0);

  const pith::history::History history(home.data() / "pith.db", {.read_only = true});
  const pith::history::ItemId now{"d", pith::deck::id_of_question("What comes first?")};
  const auto state = history.state(now);
  REQUIRE(state);
  CHECK(state->points.size() == 2);
  const auto learned = history.wordings(now);
  REQUIRE(learned.size() == 1);
  CHECK(learned[0].point == "omegapoint");
}

TEST_CASE("what the editor leaves as it was stays marked", "[cli]") {
  Home home;
  home.edit_with(":\n");
  Pith pith(home);
  pith.when("c copy these decks", "c");
  pith.when("Esc more", "\x1b");
  CHECK(pith.when("m mark", "m"));
  CHECK(pith.when("m again takes the mark away", "\x1b"));
  CHECK(pith.when("o edit", "o"));
  CHECK(pith.when("Nothing was changed.", "\x03"));
  pith.wait();
  Pith marked(home, {"list", "--marked"});
  CHECK(marked.wait() == 0);
  CHECK(marked.shows_somewhere("d  (1 item)"));
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
  CHECK(shipped.shows_somewhere("mkdir -p"));
  CHECK(shipped.shows_somewhere("mkdir -p '"));
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

TEST_CASE("an editor that cannot write an answer is named, and what to set", "[cli]") {
  Home home;
  auto command = home.command({});
  std::ranges::replace(command, "EDITOR=" + home.editor().string(),
                       std::string("EDITOR=no-such-ed"));
  pith::test::PtyProgram pith(command, 80, 50);
  pith.shows_somewhere("c copy these decks");
  pith.type("\r");
  pith.shows_somewhere("Esc more");
  pith.type("half a thought\x18\x05");
  CHECK(pith.shows_somewhere("'no-such-ed' failed; set $VISUAL or $EDITOR"));
  CHECK(pith.shows_somewhere("half a thought"));
}

TEST_CASE("where no editor is set vi is opened, if it is there", "[cli]") {
  const bool there = GENERATE(true, false);
  Home home;
  fs::create_directories(home.data() / "decks");
  fs::copy_file(home.shipped(), home.data() / "decks/d.yaml");
  home.edit_with("sed -i 's/First/Foremost/' \"$2\"\n");
  fs::rename(home.editor(), home.root() / "bin" / (there ? "vi" : "edlin"));
  auto command = home.command({});
  std::ranges::replace(command, "EDITOR=" + home.editor().string(),
                       "PATH=" + (home.root() / "bin").string() + (there ? ":/bin:/usr/bin" : ""));
  pith::test::PtyProgram pith(command, 80, 50);
  pith.shows_somewhere("Esc more");
  pith.type("\x1b");
  pith.shows_somewhere("o edit");
  pith.type("o");
  CHECK(pith.shows_somewhere(there ? "Foremost" : "no editor: set $VISUAL or $EDITOR"));
}

TEST_CASE("an editor that fails in a session leaves the deck as it was", "[cli]") {
  Home home;
  home.edit_with("sed -i 's/First/Foremost/' \"$2\"\nexit 1\n");
  Pith pith(home);
  pith.when("c copy these decks", "c");
  pith.when("Esc more", "\x1b");
  CHECK(pith.when("o edit", "o"));
  CHECK(pith.when("nothing was changed", "alpha\r"));
  CHECK(pith.when("100%", "q"));
  CHECK(pith.wait() == 0);
  CHECK(text_of(home.data() / "decks/d.yaml") == kDeck);
}

TEST_CASE("a mistake made in a session is shown with its place and opened again", "[cli]") {
  Home home;
  home.edit_with("if grep -q 'items: 7' \"$2\"; then cp " + (home.root() / "mended").string() +
                 " \"$2\"; else echo 'items: 7' >\"$2\"; fi\n");
  std::ofstream(home.root() / "mended")
      << "deck: d\nitems:\n  - {id: a, question: Foremost, answer: omega}\n";
  const auto deck = home.data() / "decks/d.yaml";
  Pith pith(home);
  pith.when("c copy these decks", "c");
  pith.when("Esc more", "\x1b");
  CHECK(pith.when("o edit", "o"));
  CHECK(pith.shows_somewhere("must be a list"));
  CHECK(pith.shows_somewhere("d.yaml:1:"));
  CHECK(pith.shows_somewhere("Enter edit again"));
  CHECK(text_of(deck) == kDeck);

  SECTION("mended, it is what the session goes on with") {
    pith.type("\r");
    CHECK(pith.shows_somewhere("Foremost"));
    CHECK(text_of(deck) == text_of(home.root() / "mended"));
    CHECK(pith.when("Esc more", "omega\r"));
    CHECK(pith.when("100%", "q"));
    CHECK(pith.wait() == 0);
  }
  SECTION("dropped, the question stands as it was") {
    pith.type("q");
    CHECK(pith.when("Nothing was changed.", "alpha\r"));
    CHECK(pith.when("100%", "q"));
    CHECK(pith.wait() == 0);
    CHECK(text_of(deck) == kDeck);
  }
  SECTION("left, it is kept beside the deck") {
    pith.type("\x03");
    CHECK(pith.wait() == 130);
    CHECK(pith.shows_somewhere("what you wrote is in"));
    CHECK(text_of(deck) == kDeck);
    CHECK(text_of(deck.string() + ".rescued") == "items: 7\n");
  }
}

TEST_CASE("a narrow window does not break the option that lists what was marked", "[cli]") {
  Home home;
  PtyProgram pith(home.command({"drill", "d/b", "--encoder", "none"}), 40, 50);
  CHECK(pith.shows_somewhere("copy these decks"));
  pith.type("c");
  CHECK(pith.shows_somewhere("Esc more"));
  pith.type("beta\r");
  CHECK(pith.shows_somewhere("Enter finish"));
  pith.type("m");
  CHECK(pith.shows_somewhere("takes the mark away"));
  pith.type("\r");
  CHECK(pith.wait() == 0);
  CHECK(std::ranges::count(pith.screen().rows(), "Marked for editing: d/b (`pith list") == 1);
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
