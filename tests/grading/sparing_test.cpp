// Points that tell to do little of something, or to keep it, and denials that say the same.
#include <catch2/catch.hpp>

#include "support/items.h"
#include "support/verdict.h"

using namespace pith::grading;
using pith::test::first_verdict;
using pith::test::item;
using pith::test::point;

TEST_CASE("not too much of it is little of it", "[grading]") {
  const auto cat = item("zh", "怎样养好一只猫？", {point("少喂零食"), point("勤梳毛")});
  for (const auto* right : {"零食别天天喂", "不要老是喂零食", "零食不能喂太多", "零食能不喂就不喂",
                            "别老喂零食", "零食别喂得太频繁", "不用经常喂零食，一周一次就够"}) {
    INFO(right);
    CHECK(first_verdict(cat, right) != Verdict::contradicted);
  }
  CHECK(first_verdict(cat, "不用少喂零食") == Verdict::contradicted);
  CHECK(first_verdict(cat, "零食别喂得太少") != Verdict::hit);

  const auto feeding = item("zh", "怎样养好一只猫？", {point("喂零食"), point("勤梳毛")});
  CHECK(first_verdict(feeding, "别天天喂零食") == Verdict::contradicted);

  const auto lawn =
      item("en", "How does one keep a lawn?", {point("water sparingly"), point("mow")});
  CHECK(first_verdict(lawn, "don't water it every day") != Verdict::contradicted);
  CHECK(first_verdict(lawn, "don't water it") == Verdict::contradicted);

  const auto hedge =
      item("en", "How does one keep a hedge?", {point("cut it less often"), point("feed it")});
  CHECK(first_verdict(hedge, "don't cut it all the time") != Verdict::contradicted);
}

TEST_CASE("who forbids to let it go keeps it", "[grading]") {
  const auto shop = item("zh", "小店怎么对账？", {point("保留小票"), point("每晚盘点")});
  CHECK(first_verdict(shop, "小票别扔") != Verdict::contradicted);
  CHECK(first_verdict(shop, "不要把小票丢掉") != Verdict::contradicted);
  CHECK(first_verdict(shop, "别留小票") != Verdict::hit);

  const auto tidy = item("zh", "小店怎么对账？", {point("扔掉旧小票"), point("每晚盘点")});
  CHECK(first_verdict(tidy, "旧小票别扔") == Verdict::contradicted);
  CHECK(first_verdict(tidy, "旧小票别留着") != Verdict::contradicted);

  const auto attic = item("en", "What happens to the attic?",
                          {point("keep the old map"), point("sweep the floor")});
  CHECK(first_verdict(attic, "don't throw the old map away") != Verdict::contradicted);
  CHECK(first_verdict(attic, "don't keep the old map") != Verdict::hit);
}
