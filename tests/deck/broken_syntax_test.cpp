// Slips of the pen in YAML, and the whole of what is said about each.
#include <string>

#include <catch2/catch.hpp>

#include "support/complaints.h"

using namespace std::string_view_literals;
using pith::test::complaints_about;

TEST_CASE("keys with the full-width colon of an input method are named", "[deck]") {
  const auto [text, expected] = GENERATE(table<std::string_view, std::string>({
      {"items:\n"
       "  - question：为什么？\n"
       "    points:\n"
       "      - 一\n"sv,
       "2:13: the colon behind 'question' is full-width, which is text to YAML [write 'question: ' "
       "with a plain colon and a space]\n"},
      {"title：茶\n"
       "items：\n"
       "  - question: 为什么？\n"
       "    answer: 一\n"sv,
       "1:6: the colon behind 'title' is full-width, which is text to YAML [write 'title: ' with a "
       "plain colon and a space]\n"
       "2:6: the colon behind 'items' is full-width, which is text to YAML [write 'items: ' with a "
       "plain colon and a space]\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: 为什么？\n"
       "    points ：\n"
       "      - 一\n"sv,
       "3:5: this item has no answer [add 'points', 'answer' or 'choices' to a question, or write "
       "'cloze', or 'front' and 'back']\n"
       "4:5: unknown key 'points ： - 一' in an item [the keys are question, points, answer, "
       "tolerance, choices, cloze, front, back, reversed, id, explanation, example, hints, tags, "
       "pass, time_limit, desired_retention, new_per_day, was, samples]\n"
       "4:11: the colon behind 'points' is full-width, which is text to YAML [write 'points: ' "
       "with "
       "a plain colon and a space]\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: 为什么？\n"
       "    answer: 一\n"
       "    samples:\n"
       "      - answer: 一\n"
       "        hits：[一]\n"sv,
       "6:9: 'hits' is missing [name the points that the answer must hit: hits: [one, another], or "
       "hits: []]\n"
       "7:9: unknown key 'hits：[一]' in a sample [the keys are answer, hits]\n"
       "7:13: the colon behind 'hits' is full-width, which is text to YAML [write 'hits: ' with a "
       "plain colon and a space]\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: |\n"
       "      question：为什么？\n"
       "      是为什么？\n"
       "    answer: 一\n"sv,
       ""},
  }));
  CAPTURE(text);
  CHECK(complaints_about(text) == expected);
}

TEST_CASE("a missing space and a key out of its column are told where they stand", "[deck]") {
  const auto [text, expected] = GENERATE(table<std::string_view, std::string>({
      {"items:\n"
       "  - question:What is it?\n"
       "    answer: a\n"sv,
       "2:13: a space is missing behind the colon of 'question' [write 'question: ']\n"},
      {"title:x\n"
       "items:\n"
       "  - question: a\n"
       "    answer: a\n"sv,
       "1:6: a space is missing behind the colon of 'title' [write 'title: ']\n"},
      {"items:\n"
       "  - question: a\n"
       "    answer: a\n"
       "    explanation:because it is\n"
       "      so\n"
       "    tags: [a]\n"sv,
       "4:16: a space is missing behind the colon of 'explanation' [write 'explanation: ']\n"},
      {"items:\n"
       "  - question: a\n"
       "    answer:b: c\n"sv,
       "3:11: a space is missing behind the colon of 'answer' [write 'answer: ']\n"},
      {"items:\n"
       "  - question: a\n"
       "    answer:b\n"
       "  - question: c\n"
       "    answer: d\n"sv,
       "3:11: a space is missing behind the colon of 'answer' [write 'answer: ']\n"},
      {"items:\n"
       "  - question: a\n"
       "    tags: [a]\n"
       "    answer:\"b\"\n"sv,
       "2:5: this item has no answer [add 'points', 'answer' or 'choices' to a question, or write "
       "'cloze', or 'front' and 'back']\n"
       "4:11: a space is missing behind the colon of 'answer' [write 'answer: ']\n"},
      {"items:\n"
       "  -question: a\n"
       "   answer: b\n"sv,
       "2:3: a space is missing behind this '-' [write '- question:']\n"},
      {"items:\n"
       "  - question: a\n"
       "    answer: b\n"
       "  -question: c\n"
       "   answer: b\n"sv,
       "4:3: a space is missing behind this '-' [write '- question:']\n"},
      {"items:\n"
       "  - question: a\n"
       "    points:\n"
       "      - a\n"
       "      -b\n"
       "    tags: [x]\n"sv,
       "5:7: a space is missing behind this '-' [write '- ']\n"},
      {"items:\n"
       "  - question: a\n"
       "     answer: b\n"sv,
       "3:6: 'answer' does not stand below its neighbours [begin it in column 5, as 'question' in "
       "line 2]\n"},
      {"items:\n"
       "  - question: \"a\"\n"
       "   answer: b\n"sv,
       "3:4: 'answer' does not stand below its neighbours [begin it in column 5, as 'question' in "
       "line 2]\n"},
      {"items:\n"
       "  - question: a\n"
       "    points:\n"
       "      - point: x\n"
       "        accept: [y]\n"
       "     tags: [a]\n"sv,
       "6:6: 'tags' does not stand below its neighbours [begin it in column 5, as 'points' in "
       "line 3]\n"},
      {"items:\n"
       "  - question: a\n"
       "    answer: b\n"
       "   - question: c\n"
       "     answer: d\n"sv,
       "4:4: '-' does not stand below its neighbours [begin it in column 3, as '-' in line 2]\n"},
      {"deck: d\n"
       " title: x\n"
       "items: []\n"sv,
       "2:2: 'title' does not stand below its neighbours [begin it in column 1, as 'deck' in line "
       "1]\n"},
      {"items:\n"
       "  - question: a long\n"
       "      text\n"
       "      Note: is\n"
       "    answer: a\n"sv,
       "4:11: a ': ' stands in a text that begins in a line above [put the whole text in "
       "quotes]\n"},
  }));
  CAPTURE(text);

  CHECK(complaints_about(text) == expected);
}

TEST_CASE("quotes, blocks and lists that begin or end in the wrong place are named as the cause",
          "[deck]") {
  const auto [text, expected] = GENERATE(table<std::string_view, std::string>({
      {"items:\n"
       "  - question: a\n"
       "    points: - b\n"sv,
       "3:13: a list may not begin behind its key [begin it in the next line, or put the text in "
       "quotes]\n"},
      {"items:\n"
       "  - question: 'It's what?'\n"
       "    answer: a\n"sv,
       "2:19: the text in quotes ends before this [within single quotes write '' for an "
       "apostrophe, or put the text in double quotes]\n"},
      {"items:\n"
       "  - question: \"It is \"so\"\"\n"
       "    answer: a\n"sv,
       "2:23: the text in quotes ends before this [within double quotes write '\\\"' for a "
       "quotation mark]\n"},
      {"items:\n"
       "  - question: \"a \\q b\"\n"
       "    answer: a\n"sv,
       "2:18: this '\\' within double quotes begins no escape that YAML knows [write '\\\\', or "
       "put the text in single quotes]\n"},
      {"items:\n"
       "  - question: \"C:\\users\"\n"
       "    answer: a\n"sv,
       "2:18: this '\\' within double quotes begins no escape that YAML knows [write '\\\\', or "
       "put the text in single quotes]\n"},
      {"items:\n"
       "  - question: \"a\n"
       "    answer: \"b\"\n"sv,
       "2:15: this quotation mark is closed only in line 3 [add the closing \"]\n"},
      {"items:\n"
       "  - question: a\n"
       "    answer: 'b\n"
       "  - question: c\n"
       "    answer: 'd'\n"sv,
       "3:13: this quotation mark is closed only in line 5 [add the closing ']\n"},
      {"items:\n"
       "  - question: a\n"
       "    answer: |\n"
       "    my text\n"
       "    tags: [a]\n"sv,
       "4:5: this line is not indented as text of 'answer' [begin its lines below each other, "
       "further to the right than the key]\n"},
      {"items:\n"
       "  - question: a\n"
       "    answer: |\n"
       "        my text\n"
       "      goes on\n"
       "    tags: [a]\n"sv,
       "5:7: this line is not indented as text of 'answer' [begin its lines below each other, "
       "further to the right than the key]\n"},
  }));
  CAPTURE(text);

  CHECK(complaints_about(text) == expected);
}
