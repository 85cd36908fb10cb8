// Answers to choices in the log, where letters are the deck's.
#include <string>

#include <catch2/catch.hpp>

#include "cli/learner.h"
#include "support/json.h"

namespace {

constexpr auto kVerbs =
    "deck: net\nlanguage: en\nitems:\n"
    "  - {id: verbs, question: Name the safe ones, choices: {correct: [GET, HEAD], wrong: [POST, "
    "PUT, "
    "PATCH, DELETE]}}\n";

}  // namespace

TEST_CASE("the log tells by their texts the options that were chosen by letters", "[cli]") {
  pith::test::Learner pith(kVerbs);
  const auto logged = [&](const std::string& answer) {
    pith.ask({"drill", "net"}, answer + "\n");
    pith.ask({"log", "--count", "1"}, "");
    return pith.out.substr(pith.out.find("net/verbs  ") + 11);
  };
  CHECK(logged("B, c") == "HEAD, POST\n");
  CHECK(logged("get, not PUT") == "get, not PUT\n");
  CHECK(logged("a, z") == "a, z\n");
  CHECK(logged("").ends_with("(nothing said)\n"));

  CHECK(logged("b, c") == "HEAD, POST\n");
  pith.ask({"log", "--count", "1", "--json"}, "");
  CHECK(pith::test::parsed(pith.out)["answers"][0]["answer"] == "b, c");
}

TEST_CASE("the letters of a choice that was edited since stay letters in the log", "[cli]") {
  pith::test::Learner pith(kVerbs);
  pith.ask({"drill", "net"}, "a, c\n");
  pith.write("decks/moat.yaml",
             "deck: net\nlanguage: en\nitems:\n"
             "  - {id: verbs, question: Name the safe ones, choices: {correct: [HEAD, GET], wrong: "
             "[POST]}}\n");
  pith.ask({"log"}, "");
  CHECK_THAT(pith.out, Catch::EndsWith("net/verbs  a, c\n"));
}
