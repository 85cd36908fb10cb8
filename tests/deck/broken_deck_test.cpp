// Decks whose form is wrong, and the whole of what is said about each.
#include <string>

#include <catch2/catch.hpp>

#include "deck/reading/reader.h"
#include "support/complaints.h"

using namespace std::string_view_literals;
using pith::deck::read_deck;
using pith::test::complaints_about;

TEST_CASE("what is wrong with a file as a whole is told at its beginning", "[deck]") {
  const auto [text, expected] = GENERATE(table<std::string_view, std::string>({
      {""sv, "1:1: this file is empty [put the questions under 'items:']\n"},
      {"# only\n"sv, "1:1: this file is empty [put the questions under 'items:']\n"},
      {"- a\n"
       "- b\n"sv,
       "1:1: a deck must be a map, not a list [begin with 'deck: …' and put the items under "
       "'items:']\n"},
      {"deck: d\n"sv, "1:1: 'items' is missing [put the questions under 'items:']\n"},
      {"\xFF\xFE\0\0d\0\0\0"sv, "1:1: this file is UTF-32, not UTF-8 [save it as UTF-8]\n"},
      {"\0\0\xFE\xFF\0\0\0d"sv, "1:1: this file is UTF-32, not UTF-8 [save it as UTF-8]\n"},
      {"deck: d\n"
       "title: 中文\xFF\n"sv,
       "2:10: byte 0xFF is not valid UTF-8 [save the file as UTF-8]\n"},
      {"deck: d\n"
       "title: a\0"
       "b\n"
       "items: []\n"sv,
       "2:9: control character U+0000 [remove it, or write it as an escape such as \"\\e\" within "
       "quotes]\n"},
      {"deck: d\n"
       "title: 中\x1B"
       "[31m\n"
       "items: []\n"sv,
       "2:9: control character U+001B [remove it, or write it as an escape such as \"\\e\" within "
       "quotes]\n"},
  }));
  CAPTURE(text);

  CHECK(complaints_about(text) == expected);
  CHECK_FALSE(read_deck(text, "deck.yaml").deck.has_value());
}

TEST_CASE("what YAML allows and a deck must not contain is refused", "[deck]") {
  const auto [text, expected] = GENERATE(table<std::string_view, std::string>({
      {"deck: d\n"
       "items:\n"
       "\t- question: a\n"
       "\t  answer: b\n"sv,
       "3:1: a tab cannot indent [indent with spaces]\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: Q?\n"
       "    answer: a\n"
       "    answer: b\n"sv,
       "5:5: duplicate key 'answer' [it was given in line 4 already]\n"},
      {"deck: d\n"
       "items: !!python/object:os.system [x]\n"sv,
       "2:8: YAML tags such as 'tag:yaml.org,2002:python/object:os.syste…' are not allowed [remove "
       "the tag; put a text that begins with '!' in quotes]\n"
       "2:35: an item must be a map, not a text [begin it with '- question: …', '- cloze: …' or '- "
       "front: …']\n"},
      {"deck: d\n"
       "title: !foo x\n"
       "items: []\n"sv,
       "2:8: YAML tags such as '!foo' are not allowed [remove the tag; put a text that begins with "
       "'!' in quotes]\n"
       "3:8: warning: this deck has no items [add one: '- question: …']\n"},
      {"deck: d\n"
       "title: ! x\n"
       "items: []\n"sv,
       "2:8: YAML tags such as '!' are not allowed [remove the tag; put a text that begins with "
       "'!' in quotes]\n"
       "3:8: warning: this deck has no items [add one: '- question: …']\n"},
      {"deck: d\n"
       "items: []\n"
       "---\n"
       "deck: e\n"sv,
       "2:8: warning: this deck has no items [add one: '- question: …']\n"
       "3:1: a second YAML document begins here [a deck is one document: remove the line '---' or "
       "split the file]\n"},
      {"deck: d\n"
       "items: &x\n"
       "  - *x\n"sv,
       "3:5: this alias refers to something that contains it [write the value out instead of using "
       "'*']\n"},
      {"deck: d\n"
       "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
       "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
       "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
       "e: &e [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"
       "f: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e,*e]\n"
       "items: [*f,*f]\n"sv,
       "6:29: the aliases of this file multiply without bounds [write the values out instead of "
       "using '*']\n"},
      {"deck: d\n"
       "items: *x\n"sv,
       "2:8: YAML takes '*x' for an alias, as it begins with '*' [put the whole text in quotes: "
       "\"*x\"]\n"},
      {"deck: d\n"
       "? [a, b]\n"
       ": c\n"
       "items: []\n"sv,
       "2:3: a key must be a text, not a list [put the whole text in quotes: \"? [a, b]\"]\n"
       "4:8: warning: this deck has no items [add one: '- question: …']\n"},
      {"deck: d\n"
       "x: &a {b: c}\n"
       "items:\n"
       "  - <<: *a\n"sv,
       "2:1: unknown key 'x' in a deck [the keys are deck, title, language, description, author, "
       "source, license, tags, was, defaults, items]\n"
       "4:5: this item has no answer [add 'points', 'answer' or 'choices' to a question, or write "
       "'cloze', or 'front' and 'back']\n"
       "4:5: unknown key '<<' in an item [the keys are question, points, answer, tolerance, "
       "choices, cloze, front, back, reversed, id, explanation, example, hints, tags, pass, "
       "time_limit, desired_retention, new_per_day, was, samples]\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: \"Why\n"
       "    answer: x\n"sv,
       "3:15: this quotation mark is never closed [add the closing \"]\n"},
      {"deck: d\n"
       "tags: [a, b\n"
       "items: []\n"sv,
       "3:6: a '[' is never closed [add the missing ']', or put the text in quotes]\n"},
      {"deck: d\n"
       "tags: [a, why not? because, b]\n"
       "items: []\n"sv,
       "2:18: a text in brackets may not have a '?' unless it is in quotes [put the text with the "
       "'?' in quotes]\n"},
      {"deck: d\n"
       "items:\n"
       "  - a\n"
       " - b\n"sv,
       "4:2: this cannot be read as YAML: end of map not found [check the indentation here and in "
       "the line above, or put the text in quotes]\n"},
      {"deck: d\n"
       "- question: Why?\n"
       "  answer: b\n"
       "- question: How?\n"
       "  answer: c\n"sv,
       "2:1: 'items:' is missing above the first item [write 'items:' on a line of its own above "
       "this '-']\n"},
      {"deck: d\n"
       "title: Days\n"
       "\n"
       "  - front: Monday\n"
       "    back: lundi\n"sv,
       "4:3: 'items:' is missing above the first item [write 'items:' on a line of its own above "
       "this '-']\n"},
      {"deck: d\n"
       "title: @x\n"
       "items: []\n"sv,
       "2:8: a text may not begin with '@' unless it is in quotes [put the whole text in quotes: "
       "\"@x\"]\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: Q?\n"
       "    points:\n"
       "      - **重点**：说明\n"sv,
       "5:9: YAML takes '**重点**：说明' for an alias, as it begins with '*' [put the whole text "
       "in quotes: \"**重点**：说明\"]\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: Why: because\n"
       "    answer: x\n"sv,
       "3:18: a second ': ' stands in this line [put the whole text in quotes: \"Why: "
       "because\"]\n"},
      {"deck: d\n"
       "items:\n"
       "  - cloze: {{c1::x}} 后\n"sv,
       "3:22: YAML takes the braces of this cloze for its own [put the whole text in quotes: "
       "\"{{c1::x}} 后\"]\n"},
      {"deck: d\n"
       "items: [ x, [ x, [ x, [ x, [ x, [ x, [ x, [ x, [ x, [ x, [ x, [ x, [ x, [ x, [ x, [ x, [ x, [ x, [ x, [ x, [ x, [ x, [ x, [ x, [ x, [ x, [ x, [ x, [ x, [ x, [ x, [ x, [ x, "sv,
       "2:88: nested deeper than 32 levels [put a text that begins with '[', '{' or '- ' in "
       "quotes]\n"},
  }));
  CAPTURE(text);

  CHECK(complaints_about(text) == expected);
  CHECK_FALSE(read_deck(text, "deck.yaml").deck.has_value());
}

TEST_CASE("aliases cannot make much of a little text", "[deck]") {
  const auto copies = [](std::size_t bytes, int count) {
    auto text = "deck: d\ndescription: &a " + std::string(bytes, 'x') + "\nitems:\n";
    for (int i = 0; i < count; ++i) {
      text += "  - {front: a" + std::to_string(i) + ", back: *a}\n";
    }
    return text;
  };
  const std::string many =
      ": the aliases of this file multiply without bounds [write the values "
      "out instead of using '*']\n";

  CHECK(complaints_about(copies(1000, 1000)).empty());
  CHECK(complaints_about(copies(1'000'000, 20)) == "20:24" + many);

  std::string nested = "deck: d\nitems:\n  ";
  for (int i = 0; i < 30; ++i) {
    nested += "&n" + std::to_string(i) + " [";
  }
  for (int i = 0; i < 200'000; ++i) {
    nested += "x,";
  }
  CHECK(complaints_about(nested + "x" + std::string(30, ']') + "\n") == "3:113" + many);
}

TEST_CASE("keys and types that a deck does not know are refused", "[deck]") {
  const auto [text, expected] = GENERATE(table<std::string_view, std::string>({
      {"deck: d\n"
       "items:\n"sv,
       "2:6: 'items' must be a list, not nothing [begin each item with '- question: …', '- cloze: "
       "…' or '- front: …']\n"},
      {"deck: d\n"
       "items: {a: b}\n"sv,
       "2:8: 'items' must be a list, not a map [begin each item with '- question: …', '- cloze: …' "
       "or '- front: …']\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: Q?\n"
       "    pionts: [a]\n"sv,
       "4:5: unknown key 'pionts' in an item [did you mean 'points'?]\n"},
      {"deck: d\n"
       "items:\n"
       "  - {question: a, answer: b, xyzzy: 1}\n"sv,
       "3:30: unknown key 'xyzzy' in an item with 'answer' [the keys are question, answer, "
       "tolerance, id, explanation, example, hints, tags, pass, time_limit, desired_retention, "
       "new_per_day, was, samples]\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: Q?\n"
       "    answer: a\n"
       "    points: [b]\n"sv,
       "3:5: an item has either 'points' or 'answer' [make two items of it]\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: Q?\n"sv,
       "3:5: this item has no answer [add 'points', 'answer' or 'choices' to a question, or write "
       "'cloze', or 'front' and 'back']\n"},
      {"deck: d\n"
       "items:\n"
       "  - answer: a\n"sv,
       "3:5: 'question' is missing [add a line 'question: …']\n"},
      {"deck: d\n"
       "items:\n"
       "  - hello\n"sv,
       "3:5: an item must be a map, not a text [begin it with '- question: …', '- cloze: …' or '- "
       "front: …']\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: a\n"
       "    cloze: \"{{a}}\"\n"sv,
       "3:5: unknown key 'question' in an item with 'cloze' [the keys are cloze, id, explanation, "
       "example, hints, tags, pass, time_limit, desired_retention, new_per_day, was, samples]\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: Q?\n"
       "    points: {a: b, c: d}\n"sv,
       "4:13: 'points' must be a list, not a map [begin each point on a line of its own with '- "
       "']\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: Q?\n"
       "    choices: [a, b]\n"sv,
       "4:14: 'choices' must be a map, not a list [write choices: {correct: […], wrong: […]}]\n"},
      {"deck: d\n"
       "items:\n"
       "  - question: Q?\n"
       "    points:\n"
       "      - {point: a, accept: {b: c}}\n"sv,
       "5:28: 'accept' must be a text or a list of texts, not a map [write accept: [one, "
       "another]]\n"},
      {"deck: d\n"
       "items:\n"
       "  - {front: a, back: b, reversed: yes}\n"sv,
       "3:35: 'reversed' must be true or false, not 'yes' [write reversed: true]\n"},
      {"deck: d\n"
       "items:\n"
       "  - cloze: {{x}}\n"sv,
       "3:12: 'cloze' must be a text, not a map [put the whole text in quotes: \"{{x}}\"]\n"},
      {"deck: d\n"
       "items:\n"
       "  - {front: a, back: b, samples: []}\n"sv,
       "3:25: a plain card is not graded and has no samples [remove them, or write the item with "
       "'question' and 'answer']\n"},
  }));
  CAPTURE(text);

  CHECK(complaints_about(text) == expected);
  CHECK_FALSE(read_deck(text, "deck.yaml").deck.has_value());
}
