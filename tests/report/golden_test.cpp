// What statistics look like in a terminal, compared with the texts in golden/. After a change that
// is meant, look at the difference and copy what the test leaves in the folder that it names.
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "report/statistics_text.h"
#include "statistics/compute.h"
#include "statistics/generated.h"

using namespace pith;

namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

/// Compares with golden/NAME; leaves what differs in the temporary folder.
void check_golden(const std::string& name, const std::string& actual) {
  const auto expected = read(fs::path(PITH_SOURCE_DIR) / "tests/report/golden" / name);
  const auto left = fs::temp_directory_path() / ("pith-golden-" + name);
  if (actual != expected) {
    std::ofstream(left, std::ios::binary) << actual;
  }
  INFO("what differs is in " << left.string());
  CHECK(actual == expected);
}

statistics::Statistics figures() {
  static const test::Generated made(2500, 3, 4);
  auto s = statistics::compute(made.log, made.due, made.scope());
  for (auto& weak : s.weakest) {
    weak.said = "大概是数据和渠道，\x1b[31m还有\n团队 🤔";
  }
  s.confused = {{"startup/moat", "知识产权保护", "startup/item-00003", "原创算法", 3}};
  return s;
}

}  // namespace

TEST_CASE("statistics look the same as ever at 120, 80 and 40 columns", "[report]") {
  const auto columns = GENERATE(120UL, 80UL, 40UL);
  const bool unicode = GENERATE(true, false);

  check_golden(fmt::format("stats-{}-{}.txt", columns, unicode ? "utf8" : "ascii"),
               report::statistics_text(figures(), {columns, unicode}));
}

TEST_CASE("groups look the same as ever at 80 and 40 columns", "[report]") {
  const auto columns = GENERATE(80UL, 40UL);

  check_golden(fmt::format("decks-{}.txt", columns),
               report::groups_text(groups_by(figures(), statistics::Grouping::deck),
                                   statistics::Grouping::deck, {columns, true}));
}
