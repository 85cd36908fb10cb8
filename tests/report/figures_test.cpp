#include "report/figures.h"

#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

#include "report/calendar.h"
#include "report/numbers.h"
#include "report/statistics_text.h"
#include "statistics/compute.h"
#include "statistics/generated.h"
#include "support/json.h"
#include "text/display.h"

using namespace pith;

namespace {

const test::Generated& generated() {
  static const test::Generated made(3000, 7, 5);
  return made;
}

statistics::Statistics figures() {
  return statistics::compute(generated().log, generated().due, generated().scope());
}

/// The columns of a figure.
std::set<std::string> columns_of(const report::Figure& figure) {
  std::set<std::string> columns;
  if (const auto* table = std::get_if<report::Table>(&figure)) {
    for (const auto& column : table->columns) {
      columns.emplace(column.key);
    }
    return columns;
  }
  for (const auto& [key, value] : std::get<report::Facts>(figure).values) {
    columns.insert(key);
  }
  return columns;
}

}  // namespace

TEST_CASE("a time is rounded before it is put into seconds, minutes or hours", "[report]") {
  const auto [seconds, words] = GENERATE(table<double, std::string>({
      {0, "0 s"},
      {59.4, "59 s"},
      {59.7, "1 min"},
      {3569, "59 min"},
      {3590, "1:00 h"},
      {35969, "9:59 h"},
      {35990, "10 h"},
      {4000000, "1,111 h"},
  }));
  CHECK(report::time_words(seconds) == words);
}

TEST_CASE("months and days of the week have their names in each language", "[report]") {
  const text::Messages english;
  const text::Messages chinese(text::Language::chinese);
  CHECK(report::month_names(english)[4] == "May");
  CHECK(report::month_names(chinese)[11] == "12月");
  CHECK(report::weekday_names(english)[0] == "Mon");
  CHECK(report::weekday_names(chinese)[6] == "日");
}

TEST_CASE("docs/stats.md names every figure and every key", "[report]") {
  std::ifstream file(PITH_SOURCE_DIR "/docs/stats.md");
  const std::string document{std::istreambuf_iterator<char>(file), {}};
  std::set<std::string> names = {"**today**", "**since**"};
  auto all = report::figures_of(figures());
  for (const auto grouping :
       {statistics::Grouping::deck, statistics::Grouping::tag, statistics::Grouping::item,
        statistics::Grouping::point, statistics::Grouping::day}) {
    all.emplace_back(report::groups_table({}, grouping));
  }
  for (const auto& figure : all) {
    const auto name = std::visit([](const auto& each) { return each.name; }, figure);
    CHECK((document.find('`' + name + '`') != std::string::npos ||
           document.find("**" + name + "**") != std::string::npos));
    for (const auto& column : columns_of(figure)) {
      names.insert("**" + column + "**");
    }
  }
  CHECK(names.size() > 60);
  for (const auto& name : names) {
    CAPTURE(name);
    CHECK(document.find(name) != std::string::npos);
  }
}

TEST_CASE("CSV and JSON of statistics give the same numbers", "[report]") {
  const auto json = pith::test::parsed(report::statistics_json(figures()));
  std::istringstream csv(report::statistics_csv(figures()));
  std::string row;
  std::getline(csv, row);
  REQUIRE(row == "figure,row,column,value\r");
  std::size_t compared = 0;

  while (std::getline(csv, row)) {
    std::istringstream fields(row);
    std::string figure;
    std::string number;
    std::string column;
    std::string value;
    std::getline(fields, figure, ',');
    std::getline(fields, number, ',');
    std::getline(fields, column, ',');
    std::getline(fields, value, '\r');
    const auto& whole = json.at(figure);
    const auto& cell =
        whole.is_array() ? whole.at(std::stoul(number) - 1).at(column) : whole.at(column);
    if (cell.is_number()) {
      CAPTURE(row);
      CHECK(cell.get<double>() == std::stod(value));
      ++compared;
    }
  }

  CHECK(compared > 1000);
}

TEST_CASE("JSON of statistics has a key for every figure, and null for what cannot be said",
          "[report]") {
  statistics::Scope scope;
  scope.today = generated().today;

  const auto json = pith::test::parsed(report::statistics_json(statistics::compute({}, {}, scope)));

  CHECK(json.at("today") == "2026-12-01");
  CHECK(json.at("since").is_null());
  CHECK(json.at("period").at("answers") == 0);
  CHECK(json.at("period").at("score").is_null());
  CHECK(json.at("calibration_error").at("rmse_bins").is_null());
  CHECK(json.at("forecast").size() == 31);
  CHECK(json.at("weakest").empty());
}

TEST_CASE("statistics in text keep to the width, in Unicode and in ASCII", "[report]") {
  const auto columns = GENERATE(120UL, 80UL, 40UL, 20UL);
  const bool unicode = GENERATE(true, false);

  std::istringstream page(report::statistics_text(figures(), {columns, unicode}));

  std::string row;
  std::size_t rows = 0;
  while (std::getline(page, row)) {
    ++rows;
    CAPTURE(columns, row);
    const bool command = row.find("pith drill") != std::string::npos;  // to be copied: never broken
    CHECK((command || text::display_width(row) <= columns));
  }
  CHECK(rows > 50);
}

TEST_CASE("groups in text are aligned by cells, Chinese names too", "[report]") {
  std::vector<statistics::Group> groups(2);
  groups[0].key = "题库/第一题";
  groups[1].key = "deck/item";
  groups[1].expected = 0.5;

  const auto page = report::groups_text(groups, statistics::Grouping::item, {40, true});

  CHECK(page ==
        "Item        Expected Retention   Due\n"
        "题库/第一题        -         -     0\n"
        "deck/item        50%         -     0\n");
}

TEST_CASE("names of groups have the room that there is; empty columns go first", "[report]") {
  std::vector<statistics::Group> groups(1);
  groups[0].key = "ai-startup/a-rather-long-name-of-an-item";
  groups[0].expected = 0.5;
  groups[0].effort.answers = 3;
  const auto at = [&](std::size_t columns) {
    return report::groups_text(groups, statistics::Grouping::item, {columns, true});
  };

  CHECK(at(80).find(groups[0].key + " ") != std::string::npos);
  CHECK(at(1000).find("Minutes") != std::string::npos);
  groups[0].key = "short";
  CHECK(at(40).find("Answers") != std::string::npos);
  CHECK(at(40).find("Minutes") == std::string::npos);
}

TEST_CASE("an item that nobody named is shown by the beginning of its question", "[report]") {
  std::vector<statistics::Group> groups(3);
  groups[0].key = "bio/leaf";
  groups[0].name = "What is a leaf?";
  groups[1].key = "bio/q-ndh5onedc5";
  groups[1].name = "What is\nchlorophyll?";
  groups[2].key = "bio/q-abcdefghij-2";
  groups[2].name = "What is the difference between a root and a rhizome, and where is each found?";
  const auto page = report::groups_text(groups, statistics::Grouping::item, {80, true});
  CHECK_THAT(page, Catch::Contains("\nbio/leaf  ") && Catch::Contains("\nWhat is chlorophyll?  ") &&
                       Catch::Contains("\nWhat is the difference between a root") &&
                       !Catch::Contains("q-"));
  CHECK_THAT(report::groups_text(groups, statistics::Grouping::item, {1000, true}),
             !Catch::Contains("where is each found?"));
  groups[1].name.clear();  // of an item that is in no deck any more
  CHECK_THAT(report::groups_text(groups, statistics::Grouping::item, {80, true}),
             Catch::Contains("\nbio/q-ndh5onedc5 "));
}

TEST_CASE("of long names of items and points the end is shown, which tells them apart",
          "[report]") {
  std::vector<statistics::Group> groups(2);
  groups[0].key = "ai-startup/business-models/软件授权";
  groups[1].key = "ai-startup/business-models/subscriptions-by-the-month";

  const auto page = report::groups_text(groups, statistics::Grouping::point, {38, true});

  CHECK_THAT(page, Catch::Contains("…/软件授权 ") && Catch::Contains("…/subscriptions-"));
}

TEST_CASE("names of months stand apart in Chinese, where some are wider", "[report]") {
  const text::Messages chinese(text::Language::chinese);
  std::istringstream page(report::statistics_text(figures(), {100, true, chinese, {}}));
  std::string line;
  while (std::getline(page, line) && line.find("每日回答") == std::string::npos) {
  }
  REQUIRE(std::getline(page, line));
  CAPTURE(line);
  REQUIRE(line.find("月") != std::string::npos);
  for (auto at = line.find("月"); at != std::string::npos; at = line.find("月", at + 3)) {
    CHECK((at + 3 == line.size() || line[at + 3] == ' '));
  }
}

TEST_CASE("statistics keep to the width in Chinese and in colours too", "[report]") {
  const auto columns = GENERATE(120UL, 80UL, 40UL);
  const text::Messages chinese(text::Language::chinese);
  const auto marked = [](report::Tone, std::string_view words) {
    return "\x1b[1m" + std::string(words) + "\x1b[0m";
  };
  const std::regex escapes("\x1b\\[[0-9]m");

  const auto plain = report::statistics_text(figures(), {columns, true, chinese, {}});
  const auto coloured = report::statistics_text(figures(), {columns, true, chinese, marked});

  CHECK(plain.find('\x1b') == std::string::npos);
  CHECK(coloured.find("\x1b[1m最薄弱的要点\x1b[0m") != std::string::npos);
  std::istringstream page(std::regex_replace(coloured, escapes, ""));
  std::istringstream same(plain);
  std::string row;
  for (std::string expected; std::getline(same, expected) && std::getline(page, row);) {
    CAPTURE(columns, row);
    row.erase(row.find_last_not_of(' ') + 1);
    CHECK(row == expected);
    CHECK((row.find("pith drill") != std::string::npos || text::display_width(row) <= columns));
  }
}

TEST_CASE("a narrow page keeps the commands in its words whole", "[report]") {
  const auto page = report::statistics_text({}, {40, true});
  CHECK(page.find("\n`pith review` begins.\n") != std::string::npos);
}

TEST_CASE("every month that begins in the calendar has its name above it", "[report]") {
  const auto language = GENERATE(text::Language::english, text::Language::chinese);
  const auto columns = GENERATE(40UL, 44UL, 80UL);
  const text::Messages tr(language);
  auto some = figures();
  for (int day = 0; day < 365; day += 3) {
    some.today = *memory::parse_iso_date("2026-01-02") + std::chrono::days{day};
    const auto page = report::statistics_text(some, {.columns = columns, .tr = tr});
    const auto heading = '\n' + tr("Answers by day") + '\n';
    const auto begin = page.find(heading) + heading.size();
    const auto line = page.substr(begin, page.find('\n', begin) - begin);
    std::string names;
    for (const auto& week : report::calendar_of(some, std::min(53UL, columns - 6))) {
      if (week.begins_month) {
        names +=
            report::month_names(tr).at(report::month_of(week.monday + std::chrono::days{6}) - 1);
      }
    }
    auto shown = line;
    std::erase(shown, ' ');
    CAPTURE(memory::iso_date(some.today), line);
    CHECK(shown == names);
    CHECK(text::display_width(line) <= columns);
  }
}
