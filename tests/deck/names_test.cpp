// Which ids items and points may have.
#include <string>

#include <catch2/catch.hpp>

#include "support/complaints.h"

using pith::test::complaints_about;

TEST_CASE("an id has nothing that a terminal, a selector or a report would take for its own",
          "[deck]") {
  const auto id = GENERATE(as<std::string>{}, "a`b", "<b>", "a>b", "a\\x7F", "a\\x9Bb", "a\\u202Eb",
                           "a\\u200Bb", "a\\eb", "a b", "a,b");
  const auto items = "\nitems:\n  - {id: \"" + id + "\", question: a, answer: b}\n";
  const auto points =
      "\nitems:\n  - question: a\n    points:\n      - {point: b, id: \"" + id + "\"}\n";
  CAPTURE(id);

  CHECK_THAT(complaints_about("deck: d" + items), Catch::Contains("cannot be an item's id"));
  CHECK_THAT(complaints_about("deck: d" + points), Catch::Contains("cannot be a point's id"));
}

TEST_CASE("an id may be of any letters", "[deck]") {
  const auto id =
      GENERATE(as<std::string>{}, "茶", "été", "C++", "c#", "a|b", "x=1", "a.b_c~d", "بت");
  CAPTURE(id);
  CHECK(complaints_about("deck: d\nitems:\n  - {id: \"" + id + "\", question: a, answer: b}\n")
            .empty());
}
