// Turns of English that deny, forbid, compare and order, or only sound like it.
#include <catch2/catch.hpp>

#include "support/heard.h"
#include "support/items.h"

namespace pith::grading {
namespace {

using test::item;
using test::point;

// Of each point whether the sentence states it (h) or not (-), then the sentence.
const char* const kBakery = R"(
h--|She writes up what the cake needs.
h--|She draws up a recipe before the first batch.
-h-|Prices go up in June.
---|Prices go down in June.
--h|They taste before they sell.
--h|First they taste, then they sell.
)";

}  // namespace

TEST_CASE("particles that are no directions are no opposites", "[grading]") {
  test::check_heard(
      item("en", "How do you run a bakery well?",
           {point("written recipe", "Write down what the cake needs before the first batch."),
            point("prices go up in June", "Butter is dearer then."),
            point("taste before you sell", "The staff eat the first slice.")}),
      kBakery);
}

}  // namespace pith::grading
