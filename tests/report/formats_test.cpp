#include <algorithm>
#include <fstream>
#include <string>

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "report/card.h"
#include "report/csv.h"
#include "report/format.h"
#include "report/junit.h"
#include "report/markdown.h"
#include "report/scorecard_json.h"
#include "report/tap.h"
#include "report/text.h"
#include "support/json.h"
#include "support/text_generators.h"
#include "text/display.h"
#include "text/utf8.h"

using namespace pith;
using namespace pith::report;
using pith::test::card;

TEST_CASE("the scorecard in text", "[report]") {
  CHECK(to_text(card(), {40, true}) ==
        "模拟面试\n"
        "███░░░░░░░  33% · not passed (mark 60%)\n"
        "3 questions, 2 answered · 2:06 min of 45\n"
        "min · 1 over time\n"
        "\n"
        "By question\n"
        "  100%  如何建立技术壁垒？\n"
        "    0%  <b>a|b</b> & \"c\" # SKIP\n"
        "        missed: =1+1\n"
        "        contradicted: ＝cmd\n"
        "  `pith log --count 2` shows the\n"
        "  answers.\n"
        "\n"
        "By topic: score, questions\n"
        "  law       ░░░░░░░░░░   0% · 1\n"
        "  strategy  █████░░░░░  50% · 2\n"
        "\n"
        "Missed most\n"
        "  =1+1 (missed 2 of 3 times)\n"
        "    <b>a|b</b> & \"c\" # SKIP␁\n"
        "\n"
        "Earlier exams\n"
        "  2026-11-20 · 25% · 1 shared question:\n"
        "  25% → 100%\n"
        "\n"
        "Learn next\n"
        "  1. =1+1: Two `ticks`\n"
        "     pith drill moat/evil --points-missed\n");
}

TEST_CASE("without Unicode pith's own marks are ASCII, and no line is too long", "[report]") {
  const auto columns = GENERATE(20, 40, 80);
  const auto text = to_text(card(), {static_cast<std::size_t>(columns), false});
  CHECK(text.find("###-------") != std::string::npos);
  for (const auto* mark : {"█", "·", "→"}) {
    CHECK(text.find(mark) == std::string::npos);
  }
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = text.find('\n', begin);
    const auto line = text.substr(begin, end - begin);
    CAPTURE(line);
    const bool to_be_copied = line.starts_with("     pith drill ");
    CHECK((to_be_copied || text::display_width(line) <= static_cast<std::size_t>(columns)));
    begin = end + 1;
  }
}

TEST_CASE("the scorecard names the questions that were answered after their time", "[report]") {
  const auto text = to_text(card(), {80, true, {}, {}, true});
  CHECK(text.find("\n  100%  如何建立技术壁垒？\n    0%  ") != std::string::npos);
  CHECK(text.find("\n        contradicted: ＝cmd\n        over time\n") != std::string::npos);
}

TEST_CASE("when the time is over the scorecard names the questions not reached, as when one leaves",
          "[report]") {
  const auto ending = GENERATE(&Scorecard::out_of_time, &Scorecard::unfinished);
  auto cut = card();
  cut.*ending = true;
  const auto text = to_text(cut);
  CHECK(text.find("\n     -  Never asked (not reached)\n") != std::string::npos);
  CHECK(text.find("\n  strategy  █████░░░░░  50% · 2\n") != std::string::npos);
  CHECK(text.find("  law ") == std::string::npos);  // what was not come to has no score
  const auto markdown = to_markdown(cut);
  CHECK(markdown.find("| Never asked | not reached |") != std::string::npos);
  CHECK(markdown.find("| law |") == std::string::npos);
}

TEST_CASE("the scorecard says which questions earlier ones are compared by", "[report]") {
  const std::string note = "Only questions that were answered count in these.\n";
  CHECK(to_text(card()).find(" 25% → 100%\n  " + note) != std::string::npos);
  CHECK(to_markdown(card()).find(" 25% → 100%\n\n" + note) != std::string::npos);
  auto first = card();
  first.earlier.clear();
  CHECK(to_text(first).find(note) == std::string::npos);
  CHECK(to_markdown(first).find(note) == std::string::npos);
}

TEST_CASE("the scorecard in JSON, with every mark", "[report]") {
  const auto json = pith::test::parsed(to_json(card()));
  CHECK(json["title"] == "模拟面试");
  CHECK(json["questions"] == 3);
  CHECK(json["time"] == 2700);
  CHECK(json["with_follow_ups"].is_null());
  REQUIRE(json["marks"].size() == 3);
  CHECK(json["marks"][0]["outcome"] == "passed");
  CHECK(json["marks"][1]["points"][1]["verdict"] == "contradicted");
  CHECK(json["marks"][2]["outcome"] == "not reached");
  CHECK_FALSE(json["marks"][2].contains("answer"));
  CHECK(json["earlier"][0]["shared_now"] == 1.0);
}

TEST_CASE("what to learn next names a number or a short answer with its question", "[report]") {
  auto practice = card();
  practice.learn_next = {{"net/port", "How many bits has a port number?", "16", "", 1, 1, 1, true}};
  CHECK(to_text(practice).find("  1. 16 (How many bits has a port number?)\n") !=
        std::string::npos);
  CHECK(to_markdown(practice).find("1. 16 (How many bits has a port number?) (`pith drill") !=
        std::string::npos);
}

TEST_CASE("a scorecard of the year 9999 has its time in JUnit's XML", "[report]") {
  auto late = card();
  late.when.time = std::chrono::sys_days(std::chrono::year(9999) / 12 / 31);
  CHECK(to_junit(late).find("timestamp=\"9999-12-31T00:00:00\"") != std::string::npos);
}

TEST_CASE("JUnit has a case a question; what XML forbids is replaced", "[report]") {
  const auto xml = to_junit(card());
  CHECK(xml.find("<testsuite name=\"模拟面试\" tests=\"3\" failures=\"1\" errors=\"0\" "
                 "time=\"125.500\" skipped=\"1\" timestamp=\"2026-12-01T00:00:00\">") !=
        std::string::npos);
  CHECK(xml.find("<testcase classname=\"moat\" name=\"moat/evil\" time=\"12.250\">") !=
        std::string::npos);
  CHECK(xml.find("<skipped message=\"not reached\"/>") != std::string::npos);
  CHECK(xml.find("&lt;b&gt;a|b&lt;/b&gt; &amp; &quot;c&quot; # SKIP␁") != std::string::npos);
  CHECK(xml.find("]]>") == std::string::npos);
  CHECK(xml.find('\x1b') == std::string::npos);
  CHECK(xml_escaped("a\xff\x00"
                    "b\xEF\xBF\xBF") == "a\xEF\xBF\xBD");
}

TEST_CASE(
    "a practice that was not passed has a failure in JUnit and TAP, though nothing was answered",
    "[report]") {
  auto unanswered = card();
  unanswered.score = 0;
  unanswered.answered = 0;
  for (auto& mark : unanswered.marks) {
    mark.state = State::skipped;
  }
  const auto xml = to_junit(unanswered);
  CHECK(xml.find("tests=\"4\" failures=\"1\" errors=\"0\"") != std::string::npos);
  CHECK(xml.find("skipped=\"3\"") != std::string::npos);
  CHECK(xml.find(
            "<testcase classname=\"pith\" name=\"pass mark\" time=\"0.000\">\n"
            "      <failure type=\"below-pass-mark\" message=\"0% · not passed (mark 60%)\"/>") !=
        std::string::npos);
  CHECK(to_tap(unanswered).find("1..4\n") != std::string::npos);
  CHECK(to_tap(unanswered).find("\nnot ok 4 - pass mark\n") != std::string::npos);
  unanswered.passed = true;
  CHECK(to_junit(unanswered).find("failures=\"0\"") != std::string::npos);
  CHECK(to_tap(unanswered).find("not ok") == std::string::npos);
}

TEST_CASE("any text is harmless in XML", "[report]") {
  rc::prop("no markup, no forbidden character", [] {
    const auto escaped = xml_escaped(*test::gen_text() + *rc::gen::arbitrary<std::string>());
    RC_ASSERT(escaped.find_first_of("<>\"") == std::string::npos);
    RC_ASSERT(!text::find_invalid_utf8(escaped));
    for (const char c : escaped) {
      RC_ASSERT(static_cast<unsigned char>(c) >= 0x20);
    }
  });
}

TEST_CASE("CSV has a row a point, and no cell that a spreadsheet would run", "[report]") {
  const auto csv = to_csv(card());
  CHECK(std::count(csv.begin(), csv.end(), '\r') == 5);
  CHECK(csv.find("\"'=HYPERLINK(\"\"http://x\"\")\n]]>") != std::string::npos);
  CHECK(csv.find("\"'=1+1\"") != std::string::npos);
  CHECK(csv.find("\"'@SUM(1)\"") != std::string::npos);
  CHECK(csv.find("\"'＝cmd\"") != std::string::npos);
  CHECK(csv_cell("-1") == "\"'-1\"");
  CHECK(csv_cell("  +1") == "\"'  +1\"");
  CHECK(csv_cell("\tx") == "\"'\tx\"");
  CHECK(csv_cell("1 = 1") == "\"1 = 1\"");
  CHECK(csv_cell("专利，“软著”") == "\"专利，“软著”\"");
}

TEST_CASE("every CSV cell reads back as the text it was, sanitised", "[report]") {
  rc::prop("quotes are doubled and the cell ends where it should", [] {
    const auto text = *test::gen_text();
    const auto cell = csv_cell(text);
    RC_ASSERT(cell.size() >= 2 && cell.front() == '"' && cell.back() == '"');
    std::string read;
    for (std::size_t i = 1; i + 1 < cell.size(); ++i) {
      RC_ASSERT(cell[i] != '"' || cell[i + 1] == '"');
      i += cell[i] == '"' ? 1U : 0U;
      read += cell[i];
    }
    const auto expected = text::sanitise(text);
    RC_ASSERT(read == expected || read == "'" + expected);
  });
}

TEST_CASE("Markdown shows text as it is", "[report]") {
  const auto markdown = to_markdown(card());
  CHECK(markdown.find("# 模拟面试\n\n2026-12-01: **33% · not passed (mark 60%)**\n") == 0);
  CHECK(markdown.find("| 如何建立技术壁垒？ | 100% |  |\n") != std::string::npos);
  CHECK(markdown.find("| \\<b\\>a\\|b\\</b\\> \\& \"c\" \\# SKIP␁ | 0%, over time | "
                      "=1+1, ＝cmd |\n") != std::string::npos);
  CHECK(markdown.find("| not stated, or reversed |\n") != std::string::npos);
  CHECK(markdown.find("\n## Reversed\n\n- **＝cmd**: \\<b\\>a\\|b") != std::string::npos);
  CHECK(markdown.find("| Never asked | not reached |  |\n") != std::string::npos);
  CHECK(markdown.find("1. =1+1: Two \\`ticks\\` (`pith drill moat/evil --points-missed`)\n") !=
        std::string::npos);
}

TEST_CASE("what people read of a report is in their language, what programs read is not",
          "[report]") {
  const text::Messages chinese(text::Language::chinese);
  const auto markdown = render(card(), Format::markdown, chinese);
  CHECK(markdown.find("33% · 不及格（及格线 60%）") != std::string::npos);
  CHECK(markdown.find("## 各主题\n\n| 主题 | 题数 | 得分 |\n") != std::string::npos);
  CHECK(markdown.find("| Never asked | 没有问到 |  |\n") != std::string::npos);
  CHECK(markdown.find("## 说反的\n\n- **＝cmd**：") != std::string::npos);
  CHECK(render(card(), Format::text, chinese) == to_text(card(), {.tr = chinese}));
  CHECK(to_text(card(), {.tr = chinese}).find("说反：＝cmd") != std::string::npos);
  for (const auto format : {Format::json, Format::junit, Format::csv, Format::tap}) {
    CHECK(render(card(), format, chinese) == render(card(), format));
  }
}

TEST_CASE("the text of a practice in a file has its questions, as Markdown has", "[report]") {
  auto practice = card();
  practice.mode = history::Mode::run;
  practice.marks[1].why = session::Why::again;
  const auto file = render(practice, Format::text);
  CHECK(file.find("By question\n  100%  如何建立技术壁垒？\n"
                  "    0%  <b>a|b</b> & \"c\" # SKIP (again)\n        missed: =1+1\n") !=
        std::string::npos);
  CHECK(render(practice, Format::markdown).find("# SKIP␁ (again) |") != std::string::npos);
  CHECK(to_text(practice).find("By question") == std::string::npos);  // the screen had them
}

TEST_CASE("TAP has a test point a question, and directives of its own only", "[report]") {
  const auto tap = to_tap(card());
  CHECK(tap.find("TAP version 14\n1..3\nok 1 - moat/tech\n  ---\n  score: 1.0000\n") == 0);
  CHECK(tap.find("not ok 2 - moat/evil\n") != std::string::npos);
  CHECK(tap.find("ok 3 - moat/late # SKIP not reached\n") != std::string::npos);
  CHECK(tap.find("question: \"<b>a|b</b> & \\\"c\\\" # SKIP\\u0001\"") != std::string::npos);
}

TEST_CASE("formats go by name and by extension", "[report]") {
  CHECK(format_of_file("a/b.xml") == Format::junit);
  CHECK(format_of_file("card.md") == Format::markdown);
  CHECK_FALSE(format_of_file("card.pdf"));
  CHECK_FALSE(format_of_file("card"));
  for (const auto& name : format_names()) {
    CAPTURE(name);
    REQUIRE(format_named(name));
    CHECK_FALSE(render(card(), *format_named(name)).empty());
  }
  CHECK_FALSE(format_named("pdf"));
}
