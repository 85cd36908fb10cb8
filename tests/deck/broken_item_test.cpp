// Decks with wrong values, and the whole of what is said about each.
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "deck/reading/reader.h"
#include "support/complaints.h"

using namespace std::string_view_literals;
using pith::deck::read_deck;
using pith::test::complaints_about;

TEST_CASE("values out of range are refused", "[deck]") {
  const auto [text, expected] = GENERATE(table<std::string_view, std::string>({
      {"deck: My Deck\n"
       "items: []\n"sv,
       "1:7: 'My Deck' cannot be a deck's id [use lower-case letters, digits and '-']\n"
       "2:8: warning: this deck has no items [add one: '- question: …']\n"},
      {"deck: drill\n"
       "items: []\n"sv,
       "1:7: the deck's id 'drill' is the name of a command [choose another id]\n"
       "2:8: warning: this deck has no items [add one: '- question: …']\n"},
      {"deck: d\n"
       "language: chinese!\n"
       "items: []\n"sv,
       "2:11: 'chinese!' is no language tag [write a BCP 47 tag such as zh, en or en-GB]\n"
       "3:8: warning: this deck has no items [add one: '- question: …']\n"},
      {"deck: d\n"
       "items:\n"
       "  - {id: a/b, question: a, answer: b}\n"sv,
       "3:10: 'a/b' cannot be an item's id [use letters, digits and '-']\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: Q?\n"
       "    points:\n"
       "      - {point: a, weight: 0}\n"sv,
       "5:28: 'weight' must be a number above 0, not '0' []\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: Q?\n"
       "    points:\n"
       "      - {point: a, weight: -1}\n"sv,
       "5:28: 'weight' must be a number above 0, not '-1' []\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: Q?\n"
       "    points:\n"
       "      - {point: a, weight: .nan}\n"sv,
       "5:28: 'weight' must be a number above 0, not '.nan' []\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: Q?\n"
       "    points:\n"
       "      - {point: a, weight: 1000001}\n"
       "      - {point: b, weight: 1e7}\n"
       "      - {point: c, weight: 1000000}\n"sv,
       "5:28: 'weight' must be a number above 0 and at most 1000000, not '1000001' []\n"
       "6:28: 'weight' must be a number above 0 and at most 1000000, not '1e7' []\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: Q?\n"
       "    answer: a\n"
       "    pass: 60%\n"sv,
       "5:11: 'pass' must be a number from 0 to 1, not '60%' []\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: Q?\n"
       "    answer: a\n"
       "    time_limit: soon\n"sv,
       "5:17: 'time_limit' must be a time such as 90s, 3m or 1h30m, a day at most, not 'soon' "
       "[]\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: Q?\n"
       "    answer: a\n"
       "    desired_retention: 1\n"sv,
       "5:24: 'desired_retention' must be a number above 0 and below 1, not '1' []\n"},
      {"deck: d\n"
       "defaults: {new_per_day: 1.5}\n"
       "items: []\n"sv,
       "2:25: 'new_per_day' must be a whole number from 0 on, not '1.5' []\n"
       "3:8: warning: this deck has no items [add one: '- question: …']\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: Q?\n"
       "    answer: 5\n"
       "    tolerance: -1\n"sv,
       "5:16: 'tolerance' must be a number from 0 on, not '-1' []\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: Q?\n"
       "    answer: .nan\n"sv,
       "4:13: '.nan' is no number [write a finite number, or put a text in quotes]\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: Q?\n"
       "    answer: 1e999\n"sv,
       "4:13: '1e999' is no number [write a finite number, or put a text in quotes]\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: Q?\n"
       "    answer: null\n"sv,
       "4:13: 'answer' is 'null', which means nothing to YAML [if the word is meant, write "
       "\"null\"]\n"},
  }));
  CAPTURE(text);

  CHECK(complaints_about(text) == expected);
  CHECK_FALSE(read_deck(text, "deck.yaml").deck.has_value());
}

TEST_CASE("the points of an item are named in short to who knows them by other names", "[deck]") {
  std::string points;
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    points += std::string(190, letter) + ", ";
  }
  std::string hits;
  for (int i = 0; i < 5'000; ++i) {
    hits += fmt::format("{:0190}, ", i);
  }

  const auto result = read_deck("items:\n  - question: Q?\n    points: [" + points +
                                    "]\n    samples:\n      - {answer: x, hits: [" + hits + "]}\n",
                                "d.yaml");

  REQUIRE(result.diagnostics.size() == 101);
  CHECK(result.diagnostics[0].hint.starts_with("the points are " + std::string(40, 'a') + "…, " +
                                               std::string(40, 'b') + "…, "));
  CHECK(result.diagnostics[100].message == "4900 more mistakes are not listed");
}

TEST_CASE("points and samples that cannot be told apart or found are refused", "[deck]") {
  const auto [text, expected] = GENERATE(table<std::string_view, std::string>({
      {"deck: d\n"
       "items:\n"
       "  - question: Q?\n"
       "    points: [\"\", b]\n"sv,
       "4:14: a point is empty [write a text or remove it]\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: Q?\n"
       "    points: []\n"sv,
       "4:13: 'points' is empty [begin each point on a line of its own with '- ']\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: Q?\n"
       "    points:\n"
       "      -\n"
       "      - b\n"sv,
       "5:7: a point is empty [write a text or remove it]\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: Q?\n"
       "    points:\n"
       "      - {detail: a, weight: 2}\n"
       "      - weight: 2\n"sv,
       "5:9: 'point' is missing [add a line 'point: …']\n"
       "6:9: 'weight' is the key of a point that lacks 'point' [begin with '- point: …'; for a "
       "point of that name write '- point: weight']\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: Q?\n"
       "    points: [核心团队, \"核心 团队！\"]\n"sv,
       "4:20: duplicate point '核心 团队！' [the point in line 4 has the id '核心团队' already; "
       "give one of them another 'id:']\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: Q?\n"
       "    points: [\"::\"]\n"sv,
       "4:14: the point '::' has neither letter nor digit [give it an 'id:']\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: Q?\n"
       "    points: [原创算法, b]\n"
       "    samples:\n"
       "      - {answer: x, hits: [原创算发]}\n"
       "      - {answer: y}\n"
       "      - z\n"sv,
       "6:27: no point of this item is called '原创算发' [did you mean '原创算法'?]\n"
       "7:9: 'hits' is missing [name the points that the answer must hit: hits: [one, another], or "
       "hits: []]\n"
       "8:9: a sample must be a map, not a text [write '- answer: …' and below it 'hits: […]']\n"},
      {"deck: d\n"
       "items:\n"
       "  - {id: x, question: a, answer: b}\n"
       "  - {id: x, question: c, answer: d}\n"sv,
       "4:10: duplicate id 'x' [the item in line 3 has it already]\n"},
      {"deck: d\n"
       "items:\n"
       "  - {id: x, was: z, question: a, answer: b}\n"
       "  - {id: y, was: [w, d/z], question: c, answer: d}\n"sv,
       "4:22: 'was' claims 'd/z' twice [line 3 claims it already; its history can go to one "
       "only]\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: a\n"
       "    points: [{point: b, was: [z, z]}, {point: c, was: z}]\n"sv,
       "4:55: 'was' claims 'z' twice [line 4 claims it already; its history can go to one only]\n"},
      {"deck: d\n"
       "items:\n"
       "  - {question: A b., answer: b}\n"
       "  - {question: \"a B\", answer: d}\n"sv,
       "4:5: duplicate question 'a B' [the item in line 3 asks it already; give one of them an "
       "'id:']\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: Q?\n"
       "    choices: {correct: [a1, a2, a3, a4, a5, a6, a7, a8, a9],\n"
       "              wrong: [b1, b2, b3, b4, b5, b6, b7, b8, b9,\n"
       "                      c1, c2, c3, c4, c5, c6, c7, c8, c9]}\n"sv,
       "4:14: 27 options; at most 26 can be offered, each with a letter of its own [ask in several "
       "items]\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: Q?\n"
       "    choices: {correct: [], wrong: [a, a]}\n"sv,
       "4:14: duplicate choice 'a' [each option must be offered once]\n"
       "4:15: there is no 'correct' choice [write choices: {correct: […], wrong: […]}]\n"},
      {"deck: d\n"
       "items:\n"
       "  - cloze: \"no gap\"\n"sv,
       "3:12: a cloze needs a gap: 'no gap' [mark what is to be recalled: {{like this}}]\n"},
      {"deck: d\n"
       "items:\n"
       "  - cloze: no gap\n"
       "  - cloze: \"{{gap}}\"\n"sv,
       "3:12: a cloze needs a gap: 'no gap' [mark what is to be recalled: {{like this}}]\n"},
      {"deck: d\n"
       "items:\n"
       "  - cloze: \"a {{b\"\n"sv,
       "3:12: this gap is never closed: '{{b' [end it with }}]\n"},
      {"deck: d\n"
       "items:\n"
       "  - cloze: \"{{c1::a {{c2::b}} }}\"\n"sv,
       "3:12: a gap stands inside another gap: '{{c1::a {{c2::b}} }}' [end the outer one with }} "
       "first]\n"},
      {"deck: d\n"
       "items:\n"
       "  - cloze: \"{{}} x\"\n"sv,
       "3:12: this gap is empty: '{{}} x' [write {{the text to recall}}]\n"},
      {"deck: d\n"
       "items:\n"
       "  - cloze: \"{{c1,c2::a}}\"\n"sv,
       "3:12: a gap belongs to one number: '{{c1,c2::a}}' [write {{c1::…}}]\n"},
  }));
  CAPTURE(text);

  CHECK(complaints_about(text) == expected);
  CHECK_FALSE(read_deck(text, "deck.yaml").deck.has_value());
}

TEST_CASE("what is valid YAML but hardly meant is warned of", "[deck]") {
  const auto [text, expected] = GENERATE(table<std::string_view, std::string>({
      {"items:\n"
       "  - question: Q?\n"
       "    points:\n"
       "      - point: a\n"
       "        accept: 专利、著作权\n"sv,
       "5:17: warning: '专利、著作权' counts as one text [for several write [专利、著作权]; if one "
       "is meant, put it in quotes]\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: Q?\n"
       "    points:\n"
       "      - 原创算法：说明\n"
       "      - 甲:乙\n"
       "      - 12:30\n"
       "      - std::move\n"sv,
       "5:9: warning: the full-width '：' is part of the point's name '原创算法：说明' [for a name "
       "with a detail write \"原创算法: …\"; if it is meant, put the point in quotes]\n"
       "6:9: warning: the ':' is part of the point's name '甲:乙', as no space follows it [for a "
       "name with a detail write \"甲: …\"; if it is meant, put the point in quotes]\n"},
      {"items:\n"
       "  - question: Q?\n"
       "    points:\n"
       "      - \"core team: People who stay.\"\n"
       "      - '原创算法: 自己研发的独特算法'\n"
       "      - \"step 1: init\"\n"
       "      - 'HTTP: GET'\n"
       "      - \"at 12:30, or std::move by chance\"\n"
       "      - point: \"own data: Nobody else has it.\"\n"
       "  - question: In brackets?\n"
       "    points: [a, 'heat: enough of it']\n"sv,
       "4:9: warning: the ':' is part of the point's name 'core team: People who stay.', as the "
       "quotes make one text of it [for a name with a detail put quotes around the detail alone: "
       "core team: \"…\"; if one name is meant, write 'point: ' before the quotes]\n"
       "5:9: warning: the ':' is part of the point's name '原创算法: 自己研发的独特算法', as the "
       "quotes make one text of it [for a name with a detail put quotes around the detail alone: "
       "原创算法: \"…\"; if one name is meant, write 'point: ' before the quotes]\n"},
      {"items:\n"
       "  - question: Q?\n"
       "    points:\n"
       "    - a\n"
       "     - b\n"
       "    explanation: one thing - and\n"
       "      another -\n"
       "      -thing\n"sv,
       "5:6: warning: this '-' is part of the text 'a - b' [for another item of the list begin it "
       "in the column of the '-' above, with a space behind; if it is meant, put the text in "
       "quotes]\n"},
      {"deck: off\n"
       "items:\n"
       "  - {id: No, question: P, answer: a}\n"
       "  - id: 1e3\n"
       "    question: Q?\n"
       "    points: [{point: a, id: true}, {point: b, id: 007}, {point: c, id: 1.10}]\n"
       "  - {id: 'yes', question: R, answer: a}\n"
       "  - {id: 17, question: S, answer: no}\n"
       "  - {id: none, question: T, points: [{point: a, id: \"on\"}, {point: b, id: 3d}]}\n"sv,
       "1:7: warning: 'off' is true or false to other readers of YAML [put it in quotes]\n"
       "3:10: warning: 'No' is true or false to other readers of YAML [put it in quotes]\n"
       "4:9: warning: '1e3' is a number to other readers of YAML [put it in quotes]\n"
       "6:29: warning: 'true' is true or false to other readers of YAML [put it in quotes]\n"
       "6:51: warning: '007' is a number to other readers of YAML [put it in quotes]\n"
       "6:72: warning: '1.10' is a number to other readers of YAML [put it in quotes]\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: 什么是 C #语言\n"
       "    answer: b\n"sv,
       "3:21: warning: the text '什么是 C' ends here: ' #' begins a comment [if '#' belongs to the "
       "text put it in quotes; if it is a comment put two spaces before it and one behind]\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: Q?\n"
       "    answer: x\n"
       "    tolerance: 1\n"sv,
       "5:5: warning: 'tolerance' has no effect on a text [remove it, or write the answer as a "
       "number without quotes]\n"},
      {"deck: d\n"
       "items: []\n"sv,
       "2:8: warning: this deck has no items [add one: '- question: …']\n"},
  }));
  CAPTURE(text);

  CHECK(complaints_about(text) == expected);
  CHECK(read_deck(text, "deck.yaml").deck.has_value());
}

TEST_CASE("an item holds no more than can be graded quickly", "[deck]") {
  const std::string head = "deck: d\nitems:\n  - question: Q?\n    points:\n";
  std::string points;
  for (int i = 0; i < 100; ++i) {
    points += "      - p" + std::to_string(i) + "\n";
  }
  std::string wordings;
  for (int i = 0; i < 101; ++i) {
    wordings += "w" + std::to_string(i) + ", ";
  }

  CHECK(read_deck(head + points, "deck.yaml").deck.has_value());
  CHECK(complaints_about(head + points + "      - more\n      - and more\n") ==
        "105:9: an item may have 100 points at most [make several items of it]\n");
  CHECK(complaints_about(head + "      - " + std::string(4001, 'a') + "\n") ==
        "5:9: the name of a point is longer than 4000 bytes [name it in a few words and put the "
        "rest under 'detail:']\n");
  CHECK(complaints_about(head + "      - a: " + std::string(16001, 'b') + "\n") ==
        "5:9: a text of a point is longer than 16000 bytes [shorten it, or make several points of "
        "it]\n");
  CHECK(complaints_about(head + "      - {point: a, accept: [" + wordings + "]}\n") ==
        "5:9: more than 100 wordings of a point [keep those that differ most]\n");
}

TEST_CASE("no text of an item is so long that it keeps everybody waiting", "[deck]") {
  const std::string question(16'000, 'q');
  const std::string text(200'000, 't');
  const auto with_points = [](const std::string& asked) {
    return "deck: d\nitems:\n  - question: " + asked + "\n    points: [a, b]\n";
  };
  CHECK(complaints_about(with_points(question)).empty());
  CHECK(complaints_about(with_points(question + "q")) ==
        "3:15: the question of an item with points is longer than 16000 bytes [ask it in fewer "
        "words; what is shown after answering goes under 'explanation:']\n");

  const std::string card = "deck: d\nitems:\n  - front: a\n    back: b\n    ";
  CHECK(complaints_about("deck: d\nitems:\n  - {front: " + text + ", back: b}\n").empty());
  CHECK(complaints_about(card + "explanation: " + text + "\n").empty());
  const std::string why =
      " is longer than 200000 bytes [shorten it, or make several items of it]\n";
  CHECK(complaints_about(card + "explanation: " + text + "t\n") == "5:18: 'explanation'" + why);
  CHECK(complaints_about(card + "hints: [one, " + text + "t]\n") ==
        "5:18: a text in 'hints'" + why);
  CHECK(complaints_about("deck: d\nitems:\n  - cloze: 'a {{b}} " + text + "'\n") ==
        "3:12: 'cloze'" + why);
  CHECK(complaints_about(with_points(text + "t")) == "3:15: 'question'" + why);
}

TEST_CASE("a deck has not too many tags for its items", "[deck]") {
  const auto deck = [](const std::string& tag, int tags, int items) {
    std::string text = "deck: d\ntags: [" + tag;
    for (int i = 1; i < tags; ++i) {
      text += ", " + tag + std::to_string(i);
    }
    text += "]\nitems:\n";
    for (int i = 0; i < items; ++i) {
      text += "  - {front: a" + std::to_string(i) + ", back: b}\n";
    }
    return text;
  };

  CHECK(read_deck(deck("t", 100, 10), "deck.yaml").deck.value().items[9].tags.size() == 100);
  CHECK(complaints_about(deck("t", 101, 1)) ==
        "2:7: a deck may have 100 tags at most [give tags to the items that need them]\n");
  CHECK(complaints_about(deck(std::string(20'000, 't'), 100, 100)) ==
        "2:7: the deck's tags are too long for so many items [give tags to the items that need "
        "them]\n");
}

TEST_CASE("an item's tags are each its own once, in the order named", "[deck]") {
  const auto read = read_deck(
      "deck: d\ntags: [b, a]\nitems:\n  - {front: x, back: y, tags: [c, a, c, d]}\n", "deck.yaml");

  CHECK(read.deck.value().items[0].tags == std::vector<std::string>{"b", "a", "c", "d"});
}

TEST_CASE("a sample names a point by its id before its name, and either before how it is folded",
          "[deck]") {
  const auto read = read_deck(
      "deck: d\nitems:\n  - question: Q?\n    points:\n      - {point: one, id: two}\n"
      "      - {point: Two, id: x}\n      - Third One\n    samples:\n"
      "      - {answer: a, hits: [two, Two, third one, THIRD one]}\n      - {answer: b, hits: "
      "[TWO]}\n",
      "deck.yaml");

  const auto& samples = read.deck.value().items[0].samples;
  CHECK(samples[0].hits == std::vector<std::size_t>{0, 1, 2});
  CHECK(samples[1].hits == std::vector<std::size_t>{0});
}
