// Choices in a pipe, where nobody sees shuffled options.
#include <string>

#include <catch2/catch.hpp>

#include "cli/learner.h"

namespace {

constexpr auto kVerbs =
    "deck: net\nlanguage: en\nitems:\n"
    "  - {id: verbs, question: Name the safe ones, choices: {correct: [GET, HEAD], wrong: [POST, "
    "PUT, "
    "PATCH, DELETE]}}\n";

}  // namespace

TEST_CASE("in a pipe options stand in the deck's order, which their letters follow", "[cli]") {
  pith::test::Learner pith(kVerbs);
  const auto seed = GENERATE(as<std::string>{}, "1", "2", "3", "4");
  pith.ask({"drill", "net", "--seed", seed}, "a, b\n");
  CHECK_THAT(pith.out, Catch::Contains("Name the safe ones\n  a) GET\n  b) HEAD\n  c) POST\n"
                                       "  d) PUT\n  e) PATCH\n  f) DELETE\n"));
  CHECK_THAT(pith.out, Catch::Contains("100%"));
}
