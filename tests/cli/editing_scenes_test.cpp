// What authors do to decks that were learned from, and what the history is afterwards.
// docs/decks.md promises it in the same order.
#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "support/command_line.h"
#include "support/json.h"

namespace {

using Catch::Matchers::Contains;
using nlohmann::json;
using pith::test::CommandLine;
using pith::test::parsed;

/// Has answered the deck `moat` once, a day before each edit; both points were hit.
class Author : public CommandLine {
 public:
  explicit Author(const std::string& items) {
    deck("moat", items);
    on("2026-12-01", {"review", "--encoder", "none"}, "算法和团队\n");
    on("2026-12-02", {"due"});
  }

  void deck(const std::string& id, const std::string& items, const std::string& head = "") {
    write("decks/" + id + ".yaml", "deck: " + id + "\nlanguage: zh\n" + head + "items:\n" + items);
  }
  void remove(const std::string& id) {
    std::filesystem::remove(folder() / "decks" / (id + ".yaml"));
  }

  int on(const std::string& day, std::vector<std::string> arguments,
         const std::string& input = "") {
    in = input;
    arguments.insert(arguments.end(), {"--decks", (folder() / "decks").string(), "--now",
                                       day + "T09:00:00Z", "--db", database()});
    return run(std::move(arguments));
  }
  json told(std::vector<std::string> arguments) {
    arguments.emplace_back("--json");
    on("2026-12-02", std::move(arguments));
    return parsed(out);
  }
  /// A session without answers brings the history up to date with the decks.
  void adopt() { on("2026-12-02", {"review", "--new", "0", "--encoder", "none"}); }

  /// The points of an item that have history now.
  std::vector<std::string> remembered(const std::string& item) {
    std::vector<std::string> names;
    const auto shown = told({"show", item});
    for (const auto& point : shown["points"]) {
      if (point["stability"].is_number()) {
        names.push_back(point["name"]);
      }
    }
    return names;
  }
  std::vector<std::string> warnings() {
    std::vector<std::string> messages;
    const auto report = told({"check"});
    for (const auto& warning : report["warnings"]) {
      const std::string message = warning["message"];
      if (message.find("was answered before") != std::string::npos) {
        messages.push_back(message);
      }
    }
    return messages;
  }
  std::size_t orphans() { return told({"orphans"})["orphans"].size(); }

 private:
  [[nodiscard]] std::string database() const { return (folder() / "pith.db").string(); }
};

using Names = std::vector<std::string>;

const std::string kItem =
    "  - id: wall\n    question: 如何建立技术壁垒\n    points: [算法, 团队]\n";
const std::string kNoId = "  - question: 如何建立技术壁垒\n    points: [算法, 团队]\n";

}  // namespace

TEST_CASE("case, width, punctuation, spaces and order change nothing", "[cli]") {
  Author pith(kNoId);
  pith.deck("moat", "  - question: 如何建立 「技术壁垒」？\n    points: [团 队。, 算法！]\n");
  pith.adopt();
  pith.told({"list"});
  const std::string item = parsed(pith.out)[0]["id"];
  CHECK(pith.remembered(item) == Names{"团 队。", "算法！"});
  CHECK(pith.orphans() == 0);
  CHECK(pith.warnings().empty());
}

TEST_CASE("a typo mended in a question is proposed, and joined on request", "[cli]") {
  Author pith("  - question: 如何建立技木壁垒\n    points: [算法, 团队]\n");
  pith.deck("moat", kNoId);
  REQUIRE(pith.warnings() ==
          Names{"'如何建立技木壁垒' was answered before and is gone; is it this one, reworded?"});
  CHECK(pith.told({"orphans"})["orphans"][0]["wording"] == "如何建立技木壁垒");
  CHECK(pith.told({"relink", "--yes"})["joined"] == true);
  CHECK(pith.warnings().empty());
  CHECK(pith.orphans() == 0);
  CHECK(pith.told({"due"})["new"] == 0);
}

TEST_CASE("a typo mended in a point is proposed, and joined on request", "[cli]") {
  Author pith("  - id: wall\n    question: 如何建立技术壁垒\n    points: [核心算珐, 团队]\n");
  pith.deck("moat", "  - id: wall\n    question: 如何建立技术壁垒\n    points: [核心算法, 团队]\n");
  REQUIRE(pith.warnings().size() == 1);
  CHECK(pith.remembered("moat/wall") == Names{"团队"});
  pith.told({"relink", "--yes"});
  CHECK(pith.remembered("moat/wall") == Names{"核心算法", "团队"});
}

TEST_CASE("a point split in two leaves its history to the part that claims it", "[cli]") {
  Author pith("  - id: wall\n    question: 如何建立技术壁垒\n    points: [算法和团队]\n");
  const auto split = [&](const std::string& was) {
    pith.deck("moat",
              "  - id: wall\n    question: 如何建立技术壁垒\n    points:\n      - point: 算法\n" +
                  was + "      - 团队\n");
  };
  SECTION("by `was:`") {
    split("        was: 算法和团队\n");
    CHECK(pith.warnings().empty());
    pith.adopt();
  }
  SECTION("by relink") {
    split("");
    CHECK(pith.warnings().size() == 1);
    pith.told({"relink", "--yes"});
  }
  CHECK(pith.remembered("moat/wall") == Names{"算法"});
  CHECK(pith.orphans() == 0);
}

TEST_CASE("two points merged into one bring both histories along", "[cli]") {
  Author pith(kItem);
  const auto merge = [&](const std::string& was) {
    pith.deck("moat",
              "  - id: wall\n    question: 如何建立技术壁垒\n    points:\n      - point: "
              "算法和团队\n" +
                  was);
  };
  SECTION("by `was:`") {
    merge("        was: [算法, 团队]\n");
    pith.adopt();
  }
  SECTION("by relink") {
    merge("");
    CHECK(pith.warnings().size() == 2);
    pith.told({"relink", "--yes"});
  }
  CHECK(pith.remembered("moat/wall") == Names{"算法和团队"});
  CHECK(pith.orphans() == 0);
  const auto points = pith.told({"explain", "moat/wall"})["points"];
  REQUIRE(points.size() == 1);
  CHECK(points[0]["reviews"].size() == 1);  // both were said in one answer
}

TEST_CASE("a point added is new; a point removed keeps its history for its return", "[cli]") {
  Author pith(kItem);
  pith.deck("moat", "  - id: wall\n    question: 如何建立技术壁垒\n    points: [算法, 专利]\n");
  pith.adopt();
  CHECK(pith.remembered("moat/wall") == Names{"算法"});
  CHECK(pith.orphans() == 1);
  pith.deck("moat", kItem);
  pith.adopt();
  CHECK(pith.remembered("moat/wall") == Names{"算法", "团队"});
  CHECK(pith.orphans() == 0);
}

TEST_CASE("an item moved to another deck is proposed by its question", "[cli]") {
  const std::string other = "  - {id: x, question: 别的问题, answer: 一}\n";
  Author pith(kItem + other);
  pith.deck("moat", other);
  SECTION("and joined on request") {
    pith.deck("business", kItem);
    CHECK(pith.warnings() ==
          Names{"'如何建立技术壁垒' was answered before and is gone from 'moat'; "
                "is it this one, moved?"});
    pith.told({"relink", "--yes"});
  }
  SECTION("or comes along by `was:`") {
    pith.deck("business", kItem + "    was: moat/wall\n");
    CHECK(pith.warnings().empty());
    pith.adopt();
  }
  CHECK(pith.remembered("business/wall") == Names{"算法", "团队"});
  CHECK(pith.orphans() == 0);
}

TEST_CASE("a deck renamed is proposed by its questions", "[cli]") {
  Author pith(kItem);
  pith.remove("moat");
  SECTION("and joined on request, whole") {
    pith.deck("business", kItem);
    CHECK(pith.warnings() ==
          Names{"'moat' was answered before and is gone; is it this one, renamed?"});
    CHECK(pith.told({"orphans"})["orphans"][0]["resembles"] == "business");
    const auto pairs = pith.told({"relink", "--yes"})["pairs"];
    REQUIRE(pairs.size() == 1);
    CHECK(pairs[0]["from"] == "moat");
  }
  SECTION("by hand") {
    pith.deck("business", kItem);
    pith.told({"relink", "moat", "business"});
  }
  SECTION("or comes along by `was:`") {
    pith.deck("business", kItem, "was: moat\n");
    CHECK(pith.warnings().empty());
    pith.adopt();
  }
  CHECK(pith.remembered("business/wall") == Names{"算法", "团队"});
  CHECK(pith.orphans() == 0);
}

TEST_CASE("a deck of the same ids but other questions is no renamed one", "[cli]") {
  Author pith(kItem);
  pith.remove("moat");
  pith.deck("moat-en",
            "  - id: wall\n    question: How do you build a moat?\n    points: [a, b]\n");
  CHECK(pith.told({"relink"})["pairs"].empty());
  CHECK(pith.orphans() == 1);
}

TEST_CASE("ids added later cost nothing, whatever they are", "[cli]") {
  Author pith(kNoId);
  pith.deck(
      "moat",
      "  - id: wall\n    question: 如何建立技术壁垒\n    points:\n      - 团队\n      - point: "
      "算法\n        id: algorithm\n");
  pith.adopt();
  CHECK(pith.warnings().empty());
  CHECK(pith.orphans() == 0);
  CHECK(pith.remembered("moat/wall") == Names{"团队", "算法"});
}

TEST_CASE("a deck deleted is listed among the orphans, and at home again when it returns",
          "[cli]") {
  Author pith(kItem);
  pith.remove("moat");
  pith.deck("other", "  - {id: x, question: 别的问题, answer: 一}\n");
  const auto orphans = pith.told({"orphans"})["orphans"];
  REQUIRE(orphans.size() == 1);
  CHECK(orphans[0]["name"] == "moat/wall");
  CHECK(orphans[0]["reviews"] == 1);
  CHECK(orphans[0]["last"] == "2026-12-01");
  CHECK(orphans[0]["resembles"].is_null());
  pith.deck("moat", kItem);
  CHECK(pith.remembered("moat/wall") == Names{"算法", "团队"});
}

TEST_CASE("relink takes an answer in any case, with spaces around it", "[cli]") {
  const auto [reply, joined] =
      GENERATE(table<std::string, std::string>({{" Y \n", "1 pair joined"},
                                                {"A\n", "1 pair joined"},
                                                {"\t N\n", "0 pairs joined"},
                                                {"Q\ny\n", "0 pairs joined"}}));
  Author pith("  - question: 如何建立技木壁垒\n    points: [算法, 团队]\n");
  pith.deck("moat", kNoId);
  pith.screen.in_is_terminal = pith.screen.out_is_terminal = true;
  pith.on("2026-12-02", {"relink"}, reply);
  CHECK_THAT(pith.out, Contains(joined));
  CHECK(pith.out.find("Join them? ") == pith.out.rfind("Join them? "));
}

TEST_CASE("at a terminal relink asks about each pair", "[cli]") {
  Author pith("  - question: 如何建立技木壁垒\n    points: [算法, 团队]\n");
  pith.deck("moat", kNoId);
  pith.screen.in_is_terminal = pith.screen.out_is_terminal = true;
  pith.on("2026-12-02", {"relink"}, "what\nn\n");
  CHECK_THAT(pith.out, Contains("Join them? ") && Contains("0 pairs joined"));
  pith.on("2026-12-02", {"relink"}, "");
  CHECK_THAT(pith.out, Contains("0 pairs joined"));
  pith.on("2026-12-02", {"relink"}, "y\n");
  CHECK_THAT(pith.out, Contains("1 pair joined"));
}
