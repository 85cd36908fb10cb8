// What `check` warns of: each kind of unfairness is caught, and its harmless neighbour spared.
#include "grading/fairness.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "support/items.h"

using pith::deck::Deck;
using pith::deck::Item;
using pith::grading::failed_samples;
using pith::grading::unfair_points;
using pith::test::item;
using pith::test::point;

namespace {

Deck deck_of(std::vector<Item> items) {
  Deck deck;
  deck.items = std::move(items);
  return deck;
}

std::vector<std::string> messages(const pith::deck::Diagnostics& diagnostics) {
  std::vector<std::string> result;
  for (const auto& each : diagnostics) {
    result.push_back(each.message);
  }
  return result;
}

std::vector<std::string> warnings_about(Item of) {
  return messages(unfair_points(deck_of({std::move(of)})));
}

using Messages = std::vector<std::string>;

Item server_care() {
  return item("zh", "怎样保证服务器稳定运行？",
              {point("定期备份", "每天把数据库复制到另一台机器上。"),
               point("监控告警", "指标异常时自动通知值班人员。")});
}

}  // namespace

TEST_CASE("points that say different things are fair", "[grading][fairness]") {
  CHECK(warnings_about(server_care()).empty());
}

TEST_CASE("a wording that hits two points is named with both", "[grading][fairness]") {
  auto overlapping = server_care();
  overlapping.points[0].accept = {"做好监控告警和备份"};

  CHECK(warnings_about(overlapping) ==
        Messages{"'做好监控告警和备份' hits both '定期备份' and '监控告警'"});
}

TEST_CASE("points that share a detail or a wording are named with both", "[grading][fairness]") {
  auto sharing = server_care();
  sharing.points[1].accept = sharing.points[0].accept = {"数据不丢"};
  CHECK(warnings_about(sharing) == Messages{"'数据不丢' hits both '定期备份' and '监控告警'"});

  auto repeated = server_care();
  repeated.points[1].detail = repeated.points[0].detail;
  CHECK(warnings_about(repeated) ==
        Messages{"'" + repeated.points[0].detail + "' hits both '定期备份' and '监控告警'"});
}

TEST_CASE("the question must not have the point's name", "[grading][fairness]") {
  CHECK(warnings_about(item("zh", "为什么要定期备份？", {point("定期备份", "磁盘迟早会坏。")})) ==
        Messages{"the question gives the point '定期备份' away"});
  CHECK(warnings_about(item("en", "What does a CACHE cost?", {point("cache", "Memory.")})) ==
        Messages{"the question gives the point 'cache' away"});
  CHECK(
      warnings_about(item("en", "What do caches cost?", {point("ache"), point("memory")})).empty());
}

TEST_CASE("a point whose name has no visible character gives nothing away", "[grading][fairness]") {
  for (const auto& warning :
       warnings_about(item("en", "Why two copies?", {point("\u200B"), point("disks fail")}))) {
    CHECK(warning.find("gives the point") == std::string::npos);
  }
}

TEST_CASE("a point that says only fillers and words of the question is too vague",
          "[grading][fairness]") {
  const auto vague = GENERATE(as<std::string>{}, "运行服务器", "应该", "需要");
  CAPTURE(vague);
  const auto asked = [](const pith::deck::Point& first) {
    return item("zh", "怎样保证服务器稳定运行？", {first, point("定期备份")});
  };

  CHECK(warnings_about(asked(point(vague))) ==
        Messages{"the point '" + vague +
                 "' is too vague: it has only fillers and words of the question"});
  CHECK(warnings_about(asked(point(vague, "每台机器装上监控。"))).empty());
  CHECK(warnings_about(asked(point("稳定供电"))).empty());
}

TEST_CASE("two items with the same question are named, in any spelling", "[grading][fairness]") {
  auto first = server_care();
  auto second = server_care();
  second.id = "again";
  second.question = "怎樣保證服務器穩定運行?";
  CHECK(messages(unfair_points(deck_of({first, second}))).size() <= 1);
  second.question = "怎样保证服务器，稳定运行";

  CHECK(messages(unfair_points(deck_of({first, second}))) ==
        Messages{"this question is asked by 'item' as well"});

  second.question = "怎样保证数据库稳定运行？";
  CHECK(unfair_points(deck_of({first, second})).empty());
}

TEST_CASE("a wording that is to reject its point and does not is named", "[grading][fairness]") {
  auto rejecting = server_care();
  rejecting.points[0].reject = {"备份浪费硬盘", "坏了再修"};
  CHECK(warnings_about(rejecting).empty());

  rejecting.points[0].reject.emplace_back("定期备份");
  CHECK(warnings_about(rejecting) ==
        Messages{"'定期备份' is to reject '定期备份' and does not: stated: 定期备份"});
}

TEST_CASE("a sample that is graded otherwise is an error with the grade's words",
          "[grading][fairness]") {
  auto sampled = server_care();
  sampled.samples = {{"每天把数据库复制到另一台机器上", {0}, {}},
                     {"指标异常时通知值班人员", {1}, {}}};
  CHECK(failed_samples(deck_of({sampled})).empty());

  sampled.samples = {{"咖啡凉了", {0}, {}}, {"定期备份", {}, {}}};
  CHECK(messages(failed_samples(deck_of({sampled}))) ==
        Messages{"this sample does not hit '定期备份': not mentioned",
                 "this sample hits '定期备份': stated: 定期备份"});
}
