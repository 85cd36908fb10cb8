// Sessions at a pseudo-terminal: what is typed, what is on the screen, and what is in the log.
#include "terminal/face.h"

#include <chrono>
#include <csignal>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

#include "terminal/face_sitting.h"

using namespace pith::test;

TEST_CASE("an answer is taken, its points are listed by number, and Enter goes on", "[face]") {
  Sitting pith(kTwo);
  CHECK_SEEN(pith, pith.when("Esc more", "it is alpha\r"));
  CHECK_SEEN(pith, pith.when("Enter next · 1-2 overrule · e easy · u undo · q quit · ? help", ""));
  const std::vector<std::string> first = {"d · 1 of 2 · new",   "First?",
                                          "2 points",           "> it is alpha",
                                          "  it is [alpha]",    "1 ✓ hit       alpha",
                                          "2 ✗ missed    beta", "█████░░░░░  50% · again tomorrow"};
  auto rows = pith.screen().rows();
  rows.resize(first.size());
  CHECK(rows == first);

  pith.type("\r");
  CHECK_SEEN(pith, pith.when("d · 2 of 2 · new", "gamma\r"));
  CHECK_SEEN(pith, pith.when("Enter finish", "\r"));
  CHECK(pith.wait() == 0);
  CHECK(pith.has("over"));
  CHECK(pith.has("a [it is alpha] h>h:3 m>m:1"));
  CHECK(pith.has("b [gamma] h>h:3"));
}

TEST_CASE("Ctrl-L shows the question again, however far up it is", "[face]") {
  Sitting pith(kTwo);
  std::string lines = "\x1b[200~";
  for (int i = 0; i < 60; ++i) {
    lines += "line\n";
  }
  pith.when("Esc more", lines + "\x1b[201~");
  CHECK_SEEN(pith, pith.shows_somewhere("  line"));
  CHECK_FALSE(pith.has("First?"));
  pith.type("\x1f\x0c");
  CHECK_SEEN(pith, pith.when("First?", "alpha\r"));
  CHECK_SEEN(pith, pith.when("Enter next", "q"));
  CHECK(pith.wait() == 0);
  CHECK(pith.has("a [alpha] h>h:3 m>m:1"));
}

TEST_CASE("a pasted line break does not send the answer", "[face]") {
  Sitting pith(kTwo);
  pith.when("Esc more", "\x1b[200~alpha\nbeta\x1b[201~");
  CHECK_SEEN(pith, pith.shows_somewhere("  beta"));
  pith.type("\r");
  CHECK_SEEN(pith, pith.when("100%", "q"));
  CHECK(pith.wait() == 0);
}

TEST_CASE("a text that begins with the letter of a command is an answer all the same", "[face]") {
  Sitting pith(kTwo);
  pith.when("Esc more", "\r");
  CHECK_SEEN(pith, pith.when("Esc back", "beta, perhaps\r"));
  CHECK_SEEN(pith, pith.when("Enter next", "\r"));
  pith.when("Esc more", "\r");
  CHECK_SEEN(pith, pith.when("Esc back", "q"));
  CHECK(pith.wait() == 0);
  CHECK(pith.has("a [beta, perhaps] m>m:1 h>h:3"));
}

TEST_CASE("what is typed or pasted at the menu of a question goes into its answer", "[face]") {
  Sitting pith(kTwo);
  pith.when("Esc more", "\r");
  CHECK_SEEN(pith, pith.when("Esc back", "答：alpha\r"));
  CHECK_SEEN(pith, pith.when("Enter next", "\r"));
  pith.when("Esc more", "\x1b");
  pith.when("Esc back", "\x1b[200~gamma\x1b[201~");
  CHECK_SEEN(pith, pith.shows_somewhere("> gamma"));
  pith.type("\r");
  CHECK_SEEN(pith, pith.when("Enter finish", "\r"));
  CHECK(pith.wait() == 0);
  CHECK(pith.has("a [答：alpha] h>h:3 m>m:1"));
  CHECK(pith.has("b [gamma] h>h:3"));
}

TEST_CASE("an answer that could not be written stands to be sent again", "[face]") {
  Sitting pith(kTwo, {"--full"});
  CHECK_SEEN(pith, pith.when("Esc more", "it is alpha\r"));
  CHECK_SEEN(pith, pith.shows_somewhere("disk I/O error"));
  CHECK_SEEN(pith, pith.until([](const auto& screen) {
    return std::ranges::count(screen.rows(), "> it is alpha") == 2;
  }));
  pith.signal(SIGUSR1);
  pith.type("\r");
  CHECK_SEEN(pith, pith.when("Enter next", "q"));
  CHECK_SEEN(pith, pith.shows_somewhere("a [it is alpha]"));
  CHECK(pith.wait() == 0);
}

TEST_CASE("a wish that could not be written may be made again", "[face]") {
  const auto [key, done] = GENERATE(table<std::string, std::string>(
      {{"\r", "Enter next"}, {"b", "not before tomorrow"}, {"x", "suspended"}}));
  CAPTURE(key);
  Sitting pith(kTwo, {"--full"});
  pith.when("Esc more", "alp\x1b");
  pith.when("Esc back", key);
  CHECK_SEEN(pith, pith.shows_somewhere("disk I/O error"));
  CHECK_SEEN(pith, pith.when("> alp", ""));
  CHECK_SEEN(pith, pith.when("Esc more", ""));
  pith.signal(SIGUSR1);
  pith.type("\x1b");
  CHECK_SEEN(pith, pith.when("Esc back", key));
  CHECK_SEEN(pith, pith.when(done, "q"));
  if (key != "\r") {
    pith.when("Second?", "\x1b");
    pith.when("Esc back", "q");
  }
  CHECK(pith.wait() == 0);
}

TEST_CASE("a rating that could not be written may be given again", "[face]") {
  Sitting pith(kCard, {"--full"});
  pith.when("Enter turn over", "\r");
  pith.when("1 again", "3");
  CHECK_SEEN(pith, pith.shows_somewhere("disk I/O error"));
  pith.signal(SIGUSR1);
  pith.type("4");
  CHECK(pith.wait() == 0);
  CHECK(pith.has("c [4] h>h:4"));
}

TEST_CASE("what can only be mistyped is asked again and not logged", "[face]") {
  Sitting pith(
      "deck: d\nitems:\n"
      "  - {id: a, question: Which, choices: {correct: [yes it is], wrong: [no it is not]}}\n"
      "  - {id: b, question: How many, answer: 2}\n");
  pith.when("Esc more", "7,q\r");
  CHECK_SEEN(pith, pith.when("not among the options: letters from a to b", "\x15yes it is\r"));
  pith.when("Enter next", "\r");
  pith.when("How many", "some\r");
  CHECK_SEEN(pith, pith.when("there is no number in that",
                             "\x15"
                             "2\r"));
  pith.when("Enter finish", "\r");
  CHECK(pith.wait() == 0);
  CHECK_SEEN(pith, pith.shows_somewhere("a [yes it is]") && pith.shows_somewhere("b [2]"));
}

TEST_CASE("what comes back in the session is announced", "[face]") {
  Sitting pith(kTwo, {"--repeats"});
  pith.when("Esc more", "alpha\r");
  CHECK_SEEN(pith, pith.when("50% · again in this session, then tomorrow", "q"));
  CHECK(pith.wait() == 0);
}

TEST_CASE("? at the menu of a question tells of it, and the menu stays", "[face]") {
  Sitting pith(kTwo);
  pith.when("Esc more", "\x1b");
  pith.when("Esc back", "?");
  CHECK_SEEN(pith, pith.when("lists what else can be done", ""));
  CHECK_SEEN(pith, pith.when("Esc back", "q"));
  CHECK(pith.wait() == 0);
  CHECK(pith.has("over"));
  CHECK_FALSE(pith.has("> q"));
}

TEST_CASE("an empty line asks what is wanted: give up, hint, skip, not today", "[face]") {
  Sitting pith(kTwo);
  pith.when("Tab hint", "al");
  pith.when("> al", "\t");
  CHECK_SEEN(pith, pith.shows_somewhere("Hint: Greek"));
  pith.type("pha\r");
  pith.when("Enter next", "\r");
  pith.when("Second?", "\r");
  CHECK_SEEN(pith,
             pith.when("Enter give up · r read it first · s skip · b not today · x suspend", "\r"));
  CHECK_SEEN(pith, pith.when("Enter finish", "\r"));
  CHECK(pith.wait() == 0);
  CHECK(pith.has("a [alpha] h>h:2 m>m:1"));
  CHECK(pith.has("b [] m>m:1"));
}

TEST_CASE("Enter at the menu sends what was typed, and g gives up", "[face]") {
  Sitting pith(kTwo);
  pith.when("Esc more", "alpha\x1b");
  CHECK_SEEN(pith, pith.when("Enter send · g give up · r read it first", ""));
  CHECK_SEEN(pith, pith.has("> alpha"));
  pith.type("\r");
  CHECK_SEEN(pith, pith.when("Enter next", "\r"));
  CHECK(pith.has("> alpha"));
  CHECK_SEEN(pith, pith.when("Second?", "gam\x1b"));
  CHECK_SEEN(pith, pith.when("g give up", "g"));
  CHECK_SEEN(pith, pith.when("Enter finish", "u"));
  CHECK_SEEN(pith, pith.until([](const auto& screen) {
    const auto rows = screen.rows();
    return rows.size() > 1 && rows.at(rows.size() - 2) == "> gam";
  }));
  pith.type("ma\r");
  CHECK_SEEN(pith, pith.when("Enter finish", "q"));
  CHECK(pith.wait() == 0);
  CHECK(pith.has("a [alpha] h>h:3 m>m:1"));
  CHECK(pith.has("b [gamma] h>h:3"));
}

TEST_CASE("Enter held down gives nothing up", "[face]") {
  Sitting pith(kTwo);
  pith.when("Esc more", std::string(12, '\r'));
  CHECK_SEEN(pith, pith.when("Enter give up", "\x1b"));
  CHECK_SEEN(pith, pith.when("Esc more", "alpha\r"));
  CHECK_SEEN(pith, pith.when("Enter next", "q"));
  CHECK(pith.wait() == 0);
  CHECK(pith.has("a [alpha] h>h:3 m>m:1"));
  CHECK_FALSE(pith.has("b [] m>m:1"));
}

TEST_CASE("a new item is read first on request, and asked afterwards", "[face]") {
  Sitting pith(kTwo);
  pith.when("Esc more", "\x1b");
  pith.when("Esc back", "r");
  CHECK_SEEN(pith, pith.shows_somewhere("The first letter."));
  CHECK_SEEN(pith, pith.when("Enter go on; it is asked soon", "\r"));
  pith.when("Second?", "gamma\r");
  pith.when("Enter next", "\r");
  CHECK_SEEN(pith, pith.when("d · 2 of 2 · new", "alpha beta\r"));
  pith.when("Enter finish", "\r");
  CHECK(pith.wait() == 0);
  CHECK(pith.screen().rows().back() == "a [alpha beta] h>h:3 h>h:3");
}

TEST_CASE("a card is turned over and rated", "[face]") {
  Sitting pith(kCard);
  CHECK_SEEN(pith, pith.when("Enter turn over", "\r"));
  CHECK_SEEN(pith, pith.when("Software as a Service", ""));
  CHECK_SEEN(pith, pith.when("1 again · 2 hard · 3 good · 4 easy", "5 4"));
  CHECK(pith.wait() == 0);
  CHECK(pith.has("c [4] h>h:4"));
}

TEST_CASE("a card whose time is limited has its clock on both sides", "[face]") {
  Sitting pith("deck: d\nitems:\n  - {id: c, front: SaaS, back: Service, time_limit: 59s}\n");
  CHECK_SEEN(pith, pith.shows_somewhere("0:59 · Enter turn over"));
  CHECK_SEEN(pith, pith.when("0:58 · Enter turn over", "\r"));
  CHECK_SEEN(pith, pith.shows_somewhere(" · 1 again · 2 hard"));
  CHECK_SEEN(pith, pith.when("0:5", "3"));
  CHECK(pith.wait() == 0);
  CHECK(pith.has("c [3] h>h:3"));
}

TEST_CASE("where results are held back a card says no more than that its rating was taken",
          "[face]") {
  Sitting pith(kCard, {"--no-feedback"});
  pith.when("Enter turn over", "\r");
  pith.when("1 again", "3");
  CHECK(pith.wait() == 0);
  CHECK(pith.has("Noted."));
  CHECK_FALSE(pith.shows_somewhere("again in "));
}

TEST_CASE("a word that is typed at a card is no command", "[face]") {
  Sitting pith(kCard);
  pith.when("Enter turn over", "consistency");
  CHECK_SEEN(pith, pith.when("A card takes no text: Enter turns it over.", "服务\r"));
  CHECK_SEEN(pith, pith.when("1 again", "sum"));
  CHECK_SEEN(pith, pith.when("A card takes no text: 1 to 4 say how well you knew it.", "4"));
  CHECK(pith.wait() == 0);
  CHECK_FALSE(pith.has("skipped"));
  CHECK_FALSE(pith.has("undone"));
  CHECK(pith.has("c [4] h>h:4"));
}

TEST_CASE("a word that is typed letter by letter at a card is no command", "[face]") {
  Sitting pith(kCard);
  pith.when("Enter turn over", "");
  for (const std::string_view typed : {"s", "so", "sob", "sobx"}) {
    pith.type(typed.substr(typed.size() - 1));
    CHECK_SEEN(pith, pith.PtyProgram::has(typed));
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
  }
  CHECK_SEEN(pith, pith.when("A card takes no text: Enter turns it over.", "s"));
  CHECK_SEEN(pith, pith.shows_somewhere("skipped"));
  CHECK(pith.wait() == 0);
}

TEST_CASE("each rating of a card tells when it is asked again by it", "[face]") {
  Sitting pith(kCard, {"--intervals", "--repeats"});
  pith.when("Enter turn over", "\r");
  CHECK_SEEN(pith, pith.when("1 again soon · 2 hard 1 d · 3 good 2 d · 4 easy 8 d · u undo", "4"));
  CHECK_SEEN(pith, pith.shows_somewhere("again in 8 days"));
  CHECK(pith.wait() == 0);

  Sitting narrow(kCard, {"--intervals"}, 40);
  narrow.when("Enter turn over", "\r");
  CHECK_SEEN(narrow, narrow.shows_somewhere("1 again 1 d · 2 hard 1 d · 3 good 2 d ·"));
  CHECK_SEEN(narrow, narrow.when("4 easy 8 d · u undo · q quit · ? help", "q"));
  CHECK(narrow.wait() == 0);
}

TEST_CASE("? at a result or a card tells of the keys that are taken there", "[face]") {
  Sitting pith(kTwo);
  pith.when("Esc more", "alpha\r");
  pith.when("Enter next", "?");
  CHECK_SEEN(pith, pith.when("The number of a point overrules its verdict", "q"));
  CHECK_SEEN(pith, pith.shows_somewhere("u takes back what was overruled last, else the answer."));
  CHECK(pith.wait() == 0);
  CHECK(std::ranges::none_of(pith.screen().rows(), [](const std::string& row) {
    return row.starts_with("Enter sends the answer");
  }));

  Sitting card(kCard);
  card.when("Enter turn over", "?");
  CHECK_SEEN(card, card.when("turns the card over; 1 to 4 then say how well you knew it", "\r"));
  card.when("1 again", "?");
  CHECK_SEEN(card, card.until([](const auto& screen) {
    return std::ranges::count_if(screen.rows(), [](const std::string& row) {
             return row.starts_with("Enter or the space bar turns the card over");
           }) == 2;
  }));
  card.type("q");
  CHECK(card.wait() == 0);
}

TEST_CASE("in a low window the verdicts stand once more above the score", "[face]") {
  const auto rows = GENERATE(8UL, 30UL);
  CAPTURE(rows);
  Sitting pith(
      "deck: d\nitems:\n  - id: a\n    question: First?\n    points: [alpha, beta]\n"
      "    explanation: |\n      One.\n\n      Two.\n\n      Three.\n",
      {}, 40, rows);
  pith.when("Esc more", "alpha\r");
  CHECK_SEEN(pith, pith.shows_somewhere("? help"));
  CHECK_SEEN(pith, pith.has("1 ✓ alpha · 2 ✗ beta") == (rows == 8));
  pith.type("q");
  CHECK(pith.wait() == 0);
}

TEST_CASE("where results are held back nothing of them is shown or asked", "[face]") {
  Sitting pith(kTwo, {"--no-feedback", "--ask-always", "--no-undo"});
  pith.when("Esc more", "alpha\r");
  pith.when("Second?", "\x1b");
  CHECK_SEEN(pith, pith.shows_somewhere("Enter give up"));
  CHECK_FALSE(pith.has("undo"));
  pith.type("\x1b");
  CHECK_SEEN(pith, pith.when("Esc more", "gamma\r"));
  CHECK(pith.wait() == 0);
  CHECK_FALSE(pith.has("1 ✓ hit       alpha"));
  CHECK(pith.has("b [gamma] h>h:3"));
}

TEST_CASE("the time for a question is counted down, and the answer may go on beyond it", "[face]") {
  Sitting pith("deck: d\nitems:\n  - {id: a, question: Why, points: [alpha], time_limit: 1s}\n");
  CHECK_SEEN(pith, pith.when("0:01 · Esc more", "al"));
  CHECK_SEEN(pith, pith.when("time over · Esc more", "p\r"));
  CHECK_SEEN(pith, pith.when("Enter finish", "\r"));
  CHECK(pith.wait() == 0);
  CHECK(pith.has("a [alp] m>m:1"));
}

TEST_CASE("every way to stop keeps what was answered and gives the terminal back", "[face]") {
  const auto [typed, signal, status] = GENERATE(table<std::string, int, int>({{"\x03", 0, 130},
                                                                              {"", SIGINT, 130},
                                                                              {"", SIGTERM, 130},
                                                                              {"", SIGHUP, 130},
                                                                              {"\x04", 0, 0}}));
  const bool at_result = GENERATE(false, true);
  CAPTURE(typed, signal, at_result);
  Sitting pith(kTwo);
  pith.when("Esc more", "alpha\r");
  pith.when("Enter next", at_result ? "" : "\r");
  if (!at_result) {
    pith.when("Second?", "gam");
    pith.when("> gam", typed == "\x04" ? "\x15" : "");
  }
  if (signal != 0) {
    pith.signal(signal);
  } else {
    pith.type(typed);
  }
  CHECK(pith.wait() == status);
  CHECK(pith.screen().rows().back() == "a [alpha] h>h:3 m>m:1");
  CHECK(pith.modes() == pith.first_modes());
}

TEST_CASE("a terminal that is closed ends the session", "[face]") {
  Sitting pith(kTwo);
  pith.when("Esc more", "alpha\r");
  pith.shows_somewhere("Enter next");
  pith.hang_up();
  CHECK(pith.wait() == 130);
}

TEST_CASE("without a movable cursor keys are typed with Enter", "[face]") {
  Sitting pith(kTwo, {"--lines"});
  pith.when("> ", "\n");
  CHECK_SEEN(pith, pith.when("Enter give up", "h\n"));
  CHECK_SEEN(pith, pith.when("Hint: Greek", "alpha\n"));
  pith.when("Enter next", "q\n");
  CHECK(pith.wait() == 0);
  CHECK(pith.screen().rows().back() == "a [alpha] h>h:2 m>m:1");
}
