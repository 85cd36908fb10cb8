// Short answers and gaps that are a number, or a number and a unit.
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "grading/grader.h"
#include "support/items.h"

using pith::deck::Kind;
using pith::grading::grade;
using pith::test::point;

namespace {

/// The score of a typed answer where any of the texts is right.
double measure_score(const std::vector<std::string>& accepted, const std::string& answer) {
  auto item = pith::test::item("en", "How much?", {point(accepted.front())});
  item.kind = Kind::short_answer;
  item.points[0].accept.assign(accepted.begin() + 1, accepted.end());
  return grade(item, answer).score;
}

}  // namespace

TEST_CASE("a number with a unit may be spelled otherwise, or stand without it", "[grading]") {
  using Row = std::pair<std::string, std::vector<std::string>>;
  const auto [accepted, answers] = GENERATE(values<Row>(
      {{"1500 bytes",
        {"1500 B", "1500 byte", "1500", "fifteen hundred bytes", "1,500 bytes", "1500字节",
         "1.5e3 Bytes", "it's 1500", "about 1500 bytes", "1500 b", "1500 bytes."}},
       {"128 bits",
        {"128-bit", "128 bit", "128位", "128", "128 b", "one hundred twenty-eight bits"}},
       {"4 KiB", {"4KiB", "4 kib", "four kibibytes", "4"}},
       {"100 µs", {"100 us", "100 μs", "100 microseconds", "100微秒", "100"}},
       {"75%",
        {"75 percent", "75", "75 %", "百分之七十五", "3/4", "0.75", "seventy-five per cent"}},
       {"9.8 m/s²", {"9.8 m/s^2", "9.8 metres per second squared", "9.8"}},
       {"1小时", {"一小时", "1 hour", "一个小时", "1 h"}},
       {"37 °C", {"37 degrees Celsius", "37℃", "37度", "37 C"}},
       {"5 MW", {"5 megawatts", "5 mw", "5兆瓦"}},
       {"half an hour", {"0.5 hours", "1/2 hour", "half hour"}},
       {"5公里", {"约5公里", "5 km", "≈ 5 km", "大约五公里"}},
       {"6300千米", {"6300", "6300km", "6300公里", "六千三百千米", "约6300千米"}},
       {"10kg", {"10千克", "十千克", "10公斤"}},
       {"3千米", {"3km", "三千米", "3000米", "3公里"}},
       {"3 km", {"3千米", "三千米"}},
       {"1013百帕", {"1013 hPa", "1013百帕斯卡"}},
       {"200 kWh", {"200千瓦时", "200度", "200"}},
       {"2 feet", {"2 ft", "two feet", "2 foot"}}}));
  for (const auto& answer : answers) {
    CAPTURE(accepted, answer);
    CHECK(measure_score({accepted}, answer) == 1.0);
  }
}

TEST_CASE("another unit or another number is not right", "[grading]") {
  using Row = std::pair<std::string, std::vector<std::string>>;
  const auto [accepted, answers] = GENERATE(values<Row>(
      {{"1500 bytes", {"1500 bits", "1501 bytes", "15 bytes", "1500 apples", "1500%", "-1500 B"}},
       {"60 s", {"60 minutes", "60 min", "60 ms", "6 s", "1 s"}},
       {"128 bits", {"128 bytes", "128 B", "16", "64 or 128", "between 64 and 128"}},
       {"5 MW", {"5 milliwatts", "5 kW", "5 m"}},
       {"75%", {"75 bytes", "7.5", "0.0075", "25%", "75 degrees"}},
       {"6300千米", {"3600千米", "6300米", "6300千克"}},
       {"3D", {"3"}},
       {"5G", {"5"}},
       {"7 samurai", {"7"}},
       {"60", {"60 seconds"}}}));
  for (const auto& answer : answers) {
    CAPTURE(accepted, answer);
    CHECK(measure_score({accepted}, answer) == 0.0);
  }
}

TEST_CASE("of several measures each goes with its own unit", "[grading]") {
  const std::vector<std::string> address = {"128 bits", "16 bytes"};
  for (const auto* answer : {"16 byte", "16 B", "16", "128", "128-bit", "128 bits (16 bytes)"}) {
    CAPTURE(answer);
    CHECK(measure_score(address, answer) == 1.0);
  }
  CHECK(measure_score(address, "16 bits") == 0.0);
  CHECK(measure_score(address, "128 bytes") == 0.0);
  CHECK(measure_score(address, "not 16 bytes") == 0.0);
}

TEST_CASE("a short answer that is a number goes by its value", "[grading]") {
  CHECK(measure_score({"三分之二"}, "2/3") == 1.0);
  CHECK(measure_score({"三分之二"}, "三分之一") == 0.0);
  CHECK(measure_score({"2/3"}, "三分之二") == 1.0);
  CHECK(measure_score({"1/2"}, "half") == 1.0);
  CHECK(measure_score({"12"}, "a dozen") == 1.0);
  CHECK(measure_score({"12"}, "12 or 13") == 0.0);
  CHECK(measure_score({"IPv6"}, "6") == 0.0);
  CHECK(measure_score({"v1.2"}, "1.2") == 0.0);
  CHECK(measure_score({"every second"}, "half") == 0.0);
  CHECK(measure_score({"30%"}, "三成") == 1.0);
  CHECK(measure_score({"30%"}, "三成五") == 0.0);
  CHECK(measure_score({"3‰"}, "3%") == 0.0);
  CHECK(measure_score({"3‰"}, "0.003") == 1.0);
  CHECK(measure_score({"半小时"}, "0.5小时") == 1.0);
}

TEST_CASE("a gap that is a number goes by its value", "[grading]") {
  auto item =
      pith::test::item("zh", "修改须由[…]以上多数通过，任期[…]", {point("三分之二"), point("5年")});
  item.kind = Kind::cloze;
  item.points[0].id = "c1";
  item.points[1].id = "c2";
  item.cloze = {{"三分之二", 0, ""}, {"以上多数通过，任期", std::nullopt, ""}, {"5年", 1, ""}};
  CHECK(grade(item, "2/3，五年").score == 1.0);
  CHECK(grade(item, "2/3，5").score == 1.0);
  CHECK(grade(item, "1/3，5个月").score == 0.0);
}

TEST_CASE("a sign for degrees is as good as the word", "[grading]") {
  CHECK(measure_score({"北纬23.5度"}, "北纬23.5°") == 1.0);
  CHECK(measure_score({"北纬23.5°"}, "北纬23.5度") == 1.0);
  CHECK(measure_score({"北纬23.5度"}, "北纬23.5") == 0.0);
  CHECK(measure_score({"北纬23.5度"}, "南纬23.5°") == 0.0);
  CHECK(measure_score({"北纬23.5度"}, "北纬66.5°") == 0.0);
  CHECK(measure_score({"23.5°N"}, "23.5 N") == 1.0);
  CHECK(measure_score({"37 °C"}, "37°") == 1.0);
  CHECK(measure_score({"37 °C"}, "37°F") == 0.0);
}
