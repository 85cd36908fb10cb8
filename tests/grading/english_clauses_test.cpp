// English clauses about a noun and clauses of reason, which deny nothing of what stands before
// them.
#include <catch2/catch.hpp>

#include "support/items.h"
#include "support/verdict.h"

using namespace pith::grading;
using pith::test::first_verdict;
using pith::test::item;
using pith::test::point;

TEST_CASE("a clause about a noun denies nothing of what stands before it", "[grading]") {
  const auto lamp =
      item("en", "How do you read on a train?",
           {point("a small lamp", "Clip a lamp with a warm bulb to the page."),
            point("earplugs")});
  CHECK(first_verdict(lamp, "clip a small lamp to the page that doesn't wobble") == Verdict::hit);
  CHECK(first_verdict(lamp, "clip it on, a small lamp that isn't bright") != Verdict::contradicted);
  CHECK(first_verdict(lamp, "you don't clip a small lamp to the page") == Verdict::contradicted);
  CHECK(first_verdict(lamp, "Clip it to the page with a lamp that won't wobble") !=
        Verdict::contradicted);
}

TEST_CASE("a reason that denies is no denial of what it is given for", "[grading]") {
  const auto seeds = item("en", "How do you store seeds?",
                          {point("dry jars", "Keep the seeds in closed jars with some rice."),
                           point("labels", "Write the year on each of them.")});
  CHECK(first_verdict(seeds, "keep the seeds in jars as the lid doesn't let damp in") ==
        Verdict::hit);
  CHECK(first_verdict(seeds, "keep the seeds in jars as they don't leak") == Verdict::hit);
  CHECK(first_verdict(seeds, "seeds don't keep in closed jars") == Verdict::contradicted);
}
