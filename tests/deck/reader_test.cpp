#include "deck/reading/reader.h"

#include <chrono>
#include <string>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "support/text_generators.h"

namespace {

using namespace pith::deck;

/// The deck of a text that must be readable.
Deck deck_of(std::string_view text, const std::string& path = "folder/file-stem.yaml") {
  const auto result = read_deck(text, path);
  for (const auto& diagnostic : result.diagnostics) {
    UNSCOPED_INFO(diagnostic.message);
  }
  REQUIRE(result.deck.has_value());
  return *result.deck;
}

/// The only item of a deck that consists of it.
Item item_of(const std::string& item) {
  const auto deck = deck_of("items:\n  - " + item);
  REQUIRE(deck.items.size() == 1);
  return deck.items[0];
}

std::vector<std::string> ids_of(const std::vector<Point>& points) {
  std::vector<std::string> ids;
  for (const auto& point : points) {
    ids.push_back(point.id);
  }
  return ids;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("every escape of YAML is read as the character it means", "[deck]") {
  const auto item = item_of(R"({question: "next\Nline, no\_break \L\P\xE9\u4e2d", answer: a})");

  CHECK(item.question == "next\u0085line, no\u00A0break \u2028\u2029é中");
}

TEST_CASE("a deck holds what its file says", "[deck]") {
  const auto deck = deck_of(
      "deck: moat\ntitle: 壁垒\nlanguage: zh-Hans\ndescription: >-\n  Two\n  lines\nauthor: A\n"
      "source: S\nlicense: MIT\ntags: [a, b]\nwas: old\nitems:\n"
      "  - {id: x, question: q, answer: a, tags: [b, c]}\n");

  CHECK(deck.id == "moat");
  CHECK(deck.title == "壁垒");
  CHECK(deck.language == "zh-Hans");
  CHECK(deck.description == "Two lines");
  CHECK(deck.author == "A");
  CHECK(deck.source == "S");
  CHECK(deck.license == "MIT");
  CHECK(deck.was == Texts{"old"});
  CHECK(deck.items[0].deck == "moat");
  CHECK(deck.items[0].language == "zh-Hans");
  CHECK(deck.items[0].tags == Texts{"a", "b", "c"});
  CHECK(full_id(deck.items[0]) == "moat/x");
  CHECK(deck.items[0].at == Position{13, 5});
}

TEST_CASE("a deck that says less takes its id from the file and its language from the text",
          "[deck]") {
  CHECK(deck_of("items: [{question: a, answer: b}]").id == "file-stem");
  CHECK(deck_of("items: [{question: a, answer: b}]").language == "en");
  CHECK(deck_of("items: [{question: 问, answer: b}]").language == "zh");
  CHECK(deck_of("# 问\nitems: [{question: a, answer: b}]").language == "en");
}

TEST_CASE("an item of a deck that names no language is in that of its own text", "[deck]") {
  const std::string items =
      "items:\n"
      "  - question: 云服务有哪三种？\n    points: [IaaS, PaaS, SaaS]\n"
      "  - question: What protects technology?\n    points: [patents, 'trade secrets (商业秘密)']\n"
      "  - question: '2 + 2'\n    answer: 4\n";
  const auto deck = deck_of(items);
  CHECK(deck.items[0].language == "zh");
  CHECK(deck.items[1].language == "en");
  CHECK(deck.items[2].language == "zh");  // no words: as the deck
  for (const auto& item : deck_of("language: en-GB\n" + items).items) {
    CHECK(item.language == "en-GB");
  }
}

TEST_CASE("foreign terms in an item do not change its language", "[deck]") {
  const auto deck = deck_of(
      "items:\n"
      "  - question: SQL 的 JOIN 有哪几种？\n"
      "    points: [INNER JOIN, LEFT JOIN, RIGHT JOIN, FULL JOIN, CROSS JOIN]\n"
      "  - question: 什么是 KV cache？\n    points: [缓存 key 和 value, 省去 attention "
      "的重复计算]\n"
      "  - question: What is 机器学习?\n    points: [it learns rules from data]\n");
  CHECK(deck.language == "zh");
  CHECK(deck.items[0].language == "zh");
  CHECK(deck.items[1].language == "zh");
  CHECK(deck.items[2].language == "en");
}

TEST_CASE("a byte order mark and Windows line ends change nothing", "[deck]") {
  const auto deck = deck_of(
      "\xEF\xBB\xBF"
      "deck: d\r\nitems:\r\n  - question: a\r\n    answer: b\r\n");

  CHECK(deck.items[0].question == "a");
  CHECK(deck.items[0].points[0].name == "b");
  CHECK(deck.items[0].at == Position{3, 5});
}

TEST_CASE("a point may be spelt in three ways", "[deck]") {
  const auto item = item_of(
      "question: q\n    points:\n      - 核心 团队\n      - 原创算法: 自己研发。\n"
      "      - point: 知识产权保护\n        id: ip\n        detail: 及早。\n"
      "        accept: [专利布局, 申请专利]\n        reject: [开源]\n        weight: 2\n"
      "        group: 手段\n        was: 专利\n      - {point: A-b, was: [x, y]}\n");

  REQUIRE(ids_of(item.points) == Texts{"核心团队", "原创算法", "ip", "ab"});
  CHECK(item.kind == Kind::points);
  CHECK(item.points[0].name == "核心 团队");
  CHECK(item.points[0].weight == 1.0);
  CHECK(item.points[1].detail == "自己研发。");
  CHECK(item.points[2].accept == Texts{"专利布局", "申请专利"});
  CHECK(item.points[2].reject == Texts{"开源"});
  CHECK(item.points[2].weight == 2.0);
  CHECK(item.points[2].group == "手段");
  CHECK(item.points[2].was == Texts{"专利"});
  CHECK(item.points[2].at == Position{6, 9});
  CHECK(item.points[3].was == Texts{"x", "y"});
}

TEST_CASE("an answer is a text, a list of texts or a number", "[deck]") {
  const auto text = item_of("{question: q, answer: stability}");
  const auto list = item_of("{question: q, answer: [one, 1, uno]}");
  const auto number = item_of("{question: q, answer: -2.5e3, tolerance: 10}");

  CHECK(text.kind == Kind::short_answer);
  CHECK(ids_of(text.points) == Texts{"answer"});
  CHECK(list.points[0].name == "one");
  CHECK(list.points[0].accept == Texts{"1", "uno"});
  CHECK(number.kind == Kind::number);
  CHECK(number.number->value == -2500.0);
  CHECK(number.number->tolerance == 10.0);
  CHECK(item_of("{question: q, answer: \"42\"}").kind == Kind::short_answer);
  CHECK(item_of("{question: q, answer: 2 days}").kind == Kind::short_answer);
  CHECK(item_of("{question: q, answer: true}").points[0].name == "true");
}

TEST_CASE("choices come in file order, the correct ones first", "[deck]") {
  const auto item = item_of("{question: q, choices: {wrong: [c], correct: [a, b]}}");

  CHECK(item.kind == Kind::choices);
  CHECK(ids_of(item.points) == Texts{"choices"});
  REQUIRE(item.choices.size() == 3);
  CHECK(item.choices[1].text == "b");
  CHECK(item.choices[1].correct);
  CHECK_FALSE(item.choices[2].correct);
}

TEST_CASE("gaps of a cloze are points, numbered or counted", "[deck]") {
  const auto [text, question, ids, first] =
      GENERATE(table<std::string, std::string, Texts, std::string>({
          {"拆开叫{{c1::分布式训练::并行}}，降低{{硬件成本}}。",
           "拆开叫[并行]，降低[…]。",
           {"c1", "c2"},
           "分布式训练"},
          {"{{c2::b}} and {{c1::a}}", "[…] and […]", {"c1", "c2"}, "a"},
          {"{{c1::a}}, {{c1::b}}", "[…], […]", {"c1"}, "a, b"},
          {"{{x}} {{c1::y}} {{z::hint}}", "[…] […] [hint]", {"c1", "c2", "c3"}, "y"},
          {"{{c1::\\\\frac{a}{b}}}", "[…]", {"c1"}, "\\frac{a}{b}"},
          {"{{c++}} and {{c1}}", "[…] and […]", {"c1", "c2"}, "c++"},
      }));
  CAPTURE(text);

  const auto item = item_of("cloze: \"" + text + "\"");

  CHECK(item.kind == Kind::cloze);
  CHECK(item.question == question);
  CHECK(ids_of(item.points) == ids);
  CHECK(item.points[0].name == first);
}

TEST_CASE("a reversed card is asked both ways", "[deck]") {
  const auto deck = deck_of("items: [{id: saas, front: SaaS, back: Software, reversed: true}]");

  REQUIRE(deck.items.size() == 2);
  CHECK(deck.items[0].kind == Kind::card);
  CHECK(deck.items[0].points[0].id == "back");
  CHECK(deck.items[1].id == "saas-reversed");
  CHECK(deck.items[1].question == "Software");
  CHECK(deck.items[1].points[0].name == "SaaS");
  CHECK(deck.items[1].points[0].id == "back");
}

TEST_CASE("an item overrides the deck's defaults", "[deck]") {
  const auto deck = deck_of(
      "defaults: {pass: 0.7, time_limit: 1h30m, desired_retention: 0.85, new_per_day: 3}\n"
      "items:\n  - {question: a, answer: b}\n"
      "  - {question: c, answer: d, pass: 1, time_limit: 90s, new_per_day: 0}\n");

  const auto& plain = deck.items[0].settings;
  const auto& own = deck.items[1].settings;
  CHECK(plain.pass == 0.7);
  CHECK(plain.time_limit == std::chrono::minutes(90));
  CHECK(plain.new_per_day == 3);
  CHECK(own.pass == 1.0);
  CHECK(own.time_limit == std::chrono::seconds(90));
  CHECK(own.desired_retention == 0.85);
  CHECK(own.new_per_day == 0);
}

TEST_CASE("samples name points by id or by name", "[deck]") {
  const auto item = item_of(
      "question: q\n    points: [{point: 专利, id: ip}, 核心团队, Third one]\n    samples:\n"
      "      - {answer: x, hits: [third ONE, ip]}\n      - {answer: y, hits: [专利]}\n"
      "      - {answer: z, hits: []}\n");

  REQUIRE(item.samples.size() == 3);
  CHECK(item.samples[0].hits == std::vector<std::size_t>{0, 2});
  CHECK(item.samples[1].hits == std::vector<std::size_t>{0});
  CHECK(item.samples[2].hits.empty());
  CHECK(item.samples[2].at == Position{7, 9});
}

TEST_CASE("the id of a question stands for ever and ignores spelling", "[deck]") {
  const auto id = [](const std::string& question) {
    return item_of("{question: \"" + question + "\", answer: b}").id;
  };

  CHECK(id("What is FSRS?") == "q-rlaon7fsrn");
  CHECK(id("如何建立技术壁垒？") == "q-hmhvyrkxxd");
  CHECK(id("ｗｈａｔ　is, fsrs") == id("What is FSRS?"));
  CHECK(id("What is FSRS 6?") != id("What is FSRS?"));
  CHECK_FALSE(item_of("{question: a, answer: b}").id_given);
  CHECK(item_of("{id: own, question: a, answer: b}").id_given);
}

TEST_CASE("quotes, another layout or two spaces silence the warnings of YAML's traps", "[deck]") {
  const auto text = GENERATE(as<std::string>(), "points: [\"原创算法：说明\", '甲:乙']",
                             "points: [12:30, std::move, \"a b\", http://example.org]",
                             "points: [a]  # a comment", "points:\n      - \"C #1\"",
                             "points:\n      - a\n      # 注释\n      - b");
  CAPTURE(text);

  CHECK(read_deck("items:\n  - question: Q\n    " + text + "\n", "d.yaml").diagnostics.empty());
}

TEST_CASE("a file over the limit is refused at once", "[deck]") {
  const std::string large(kLargestDeckFile + 1, 'x');

  const auto result = read_deck(large, "d.yaml");

  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].message == "larger than 16 MB");
}

TEST_CASE("a hundred mistakes are enough", "[deck]") {
  std::string text = "items:\n";
  for (int i = 0; i < 150; ++i) {
    text += "  - x\n";
  }

  const auto result = read_deck(text, "d.yaml");

  REQUIRE(result.diagnostics.size() == 101);
  CHECK(result.diagnostics.back().message == "50 more mistakes are not listed");
}

TEST_CASE("a YAML file is known for a deck by its items", "[deck]") {
  CHECK(looks_like_deck("a: b\nitems:\n  - [broken"));
  CHECK(
      looks_like_deck("\xEF\xBB\xBF"
                      "items : []"));
  CHECK(looks_like_deck("\"items\": []"));
  CHECK(looks_like_deck("{\"deck\":\"js\",\"items\":[]}"));
  CHECK(looks_like_deck("\xEF\xBB\xBF# in braces\n\n--- {title: What's up,\n  items: []}\n"));
  CHECK_FALSE(looks_like_deck("a:\n  items: []\n"));
  CHECK_FALSE(looks_like_deck("{a: {items: []}, b: ', items: '}\n"));
  CHECK_FALSE(looks_like_deck("itemset: 1\n# items:\n"));
  CHECK_FALSE(looks_like_deck(""));
}

TEST_CASE("a YAML file without items is known for a slip by what else it has", "[deck]") {
  CHECK(seems_meant_as_deck("itmes:\n  - question: q\n    answer: a\n"));
  CHECK(
      seems_meant_as_deck("\xEF\xBB\xBF"
                          "deck: law\ntitle: Law\n"));
  CHECK(seems_meant_as_deck("- {'front': a, back: b}\n"));
  CHECK(seems_meant_as_deck("title：茶\nitems：\n  - question：为什么？\n"));
  CHECK(seems_meant_as_deck("  items:\n    - cloze : \"{{a}}\"\n"));
  CHECK(seems_meant_as_deck("{\"title\": \"T\", \"deck\":\"js\"}"));
  CHECK(seems_meant_as_deck("{\"itmes\":[{\"id\":1,\n\"question\":\"q\"}]}"));
  CHECK(seems_meant_as_deck("{\"items\":[{\"id\":\"a\",\"front\":\"x\"}"));
  CHECK(
      seems_meant_as_deck("\xFF\xFE"
                          "i"));
  CHECK(seems_meant_as_deck(std::string("i\0t\0", 4)));
  CHECK_FALSE(seems_meant_as_deck("practice: Daily\nselect: [law]\nsections:\n  - name: deck\n"));
  CHECK_FALSE(seems_meant_as_deck("site_name: questions\nnav:\n  - questions: q.md\n"));
  CHECK_FALSE(seems_meant_as_deck("{\"ship\":{\"deck\":3},\"a\":\"front: b\"}"));
  CHECK_FALSE(seems_meant_as_deck(""));
}

TEST_CASE("any bytes end as a deck or an error", "[deck]") {
  const Texts pieces = {
      "items:", "\n",    "  ",        "- ",      "question: ", "points: ", "[",  "]",   "{",
      "}",      "\"",    "'",         ": ",      "#",          "&a ",      "*a", "!t ", "|\n",
      ">-\n",   "---\n", "cloze: ",   "{{c1::x", "}}",         "中",       "：", "\t",  "\xFF",
      "? ",     ", ",    "answer: 5", "%",       "@",          "\\",       "~",  "<<: "};
  CHECK(rc::check([&] {
    const auto parts = *rc::gen::container<Texts>(
        rc::gen::oneOf(rc::gen::elementOf(pieces), rc::gen::elementOf(pieces),
                       pith::test::gen_text(), rc::gen::arbitrary<std::string>()));
    std::string text = *rc::gen::element<std::string>("", "deck: d\nitems:\n  - ");
    for (const auto& part : parts) {
      text += part;
    }
    const auto result = read_deck(text, "d.yaml");
    bool error = false;
    for (const auto& diagnostic : result.diagnostics) {
      error = error || diagnostic.severity == Severity::error;
      RC_ASSERT(!diagnostic.message.empty());
    }
    RC_ASSERT(error == !result.deck.has_value());
  }));
}

TEST_CASE("a line broken between two Han characters leaves no space; one that was typed stays",
          "[deck]") {
  const auto item = item_of(
      "question: >-\n      算法和语料\n      决定质量，\n      人才 决定\n      AI 和\n      "
      "模型\n    points:\n      - point: 高质量\n          数据\n        detail: \"干净、\n        "
      "  独有\"\n"
      "    explanation: |\n      一行\n      又一行\n");
  CHECK(item.question == "算法和语料决定质量，人才 决定 AI 和模型");
  CHECK(item.points.at(0).name == "高质量数据");
  CHECK(item.points.at(0).detail == "干净、独有");
  CHECK(item.explanation == "一行\n又一行");
}

TEST_CASE("Latin words keep the space of a broken line", "[deck]") {
  const auto item =
      item_of("question: >-\n      why\n      so\n    answer: 用 \"C++\"\n      写\n");
  CHECK(item.question == "why so");
  CHECK(item.points.at(0).name == "用 \"C++\" 写");
}
