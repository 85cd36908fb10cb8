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
--h|They sell after they taste.
--h|First they taste, then they sell.
---|They sell before they taste.
---|First they sell, then they taste.
)";

const char* const kCosy = R"(
h-|The wool stops heat leaving the pot.
h-|Wool around the pot stops the cold creeping in.
h-|The wool gets rid of the cold around the pot.
--|Stop putting wool around the pot.
--|Get rid of the wool around the pot.
--|The cook gets rid of the wool around the pot.
)";

const char* const kLease = R"(
h---|A new law forbids keeping the shop there after the lease was signed.
h---|The council bans the shop after the lease was signed.
-h--|Noise is not enough.
----|Noise is enough.
-h--|Loud neighbours do not end the lease.
----|Loud neighbours end the lease.
--h-|A rent of one apple is fine, it doesn't need to match the worth of the place.
--h-|The rent need not be high.
---h|Presents made to the landlord do not count.
----|Presents made to the landlord count.
)";

const char* const kRehearsal = R"(
h-|It shows you the gaps in what you know.
h-|It shows you what you do not know.
-h|Neighbours who complain do not stay angry when they are invited.
--|Neighbours who complain stay angry.
)";

const char* const kBike = R"(
h--|Ride before you pay.
---|Pay before you ride.
-h-|A light frame is better than many gears.
---|Many gears are better than a light frame.
---|I prefer many gears to a light frame.
--h|A cheap chain costs more than a strong lock.
--h|A strong lock is cheaper than a cheap chain.
---|A strong lock costs more than a cheap chain.
)";

const char* const kChoir = R"(
h-|The altos check their notes every week.
--|The altos rarely check their notes.
--|The altos hardly ever check their notes.
--|Hardly anybody checks the notes.
--|Few people check their notes.
-h|Solos are hardly ever sung.
-h|Few people sing solos.
-h|Hardly anyone sings a solo in a choir.
)";

}  // namespace

TEST_CASE("particles that are no directions are no opposites, an order may be exchanged",
          "[grading]") {
  test::check_heard(
      item("en", "How do you run a bakery well?",
           {point("written recipe", "Write down what the cake needs before the first batch."),
            point("prices go up in June", "Butter is dearer then."),
            point("taste before you sell", "The staff eat the first slice.")}),
      kBakery);
}

TEST_CASE("a prohibition, needlessness and a denial state the points that tell of them",
          "[grading]") {
  test::check_heard(
      item("en", "What ends a lease?",
           {point("change of rules",
                  "Keeping the shop there becomes illegal after the lease was signed."),
            point("noise is not enough", "Loud neighbours do not end the lease."),
            point("need not be high", "A rent of one apple will do."),
            point("gifts", "Presents made to the landlord do not count.")}),
      kLease);
}

TEST_CASE("what is denied of a part of a point is not all that it says", "[grading]") {
  test::check_heard(item("en", "Why rehearse in public?",
                         {point("shows you what you do not know yet", "Slips come to light."),
                          point("peace", "Neighbours who complain do not stay angry.")}),
                    kRehearsal);
}

TEST_CASE("a comparison with its sides exchanged turns a point round", "[grading]") {
  test::check_heard(
      item("en", "How do you choose a bike?",
           {point("ride before you pay", "A trial lap shows whether the saddle fits."),
            point("light frame rather than many gears", "A heavy bike tires you on hills."),
            point("repairs", "A cheap chain costs more than a strong lock.")}),
      kBike);
}

TEST_CASE("what seldom happens is denied, unless the point says so itself", "[grading]") {
  test::check_heard(item("en", "How does a choir rehearse?",
                         {point("private study", "The altos check their notes every week."),
                          point("solos", "They are uncommon in a choir.")}),
                    kChoir);
}

TEST_CASE("what something stops or gets rid of is not rejected", "[grading]") {
  test::check_heard(item("en", "What is a tea cosy good for?",
                         {point("wool around the pot", "It keeps the heat in."),
                          point("a felt lid", "No steam gets out.")}),
                    kCosy);
}

}  // namespace pith::grading
