// Doubts, overruling and undo at a pseudo-terminal.
#include <algorithm>
#include <csignal>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "terminal/face_sitting.h"

using namespace pith::test;

TEST_CASE("a correction that could not be written may be made again", "[face]") {
  Sitting pith(kTwo);
  pith.when("Esc more", "alpha\r");
  pith.shows_somewhere("1-2 overrule");
  pith.signal(SIGUSR2);
  const auto failures = [&](std::ptrdiff_t count) {
    return pith.until([&](const auto& screen) {
      return std::ranges::count_if(screen.rows(), [](const std::string& row) {
               return row.find("disk I/O error") != std::string::npos;
             }) == count;
    });
  };
  pith.type("e");
  CHECK_SEEN(pith, failures(1));
  pith.type("u");
  CHECK_SEEN(pith, failures(2));
  pith.type("2");
  pith.when("beta: Enter keeps missed", "h");
  CHECK_SEEN(pith, failures(3));
  pith.signal(SIGUSR1);
  pith.type("2");
  CHECK_SEEN(pith, pith.until([](const auto& screen) {
    return std::ranges::count_if(screen.rows(), [](const std::string& row) {
             return row.starts_with("beta: Enter keeps missed");
           }) >= 1;
  }));
  pith.type("h");
  CHECK_SEEN(pith, pith.when("overruled; pith thought: missed", ""));
  pith.signal(SIGUSR2);
  pith.type("u");
  CHECK_SEEN(pith, failures(4));
  pith.signal(SIGUSR1);
  pith.type("u");
  CHECK_SEEN(pith, pith.when("undone", "q"));
  CHECK(pith.wait() == 0);
  CHECK(pith.has("a [alpha] h>h:3 m>m:1"));
}

TEST_CASE("a verdict is overruled by the number of its point", "[face]") {
  Sitting pith(kTwo);
  pith.when("Esc more", "alpha\r");
  pith.when("1-2 overrule", "2");
  CHECK_SEEN(
      pith, pith.when("beta: Enter keeps missed · h hit · p partial · m missed · r reversed", "h"));
  CHECK_SEEN(pith, pith.when("overruled; pith thought: missed", "q"));
  CHECK(pith.wait() == 0);
  CHECK(pith.has("2 ✓ hit       beta"));
  CHECK(pith.has("    learned: “alpha”"));
  CHECK_SEEN(pith, pith.shows_somewhere("100% · again in 2 days"));
  CHECK(pith.has("a [alpha] h>h:3 m>h:3"));
}

TEST_CASE("where a verdict is changed the number of another point goes there", "[face]") {
  Sitting pith(kTwo);
  pith.when("Esc more", "alpha\r");
  pith.when("1-2 overrule", "2");
  pith.when("beta: Enter keeps missed", "1");
  CHECK_SEEN(pith, pith.when("alpha: Enter keeps hit", "m"));
  CHECK_SEEN(pith, pith.when("overruled; pith thought: hit", "q"));
  CHECK(pith.wait() == 0);
  CHECK(pith.has("    will not count for this point: “alpha”"));
  CHECK(pith.has("a [alpha] h>m:1 m>m:1"));
}

TEST_CASE("where a verdict is changed other keys are told to be none", "[face]") {
  Sitting pith(kTwo);
  pith.when("Esc more", "alpha\r");
  pith.when("1-2 overrule", "2");
  pith.when("beta: Enter keeps missed", "3");
  CHECK_SEEN(pith,
             pith.shows_somewhere("“3” is not known here: h, p, m or r, or the number of a point"));
  CHECK_SEEN(pith, pith.when("beta: Enter keeps missed", "z"));
  CHECK_SEEN(pith, pith.when("“z” is not known here", "p"));
  CHECK_SEEN(pith, pith.when("75%", "q"));
  CHECK(pith.wait() == 0);
  CHECK(pith.has("a [alpha] h>h:3 m>p:2"));
}

TEST_CASE("of keys typed together that are none the first is told, and no more", "[face]") {
  Sitting pith(kTwo);
  pith.when("Esc more", "alpha\r");
  pith.when("1-2 overrule", "2");
  pith.when("beta: Enter keeps missed", "zyx");
  CHECK_SEEN(pith, pith.when("“z” is not known here", "p"));
  CHECK_SEEN(pith, pith.when("75%", "q"));
  CHECK(pith.wait() == 0);
  CHECK_FALSE(pith.shows_somewhere("“y” is not known here"));
  CHECK_FALSE(pith.shows_somewhere("“x” is not known here"));
}

TEST_CASE("u takes answers back to any depth, and gives their words to be mended", "[face]") {
  Sitting pith(kTwo);
  pith.when("Esc more", "alfa\r");
  pith.when("Enter next", "\r");
  pith.when("Second?", "gamma\r");
  pith.when("Enter finish", "u");
  CHECK_SEEN(pith, pith.when("> gamma", "\x1b"));
  CHECK_SEEN(pith, pith.when("Esc back", "u"));
  CHECK_SEEN(pith, pith.when("> alfa",
                             "\x15"
                             "alpha, beta\r"));
  CHECK_SEEN(pith, pith.when("100%", "q"));
  CHECK(pith.wait() == 0);
  CHECK(pith.screen().rows().back() == "a [alpha, beta] h>h:3 h>h:3");
}

TEST_CASE("what was typed comes back after each u, however far back it was said", "[face]") {
  Sitting twice(kTwo);
  twice.when("Esc more", "alfa\r");
  twice.when("Enter next", "\r");
  twice.when("Second?", "gamma\r");
  twice.when("Enter finish", "u");
  CHECK_SEEN(twice, twice.when("undone; Esc, then u undoes more", "\x1b"));
  twice.when("Esc back", "u");
  CHECK_SEEN(twice, twice.until([](const auto& screen) {
    return std::ranges::count(screen.rows(), "> alfa") == 2;
  }));
  twice.type("\r");
  CHECK_SEEN(twice, twice.when("Enter next", "q"));
  CHECK(twice.wait() == 0);
  CHECK(twice.has("a [alfa] m>m:1 m>m:1"));
}

TEST_CASE("u gives the letters of a choice back as the options are shown", "[face]") {
  Sitting pith(
      "deck: d\nitems:\n"
      "  - {id: a, question: Which, choices: {correct: [one, two], wrong: [three, four]}}\n");
  pith.when("Esc more", "ad\r");
  pith.when("Enter finish", "u");
  CHECK_SEEN(pith, pith.when("> a, d", "\r"));
  pith.when("Enter finish", "q");
  CHECK(pith.wait() == 0);
  CHECK_SEEN(pith, pith.screen().rows().back().starts_with("a [d, b]"));
}

TEST_CASE("u gives back no words where none were said", "[face]") {
  Sitting pith(std::string(kCard) + "  - {id: b, question: 'Second?', points: [gamma]}\n");
  pith.when("Enter turn over", "\r");
  pith.when("1 again", "3");
  pith.when("Second?", "\x1b");
  pith.when("Esc back", "u");
  CHECK_SEEN(pith, pith.when("undone", ""));
  CHECK_FALSE(pith.shows_somewhere("undoes more"));
  pith.when("Enter turn over", "\r");
  pith.when("1 again", "4");
  CHECK_SEEN(pith, pith.when("Second?", "delta\r"));
  CHECK_SEEN(pith, pith.when("Enter finish", "q"));
  CHECK(pith.wait() == 0);
  CHECK(pith.has("c [4] h>h:4"));
  CHECK(pith.has("b [delta] m>m:1"));
}

TEST_CASE("u right after overruling takes back that alone, then the answer", "[face]") {
  Sitting pith(kTwo);
  pith.when("Esc more", "alpha\r");
  pith.when("1-2 overrule", "2");
  pith.when("beta: Enter keeps missed", "h");
  CHECK_SEEN(pith, pith.when("100% · again", "u"));
  CHECK_SEEN(pith, pith.when("undone", "q"));
  CHECK(pith.wait() == 0);
  CHECK_SEEN(pith, pith.has("a [alpha] h>h:3 m>m:1"));
}

TEST_CASE("u takes back one step after the other: easy, overruling, answer", "[face]") {
  Sitting pith(kTwo);
  pith.when("Esc more", "alpha\r");
  pith.when("1-2 overrule", "2");
  pith.when("beta: Enter keeps missed", "p");
  CHECK_SEEN(pith, pith.when("75%", "e"));
  CHECK_SEEN(pith, pith.when("easy · again", "u"));
  CHECK_SEEN(pith, pith.when("undone · again", "u"));
  CHECK_SEEN(pith, pith.until([](const auto& screen) {
    return std::ranges::count(screen.rows(), "2 ✗ missed    beta") == 2;
  }));
  pith.type("u");
  CHECK_SEEN(pith, pith.when("Esc more", "\r"));
  CHECK_SEEN(pith, pith.when("Enter next", "q"));
  CHECK(pith.wait() == 0);
  CHECK_SEEN(pith, pith.has("a [alpha] h>h:3 m>m:1"));
}

TEST_CASE("that nothing is easy any more is said", "[face]") {
  Sitting pith(kTwo);
  pith.when("Esc more", "alpha\r");
  pith.when("Enter next", "e");
  pith.when("easy · again", "1");
  CHECK_SEEN(pith, pith.when("alpha: Enter keeps hit", "p"));
  CHECK_SEEN(pith, pith.when("easy no more: no point is hit", "1"));
  CHECK_SEEN(pith, pith.when("alpha: Enter keeps partial", "h"));
  CHECK_SEEN(pith, pith.when("50% · again", "q"));
  CHECK(pith.wait() == 0);
  CHECK_SEEN(pith, pith.has("a [alpha] h>h:4 m>m:1"));
}

TEST_CASE("only the verdicts' letters are taken where a verdict is asked", "[face]") {
  Sitting pith(kTwo, {"--ask-always"});
  pith.when("Esc more", "alpha\r");
  CHECK_SEEN(pith, pith.when("Did you say “alpha” (The first letter.)?", "1234c\r"));
  CHECK_SEEN(pith, pith.when("“beta”?", "2\r"));
  CHECK_SEEN(pith, pith.when("50%", "q"));
  CHECK(pith.wait() == 0);
  CHECK_SEEN(pith, pith.has("a [alpha] h>h:3 m>m:1"));
}

TEST_CASE("u takes back a verdict that was changed where pith was in doubt, then the answer",
          "[face]") {
  Sitting pith(kTwo, {"--ask-always"});
  pith.when("Esc more", "alpha\r");
  CHECK_SEEN(pith, pith.when("Did you say “alpha” (The first letter.)?", "m"));
  CHECK_SEEN(pith, pith.when("“beta”?", "\r"));
  CHECK_SEEN(pith, pith.when("Enter next", "u"));
  CHECK_SEEN(pith, pith.when("50%", "q"));
  CHECK(pith.wait() == 0);
  CHECK_SEEN(pith, pith.has("a [alpha] h>h:3 m>m:1"));
}

TEST_CASE("what was typed before an item was left out comes back with u", "[face]") {
  const std::string key = GENERATE("s", "b", "x");
  CAPTURE(key);
  Sitting pith(kTwo);
  pith.when("Esc more", "alp\x1b");
  pith.when("Esc back", key);
  pith.when("Second?", "\x1b");
  CHECK_SEEN(pith, pith.when("Enter give up", "u"));
  CHECK_SEEN(pith, pith.when("> alp", "ha\r"));
  CHECK_SEEN(pith, pith.when("Enter next", "q"));
  CHECK(pith.wait() == 0);
  CHECK(pith.has("a [alpha] h>h:3 m>m:1"));
}

TEST_CASE("? where a verdict is chosen tells of the keys, and the choice stands", "[face]") {
  Sitting pith(kTwo, {"--ask-always"});
  pith.when("Esc more", "alpha?\r");
  CHECK_SEEN(pith, pith.shows_somewhere("q quit ? help"));
  CHECK_SEEN(pith, pith.when("Did you say “alpha”", "?"));
  CHECK_SEEN(pith, pith.shows_somewhere("Esc as well, and asks about no other point."));
  CHECK_SEEN(pith, pith.when("Did you say “alpha”", "h"));
  CHECK_SEEN(pith, pith.when("“beta”?", "\x1b"));
  CHECK_SEEN(pith, pith.when("1-2 overrule", "2"));
  CHECK_SEEN(pith, pith.shows_somewhere("q quit · ? help"));
  CHECK_SEEN(pith, pith.when("beta: Enter keeps missed", "?"));
  CHECK_SEEN(pith, pith.when("Enter or Esc keeps the verdict.", "p"));
  CHECK_SEEN(pith, pith.when("75%", "q"));
  CHECK(pith.wait() == 0);
  CHECK(pith.has("a [alpha?] p>h:3 m>p:2"));
}

TEST_CASE("doubtful verdicts are put to the learner, the guess as default", "[face]") {
  Sitting pith(kTwo, {"--ask-always"});
  pith.when("Esc more", "alpha?\r");
  CHECK_SEEN(pith, pith.shows_somewhere("Enter keeps partial · h hit"));
  CHECK_SEEN(pith, pith.has("Did you say “alpha” (The first letter.)?"));
  CHECK_SEEN(pith,
             pith.has("Enter keeps partial · h hit · p partial · m missed · r reversed · q quit"));
  pith.type("\r");
  CHECK_SEEN(pith, pith.when("“beta”?", "p"));
  CHECK_SEEN(pith, pith.when("50%", "q"));
  CHECK(pith.wait() == 0);
  CHECK(pith.has("a [alpha?] p>p:2 m>p:2"));
}

TEST_CASE("q leaves at a doubtful verdict, even where it was typed before the doubt was seen",
          "[face]") {
  Sitting pith(kTwo, {"--ask-always"});
  const bool ahead = GENERATE(false, true);
  CAPTURE(ahead);
  pith.when("Esc more", ahead ? "alpha?\rq" : "alpha?\r");
  if (!ahead) {
    CHECK_SEEN(pith, pith.when("Did you say “alpha” (The first letter.)?", "q"));
  }
  CHECK(pith.wait() == 0);
  CHECK(pith.has("a [alpha?] p>p:2 m>m:1"));
}

TEST_CASE("what was typed before a doubt was seen does not settle it", "[face]") {
  Sitting pith(kTwo, {"--ask-always"});
  pith.when("Esc more", "alpha?\rhhmm\r");
  CHECK_SEEN(pith, pith.when("Did you say “alpha” (The first letter.)?", "q"));
  CHECK(pith.wait() == 0);
  CHECK(pith.has("a [alpha?] p>p:2 m>m:1"));
}
