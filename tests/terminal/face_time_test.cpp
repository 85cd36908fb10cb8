// The time for all questions, at a pseudo-terminal. With every SIGALRM an hour passes.
#include <csignal>

#include "terminal/face_sitting.h"

using pith::test::kCard;
using pith::test::kTwo;
using pith::test::Sitting;

TEST_CASE("when the time for all is over the open question closes with what was typed", "[face]") {
  Sitting pith(kTwo, {"--closes", "--no-feedback", "--exam-time"});
  pith.when("Esc more", "alpha");
  CHECK_SEEN(pith, pith.shows_somewhere("> alpha"));
  pith.signal(SIGALRM);
  CHECK_SEEN(pith, pith.shows_somewhere("Time is up: what you typed is your answer."));
  CHECK(pith.wait() == 0);
  CHECK(pith.has("a [alpha] h>h:3 m>m:1 late"));
  CHECK_FALSE(pith.shows_somewhere("Second?"));
}

TEST_CASE("a question that closes before anything was typed was not answered", "[face]") {
  Sitting pith(kTwo, {"--closes", "--no-feedback"});
  CHECK_SEEN(pith, pith.shows_somewhere("Esc more"));
  pith.signal(SIGALRM);
  CHECK_SEEN(pith, pith.shows_somewhere("Time is up."));
  CHECK(pith.wait() == 0);
  CHECK(pith.screen().rows().back() == "over");
}

TEST_CASE("what was typed counts though its menu is open when the time is over", "[face]") {
  Sitting pith(kTwo, {"--closes", "--no-feedback"});
  pith.when("Esc more", "beta\x1b");
  CHECK_SEEN(pith, pith.shows_somewhere("Esc back"));
  pith.signal(SIGALRM);
  CHECK_SEEN(pith, pith.shows_somewhere("what you typed is your answer"));
  CHECK(pith.wait() == 0);
  CHECK(pith.has("a [beta] m>m:1 h>h:3 late"));
}

TEST_CASE("a time that is over loses no answer that could not be written", "[face]") {
  Sitting pith(kTwo, {"--closes", "--full"});
  pith.when("Esc more", "alpha");
  CHECK_SEEN(pith, pith.shows_somewhere("> alpha"));
  pith.signal(SIGALRM);
  CHECK_SEEN(pith, pith.when("Enter try again · q quit", ""));
  pith.signal(SIGUSR1);
  pith.type("\r");
  CHECK_SEEN(pith, pith.when("Enter finish", "\r"));
  CHECK(pith.wait() == 0);
  CHECK(pith.has("a [alpha] h>h:3 m>m:1 late"));
}

TEST_CASE("a card closes unrated when the time is over, turned over or not", "[face]") {
  const bool turned = GENERATE(false, true);
  Sitting pith(kCard, {"--closes", "--no-feedback"});
  pith.when("Enter turn over", turned ? "\r" : "");
  CHECK_SEEN(pith, pith.shows_somewhere(turned ? "1 again" : "Enter turn over"));
  pith.signal(SIGALRM);
  CHECK_SEEN(pith, pith.shows_somewhere("Time is up."));
  CHECK(pith.wait() == 0);
  CHECK(pith.screen().rows().back() == "over");
}

TEST_CASE("where the kernel edits the line the question waits for its answer", "[face]") {
  Sitting pith(kTwo, {"--closes", "--no-feedback", "--lines"});
  CHECK_SEEN(pith, pith.shows_somewhere("2 points"));
  pith.signal(SIGALRM);
  pith.type("alpha\n");
  CHECK(pith.wait() == 0);
  CHECK(pith.has("a [alpha] h>h:3 m>m:1 late"));
  CHECK_FALSE(pith.shows_somewhere("Time is up"));
}
