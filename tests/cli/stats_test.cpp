// stats, report and show: progress through the command line, odd histories included.
#include <filesystem>
#include <string>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "cli/figures/statistics_request.h"
#include "cli/learner.h"
#include "cli/sitting.h"
#include "history/store.h"
#include "support/json.h"
#include "text/display.h"

using namespace pith;
using nlohmann::json;
using pith::test::parsed;
using test::Learner;

namespace {

constexpr auto kDeck = R"(deck: moat
title: 护城河
items:
  - id: tech
    question: 如何建立技术壁垒？
    tags: [strategy]
    points: [原创算法, 知识产权]
  - id: team
    question: Who builds it?
    tags: [people]
    answer: core team
)";

history::When at(const std::string& date, int hour = 9, int offset_hours = 1) {
  const auto day = memory::parse_iso_date(date).value();
  const std::chrono::minutes offset{offset_hours * 60};
  return {memory::Instant{day.time_since_epoch() + std::chrono::hours{hour} - offset}, offset, day};
}

history::Answer answer(std::string deck, std::string item, std::string point, bool known,
                       std::string text = "说了些什么") {
  history::Answer said;
  said.item = {std::move(deck), std::move(item)};
  said.text = std::move(text);
  said.seconds = 20;
  said.points.resize(1);
  said.points[0].id = std::move(point);
  said.points[0].verdict = known ? grading::Verdict::hit : grading::Verdict::missed;
  said.points[0].automatic = said.points[0].verdict;
  said.points[0].credit = known ? 1 : 0;
  said.points[0].rating = known ? memory::Rating::good : memory::Rating::again;
  return said;
}

json stats(Learner& learner, std::vector<std::string> more = {}) {
  more.insert(more.begin(), "stats");
  more.emplace_back("--json");
  REQUIRE(learner.ask(more, "") == 0);
  return parsed(learner.out);
}

std::string text_of(Learner& learner, std::vector<std::string> arguments) {
  REQUIRE(learner.ask(std::move(arguments), "") == 0);
  return learner.out;
}

}  // namespace

TEST_CASE("without a history, stats and report say how to begin", "[cli][stats]") {
  Learner learner(kDeck);

  CHECK(text_of(learner, {"stats"}).find("`pith review` begins") != std::string::npos);
  CHECK(text_of(learner, {"report"}).find("Nothing was answered.") != std::string::npos);
  CHECK(text_of(learner, {"report", "--html", "-"}).find("</html>") != std::string::npos);
  CHECK(stats(learner).at("knowledge").at("items") == 2);
  CHECK(text_of(learner, {"stats", "--by", "deck"}).find("moat") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(learner.database()));
}

TEST_CASE("a report for which there is no room says so", "[cli]") {
  Learner learner(kDeck);
  CHECK_THROWS_WITH(learner.ask({"report", "--html", "/dev/full"}, ""),
                    Catch::Contains("no room left to write the report /dev/full"));
}

TEST_CASE("a report is private where the one before was, and devices stay devices", "[cli]") {
  namespace fs = std::filesystem;
  Learner learner(kDeck);
  const auto page = learner.write("page.html", "");
  fs::permissions(page, fs::perms::owner_read | fs::perms::owner_write);
  REQUIRE(learner.ask({"report", "--html", page}, "") == 0);
  CHECK(fs::file_size(page) > 1000);
  CHECK(fs::status(page).permissions() == (fs::perms::owner_read | fs::perms::owner_write));

  const auto size = fs::file_size(page);
  REQUIRE(learner.ask({"report", "--html", page}, "") == 0);
  CHECK(fs::file_size(page) == size);

  const auto link = learner.folder() / "link";
  fs::create_symlink("/dev/null", link);
  REQUIRE(learner.ask({"report", "--html", link.string()}, "") == 0);
  CHECK(fs::is_symlink(link));
}

TEST_CASE("one review is enough for figures", "[cli][stats]") {
  Learner learner(kDeck);
  history::History(learner.database())
      .append(at("2026-12-01"), answer("moat", "tech", "原创算法", true));

  const auto figures = stats(learner);

  CHECK(figures.at("done_today").at("answers") == 1);
  CHECK(figures.at("done_today").at("new_points") == 1);
  CHECK(figures.at("streak").at("current") == 1);
  CHECK(figures.at("period").at("true_retention").is_null());
  CHECK(figures.at("knowledge").at("known_items") == 1);
  CHECK(figures.at("knowledge").at("young_points") == 1);
  CHECK(figures.at("expected_score").size() == 1);
  CHECK(figures.at("expected_score").at(0).at("expected_score") == 0.5);
  CHECK(text_of(learner, {"stats"}).find("1 answer, 1 point") != std::string::npos);
  CHECK(text_of(learner, {"stats"}).find("score 50% if the 1 item known were asked") !=
        std::string::npos);
  learner.tr = text::Messages(text::Language::chinese);
  CHECK(text_of(learner, {"stats"}).find("若今天提问已学的 1 道题，得分 50%") != std::string::npos);
  CHECK(text_of(learner, {"report", "--html", "-", "--lang", "zh"}).find("学习进展") !=
        std::string::npos);
}

TEST_CASE("what is due is told alike after an edit that no session has seen yet", "[cli][stats]") {
  Learner learner(kDeck);
  REQUIRE(learner.ask({"review", "--encoder", "none"}, "原创算法，知识产权\ncore team\n") == 0);
  learner.now = "2026-12-02T09:00:00Z";
  REQUIRE(stats(learner).at("load").at("due_today") == 0);
  std::string deck = kDeck;
  learner.write("decks/moat.yaml", deck.replace(deck.find("知识产权"), 0, "团队, "));

  REQUIRE(learner.ask({"due", "--json"}, "") == 0);
  CHECK(parsed(learner.out).at("due") == 1);
  CHECK(stats(learner).at("load").at("due_today") == 1);
  CHECK(stats(learner).at("forecast").at(0).at("due_items") == 1);
  CHECK(text_of(learner, {"stats"}).find("1 item · load") != std::string::npos);
  CHECK(text_of(learner, {"report", "--text"}).find("Due today: 1 item") != std::string::npos);
  CHECK(stats(learner, {"--by", "deck"}).at("groups").at(0).at("due_items") == 1);

  REQUIRE(learner.ask({"review", "--encoder", "none"}, "") == 0);
  CHECK(stats(learner).at("load").at("due_today") == 1);
}

TEST_CASE("what was said instead has a mark for each stretch that earned a point", "[cli][stats]") {
  const auto [text, begin, size, said] =
      GENERATE(table<std::string, std::size_t, std::size_t, std::string>(
          {{"原创算法，还有钱。", 0, 12, "… 还有钱"},
           {"靠人，原创算法 ，还有钱，", 9, 12, "靠人 … 还有钱"},
           {"money, and algorithms", 11, 10, "money, and …"},
           {"算法 。", 0, 6, ""},
           {" 说了，什么？\n", 0, 0, "说了，什么"}}));
  Learner learner(kDeck);
  auto given = answer("moat", "tech", "知识产权", false, text);
  given.points.push_back(answer("moat", "tech", "原创算法", true).points[0]);
  given.points[1].evidence = grading::Span{begin, begin + size};
  history::History(learner.database()).append(at("2026-12-01"), given);

  CHECK(stats(learner).at("weakest").at(0).at("said") == said);
}

TEST_CASE("of a reversed claim its clause is told, with the words that reverse it",
          "[cli][stats]") {
  const auto [text, begin, size, said] =
      GENERATE(table<std::string, std::size_t, std::size_t, std::string>(
          {{"先有数据，不过专利其实没用，真的", 15, 18, "不过专利其实没用"},
           {"patents of v1.5 are useless. Really", 0, 7, "patents of v1.5 are useless"},
           {"专利没用", 0, 6, "专利没用"}}));
  Learner learner(kDeck);
  auto given = answer("moat", "tech", "知识产权", false, text);
  given.points[0].verdict = grading::Verdict::contradicted;
  given.points[0].evidence = grading::Span{begin, begin + size};
  history::History(learner.database()).append(at("2026-12-01"), given);

  CHECK(stats(learner).at("weakest").at(0).at("said") == said);
}

TEST_CASE("who only says that they do not know has said nothing instead", "[cli][stats]") {
  const auto [text, said] = GENERATE(table<std::string, std::string>(
      {{"不知道", ""},
       {"我不知道。", ""},
       {"I don't know", ""},
       {"no idea, sorry", ""},
       {"不知道，也许是股权激励和分红", "不知道，也许是股权激励和分红"}}));
  Learner learner(kDeck);
  history::History(learner.database())
      .append(at("2026-12-01"), answer("moat", "tech", "知识产权", false, text));

  CHECK(stats(learner).at("weakest").at(0).at("said") == said);
}

TEST_CASE("study days stay whole where clocks are changed", "[cli][stats]") {
  Learner learner(kDeck);
  {
    history::History history(learner.database());
    // Europe: the clock goes back in the night to 2026-10-25, and forward to 2026-03-29.
    history.append(at("2026-03-28", 23, 1), answer("moat", "tech", "原创算法", true));
    history.append(at("2026-03-29", 5, 2), answer("moat", "tech", "原创算法", true));
    history.append(at("2026-10-24", 23, 2), answer("moat", "tech", "原创算法", true));
    history.append(at("2026-10-25", 5, 1), answer("moat", "tech", "原创算法", true));
  }

  const auto figures = stats(learner);

  CHECK(figures.at("days").size() == 4);
  CHECK(figures.at("streak").at("longest") == 2);
  CHECK(figures.at("retention_by_age").at(0).at("retention_reviews") == 2);
  CHECK(figures.at("time_of_day").at(5).at("retention_reviews") == 1);  // 20 to 24 h
  CHECK(figures.at("time_of_day").at(1).at("retention_reviews") == 2);  // 4 to 8 h
}

TEST_CASE("a deck that is gone keeps what was done, but nothing is due of it", "[cli][stats]") {
  Learner learner(kDeck);
  {
    history::History history(learner.database());
    history.append(at("2026-11-01"), answer("gone", "old", "p", true));
    history.append(at("2026-11-20"), answer("moat", "team", "answer", false, "nobody"));
  }

  const auto all = stats(learner);
  const auto gone = stats(learner, {"gone"});
  const auto moat = stats(learner, {"moat"});

  CHECK(all.at("period").at("answers") == 2);
  CHECK(all.at("knowledge").at("known_items") == 1);
  CHECK(all.at("load").at("due_today") == 1);
  CHECK(gone.at("period").at("answers") == 1);
  CHECK(gone.at("load").at("due_today") == 0);
  CHECK(moat.at("period").at("answers") == 1);
  CHECK(moat.at("weakest").at(0).at("said") == "nobody");
  CHECK(text_of(learner, {"stats", "--by", "deck"}).find("gone") != std::string::npos);
  CHECK_THROWS_AS(learner.ask({"stats", "never-was"}, ""), UsageError);
}

TEST_CASE("an answer of control characters, emoji and markup stays text", "[cli][stats]") {
  Learner learner(kDeck);
  const std::string hostile = "\x1b[2J\x07<script>alert(1)</script> 🙂\xE2\x80\xAE\xff";
  history::History(learner.database())
      .append(at("2026-11-30"), answer("moat", "team", "answer", false, hostile));

  for (const auto& arguments : std::vector<std::vector<std::string>>{
           {"stats"}, {"report"}, {"report", "--html", "-"}, {"show", "moat/team", "--answers"}}) {
    const auto out = text_of(learner, arguments);
    CAPTURE(arguments);
    CHECK(out.find('\x1b') == std::string::npos);
    CHECK(out.find('\x07') == std::string::npos);
    CHECK(out.find("\xE2\x80\xAE") == std::string::npos);
    CHECK(out.find('\xff') == std::string::npos);
  }
  CHECK(text_of(learner, {"report", "--html", "-"}).find("<script>alert") == std::string::npos);
  CHECK(stats(learner).at("weakest").size() == 1);
  CHECK(text_of(learner, {"stats", "--csv"}).find("weakest,1,failed,1") != std::string::npos);
}

TEST_CASE("--since takes dates and lengths, and leaves what came before out", "[cli][stats]") {
  const auto today = memory::parse_iso_date("2026-12-01").value();

  CHECK(cli::since_option("", today) == std::nullopt);
  CHECK(cli::since_option("7d", today) == memory::parse_iso_date("2026-11-25"));
  CHECK(cli::since_option("1d", today) == today);
  CHECK(cli::since_option("2w", today) == memory::parse_iso_date("2026-11-18"));
  CHECK(cli::since_option("2026-02-28", today) == memory::parse_iso_date("2026-02-28"));
  for (const auto* bad : {"7", "d", "0d", "-1d", "7x", "2026-02-30", "99999999999d", "7 d", "٧d"}) {
    CAPTURE(bad);
    CHECK_THROWS_AS(cli::since_option(bad, today), UsageError);
  }
}

TEST_CASE("show tells an item's history and puts answers beside the model answer", "[cli][stats]") {
  Learner learner(kDeck);
  {
    history::History history(learner.database());
    history.append(at("2026-11-01"), answer("moat", "tech", "原创算法", false, "先有团队"));
    history.append(at("2026-11-03"), answer("moat", "tech", "原创算法", true, "自己的算法"));
  }
  learner.screen.columns = 80;

  const auto shown = text_of(learner, {"show", "moat/tech"});
  const auto wide = text_of(learner, {"show", "moat/tech", "--answers"});
  learner.screen.columns = 40;
  const auto narrow = text_of(learner, {"show", "moat/tech", "--answers"});
  REQUIRE(learner.ask({"show", "moat/tech", "--answers", "--json"}, "") == 0);
  const auto object = parsed(learner.out);

  CHECK(shown.find("verdicts   ✗✓") != std::string::npos);
  CHECK(shown.find("Due ") != std::string::npos);
  CHECK(wide.find("  自己的算法                              ✓ 原创算法\n") != std::string::npos);
  CHECK(narrow.find("  自己的算法\n  ✓ 原创算法\n") != std::string::npos);
  CHECK(object.at("points").at(0).at("history").size() == 2);
  CHECK(object.at("points").at(1).at("history").empty());
  CHECK(object.at("answers").at(0).at("answer") == "自己的算法");
}

TEST_CASE("report writes a page whole, or not at all", "[cli][stats]") {
  Learner learner(kDeck);
  const auto file = learner.folder() / "page.html";

  REQUIRE(learner.ask({"report", "--html", file.string()}, "") == 0);

  CHECK(learner.read("page.html").find("<!DOCTYPE html>") == 0);
  CHECK_THROWS_AS(learner.ask({"report", "--html", "/nowhere/page.html"}, ""), StorageError);
  CHECK_THROWS_AS(learner.ask({"report", "--open"}, ""), UsageError);
}

TEST_CASE("a narrow window does not break the commands that stats names", "[cli]") {
  pith::test::Home home(
      "deck: artificial-intelligence-startup\nlanguage: en\nitems:\n"
      "  - {id: technical-moat-of-a-company, question: First, answer: alpha}\n");
  pith::test::PtyProgram drill(home.command({"drill", "--encoder", "none"}), 80, 50);
  CHECK(drill.shows_somewhere("copy these decks"));
  drill.type("c");
  CHECK(drill.shows_somewhere("Esc more"));
  drill.type("wrong\r");
  CHECK(drill.shows_somewhere("Enter finish"));
  drill.type("\r");
  CHECK(drill.wait() == 0);

  pith::test::PtyProgram stats(home.command({"stats"}), 40, 200);
  CHECK(stats.wait() == 0);

  std::string shown;
  for (const auto& row : stats.screen().rows()) {
    shown += row;
  }
  CHECK_THAT(shown, Catch::Contains("pith drill artificial-intelligence-startup/"
                                    "technical-moat-of-a-company"));
}
