// Through which folder a history may be shared.
#include <filesystem>
#include <string>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "cli/learner.h"

TEST_CASE("the folder of the history itself is none to share it through", "[cli]") {
  pith::test::Learner learner(
      "deck: moat\nitems:\n  - {question: What protects technology, answer: patents}\n");
  learner.ask({"review", "--encoder", "none"}, "patents\n");

  const auto own = learner.folder().string();
  for (const auto& folder : {own, own + "/decks/.."}) {
    CHECK_THROWS_WITH(learner.ask({"sync", folder}, ""),
                      "'" + folder +
                          "' is where the history itself is: name a folder that is carried to "
                          "other devices");
  }
  CHECK_THROWS_AS(learner.ask({"sync", own, "--status"}, ""), pith::UsageError);
  for (const auto& entry : std::filesystem::directory_iterator(own)) {
    CHECK(entry.path().extension() != ".log");
  }
}
