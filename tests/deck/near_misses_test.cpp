// Points, numbers and lists that are written nearly right: what is missing or too much is named
// where it stands, with what to write instead.
#include <string>

#include <catch2/catch.hpp>

#include "support/complaints.h"

using namespace std::string_view_literals;
using pith::test::complaints_about;

TEST_CASE("a short point or question with keys below it is told the key of its own", "[deck]") {
  const auto [text, expected] = GENERATE(table<std::string_view, std::string>({
      {"items:\n"
       "  - question: Q?\n"
       "    points:\n"
       "      - short days: the sun\n"
       "        accept: [less light]\n"
       "        wieght: 2\n"
       "      - b\n"
       "    samples:\n"
       "      - {answer: x, hits: [short days]}\n"sv,
       "4:9: 'accept' stands below the short form of the point 'short days' [write '- point: short "
       "days' and below it 'detail: the sun']\n"
       "6:9: unknown key 'wieght' in a point [did you mean 'weight'?]\n"},
      {"items:\n"
       "  - question: Q?\n"
       "    points:\n"
       "      - short days:\n"
       "        accept: [less light]\n"sv,
       "4:9: 'accept' stands below the short form of the point 'short days' [write '- point: short "
       "days']\n"},
      {"items:\n"
       "  - question: Q?\n"
       "    points:\n"
       "      - cold nights\n"
       "        reject: [heat]\n"
       "      - b\n"sv,
       "4:9: 'reject' stands below a text that has no key itself [write '- point: cold nights']\n"},
      {"items:\n"
       "  - question: Q?\n"
       "    points:\n"
       "    - point: a\n"
       "      detail: b\n"
       "    - \"cold nights\"\n"
       "      reject: [heat]\n"sv,
       "6:7: 'reject' stands below a text that has no key itself [write '- point: \"cold "
       "nights\"']\n"},
      {"items:\n"
       "  - How many?\n"
       "    answer: 5\n"sv,
       "2:5: 'answer' stands below a text that has no key itself [write '- question: How "
       "many?']\n"},
      {"items:\n"
       "  - back: only back\n"sv,
       "2:5: 'front' is missing [add a line 'front: …']\n"},
      {"items:\n"
       "  - question: Q?\n"
       "    points: [a, b]\n"
       "    samples:\n"
       "      - answer: a\n"
       "        hit: [a]\n"sv,
       "5:9: 'hits' is missing [name the points that the answer must hit: hits: [one, another], or "
       "hits: []]\n"
       "6:9: unknown key 'hit' in a sample [did you mean 'hits'?]\n"},
  }));
  CAPTURE(text);

  CHECK(complaints_about(text) == expected);
}

TEST_CASE("a number with a unit, a percentage or no unit of time is told as it is written",
          "[deck]") {
  const auto about = [](const std::string& lines) {
    return complaints_about("items:\n  - question: Q?\n" + lines);
  };

  CHECK(about("    answer: 5\n    tolerance: 1 km\n") ==
        "4:16: 'tolerance' must be a number from 0 on, not '1 km' [write tolerance: 1]\n");
  CHECK(about("    answer: -200\n    tolerance: 5%\n") ==
        "4:16: 'tolerance' must be a number from 0 on, not '5%' [for 5 % write tolerance: 10]\n");
  CHECK(about("    answer: a\n    pass: 60\n") ==
        "4:11: 'pass' must be a number from 0 to 1, not '60' [for 60 % write pass: 0.6]\n");
  CHECK(about("    answer: a\n    pass: 6\n") ==
        "4:11: 'pass' must be a number from 0 to 1, not '6' []\n");
  CHECK(about("    answer: a\n    time_limit: 90\n") ==
        "4:17: 'time_limit' must be a time such as 90s, 3m or 1h30m, a day at most, not '90' "
        "[write time_limit: 90s, or 90m for minutes]\n");
  CHECK(about("    answer: a\n    desired_retention: 90%\n") ==
        "4:24: 'desired_retention' must be a number above 0 and below 1, not '90%' [for 90 % write "
        "desired_retention: 0.9]\n");
  CHECK(about("    answer: 5kg\n    tolerance: 1\n") ==
        "4:5: warning: 'tolerance' has no effect on a text [remove it, or write the answer as a "
        "number alone: 5]\n");
  CHECK(about("    answer: 5\n    unit: km\n") ==
        "4:5: unknown key 'unit' in an item with 'answer' [write the unit behind the answer "
        "('answer: 5 km'), or in the question if the answer is a number with a tolerance]\n");
}

TEST_CASE("a '-' without a space or beside its column is told where it stands", "[deck]") {
  const auto [text, expected] = GENERATE(table<std::string_view, std::string>({
      {"items:\n"
       "  - question: Q?\n"
       "    points:\n"
       "    - long nights\n"
       "    -short days\n"
       "    - cold\n"sv,
       "5:5: a space is missing behind this '-' [write '- ']\n"},
      {"items:\n"
       "  - question: Q?\n"
       "    points:\n"
       "      -short days\n"
       "      - cold\n"sv,
       "4:7: a space is missing behind this '-' [write '- ']\n"},
      {"items:\n"
       "  - question: Q?\n"
       "    points:\n"
       "      - long nights\n"
       "     - short days\n"
       "      - cold\n"sv,
       "5:6: '-' does not stand below its neighbours [begin it in column 7, as '-' in line 4]\n"},
      {"items:\n"
       "  - question: Q?\n"
       "    points:\n"
       "      - point: long nights\n"
       "        detail: x\n"
       "     - short: y\n"sv,
       "6:6: '-' does not stand below its neighbours [begin it in column 7, as '-' in line 4]\n"},
      {"items:\n"
       "  - question: Q?\n"
       "    points:\n"
       "    - point: long nights\n"
       "      detail: x\n"
       "     - short: y\n"sv,
       "6:6: '-' does not stand below its neighbours [begin it in column 5, as '-' in line 4]\n"},
  }));
  CAPTURE(text);

  CHECK(complaints_about(text) == expected);
}

TEST_CASE("what is wrong in a line further down is told there", "[deck]") {
  CHECK(complaints_about("items:\n"
                         "  - question: Q?\n"
                         "    choices:\n"
                         "      correct: sparrow\n"
                         "      wrong:\n"
                         "        - cat\n"
                         "        - sparrow\n") ==
        "7:11: duplicate choice 'sparrow' [each option must be offered once]\n");
  CHECK(complaints_about("items:\n"
                         "  - cloze: >\n"
                         "      A {{text}} and\n"
                         "      {{another}} of {{}} lines\n") ==
        "4:22: this gap is empty: '{{}} lines' [write {{the text to recall}}]\n");
}

TEST_CASE("a '-' beside the column of a very long list is told as in a short one", "[deck]") {
  std::string text = "items:\n  - question: Q?\n    points:\n";
  for (int i = 0; i < 20'000; ++i) {
    text += "      - a\n";
  }

  CHECK(complaints_about(text + "     - b\n") ==
        "20004:6: '-' does not stand below its neighbours [begin it in column 7, as '-' in line "
        "4]\n");
}
