// Marks of input methods and word processors where YAML or pith has others, and the whole of what
// is said about each.
#include <string>

#include <catch2/catch.hpp>

#include "deck/reading/reader.h"
#include "support/complaints.h"

using namespace std::string_view_literals;
using pith::deck::read_deck;
using pith::test::complaints_about;

TEST_CASE("a full-width comma that makes one entry of a list in brackets is warned of", "[deck]") {
  const auto [text, expected] = GENERATE(table<std::string_view, std::string>({
      {"tags: [生物，植物]\n"
       "items:\n"
       "  - question: 中国的首都？\n"
       "    answer: [北京，北京市]\n"sv,
       "1:8: warning: '生物，植物' counts as one text [for several write [生物, 植物] with plain "
       "commas; if one is meant, put it in quotes]\n"
       "4:14: warning: '北京，北京市' counts as one text [for several write [北京, 北京市] with "
       "plain commas; if one is meant, put it in quotes]\n"},
      {"items:\n"
       "  - question: 光合作用要什么？\n"
       "    points: [光、水、二氧化碳]\n"sv,
       "3:14: warning: '光、水、二氧化碳' counts as one text [for several write [光, 水, 二氧化碳] "
       "with plain commas; if one is meant, put it in quotes]\n"},
      {"items:\n"
       "  - question: 哪些是鸟？\n"
       "    choices: {correct: [麻雀，猫头鹰], wrong: [蝙蝠, 蝴蝶]}\n"
       "  - question: Q?\n"
       "    points:\n"
       "      - {point: p, accept: [a， b], reject: [c]}\n"sv,
       "3:25: warning: '麻雀，猫头鹰' counts as one text [for several write [麻雀, 猫头鹰] with "
       "plain commas; if one is meant, put it in quotes]\n"
       "6:29: warning: 'a， b' counts as one text [for several write [a, b] with plain commas; if "
       "one is meant, put it in quotes]\n"},
  }));
  CAPTURE(text);

  CHECK(complaints_about(text) == expected);
  CHECK(read_deck(text, "deck.yaml").deck.has_value());
}

TEST_CASE("a full-width comma in a text that is meant as one is let be", "[deck]") {
  CHECK(complaints_about("tags: [\"生物，植物\"]\n"
                         "items:\n"
                         "  - question: 怎么办？\n"
                         "    hints: [想想人、数据、法律]\n"
                         "    was: [怎么办，先生]\n"
                         "    points:\n"
                         "      - {point: p, accept: [先去重，再排序, 排序之前去掉重复]}\n"
                         "      - {point: q, accept: [先把所有重复的数据都去掉再说，然后再排序]}\n"
                         "      - point: r\n"
                         "        accept:\n"
                         "          - 先人，后事\n"
                         "  - question: 然后呢？\n"
                         "    answer: [人，各有志。]\n") == "");
}

TEST_CASE("a value in curly quotes keeps them, which is warned of", "[deck]") {
  const auto [text, expected] = GENERATE(table<std::string_view, std::string>({
      {"title: “Smart”\n"
       "tags: [‘plants’, “autumn”]\n"
       "items:\n"
       "  - question: Q?\n"
       "    answer: “yes”\n"sv,
       "1:8: warning: the curly quotes are part of the text '“Smart”' [write \"Smart\" with plain "
       "quotes; if they are meant, put plain quotes around them]\n"
       "2:8: warning: the curly quotes are part of the text '‘plants’' [write \"plants\" with "
       "plain "
       "quotes; if they are meant, put plain quotes around them]\n"
       "2:18: warning: the curly quotes are part of the text '“autumn”' [write \"autumn\" with "
       "plain quotes; if they are meant, put plain quotes around them]\n"
       "5:13: warning: the curly quotes are part of the text '“yes”' [write \"yes\" with plain "
       "quotes; if they are meant, put plain quotes around them]\n"},
      {"tags: [“biology”，“autumn”]\n"
       "items:\n"
       "  - question: Q?\n"
       "    points:\n"
       "      - “short days”\n"
       "      - {point: ”cold nights”, group: “weather”}\n"sv,
       "1:8: warning: '“biology”，“autumn”' counts as one text [for several write [biology, "
       "autumn] "
       "with plain commas; if one is meant, put it in quotes]\n"
       "5:9: warning: the curly quotes are part of the text '“short days”' [write \"short days\" "
       "with plain quotes; if they are meant, put plain quotes around them]\n"
       "6:17: warning: the curly quotes are part of the text '”cold nights”' [write \"cold "
       "nights\" with plain quotes; if they are meant, put plain quotes around them]\n"
       "6:39: warning: the curly quotes are part of the text '“weather”' [write \"weather\" with "
       "plain quotes; if they are meant, put plain quotes around them]\n"},
  }));
  CAPTURE(text);

  CHECK(complaints_about(text) == expected);
  CHECK(read_deck(text, "deck.yaml").deck.has_value());
}

TEST_CASE("curly quotes that belong to a text are let be", "[deck]") {
  CHECK(complaints_about("title: “双减”政策\n"
                         "tags: [\"“双减”\"]\n"
                         "items:\n"
                         "  - question: “双减”\n"
                         "    points:\n"
                         "      - “一带”与“一路”\n"
                         "      - point: 多边\n"
                         "        detail: “大家商量着办”\n"
                         "    samples:\n"
                         "      - {answer: “我不知道”, hits: []}\n"
                         "  - {front: “so”, back: “so!”}\n") == "");
}

TEST_CASE("full-width colons in a gap are warned of, as they are to be recalled", "[deck]") {
  const auto [text, expected] = GENERATE(table<std::string_view, std::string>({
      {"items:\n"
       "  - cloze: \"首都是{{c1：：巴黎}}。\"\n"sv,
       "2:12: warning: the full-width colons are part of the gap '{{c1：：巴黎}}' [write "
       "it with plain colons: {{c1::巴黎}}]\n"},
      {"items:\n"
       "  - cloze: 首都是{{巴黎：：城市}}，在{{C2：法国::国家}}。\n"sv,
       "2:12: warning: the full-width colons are part of the gap '{{巴黎：：城市}}' [write "
       "it with plain colons: {{巴黎::城市}}]\n"
       "2:12: warning: the full-width colons are part of the gap '{{C2：法国}}' [write "
       "it with plain colons: {{C2::法国}}]\n"},
      {"items:\n"
       "  - cloze: \"{{c1::比：喻}}与{{时间：空间}}，{{c2:d}}\"\n"sv,
       ""},
  }));
  CAPTURE(text);

  CHECK(complaints_about(text) == expected);
  CHECK(read_deck(text, "deck.yaml").deck.has_value());
}
