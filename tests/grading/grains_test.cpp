// Ranges, which stand for stretches of a text everywhere in the grader.
#include "grading/grains.h"

#include <catch2/catch.hpp>

namespace pith::grading {

using Ranges = std::vector<Range>;

TEST_CASE("merged ranges are disjoint, ascend and cover the same", "[grading]") {
  CHECK(merged({}).empty());
  CHECK(merged({{7, 9}, {0, 2}}) == Ranges{{0, 2}, {7, 9}});
  CHECK(merged({{4, 6}, {0, 5}, {6, 8}}) == Ranges{{0, 8}});
  CHECK(merged({{0, 9}, {2, 3}, {11, 12}}) == Ranges{{0, 9}, {11, 12}});
}

TEST_CASE("a range touches others where they have a grain in common", "[grading]") {
  const Ranges ranges{{2, 4}, {7, 9}};
  CHECK(any_touches(ranges, {3, 5}));
  CHECK(any_touches(ranges, {0, 20}));
  CHECK(any_touches(ranges, {8, 9}));
  CHECK_FALSE(any_touches(ranges, {4, 7}));
  CHECK_FALSE(any_touches(ranges, {0, 2}));
  CHECK_FALSE(any_touches(ranges, {9, 12}));
  CHECK_FALSE(any_touches({}, {0, 1}));
}

}  // namespace pith::grading
