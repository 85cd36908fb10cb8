#include "exchange/documents/markdown_qa.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "deck/editing/deck_writer.h"
#include "deck/reading/reader.h"
#include "exchange/results.h"
#include "support/text_generators.h"

using namespace pith;
using exchange::read_markdown_qa;
using test::items_of;
using test::said;
using test::Texts;

namespace {

exchange::Imported read(const std::string& text) {
  return read_markdown_qa({"notes.md", text});
}

constexpr auto kDocument = R"(

# 泡茶入门：怎样泡好一杯茶？

泡茶看似简单。

### 1. 水怎么选？

**题目：** 泡茶用水有什么讲究？

**答案：** 泡茶用水的讲究包括：

- **软水：** 矿物质少，茶味清。
- **新鲜：** 现烧现用，不反复煮。

**举例：** 山泉水最好。

### 2. 茶具

**题目：** 紫砂壶有什么优缺点？

**答案：** 紫砂壶的优点包括：

- **保温：** 散热慢。
- **透气：** 夏天隔夜不馊。

缺点包括：

- **串味：** 一壶只泡一类茶。

**举例：** 宜兴的壶。

总之，多泡多练。
)";

}  // namespace

TEST_CASE("a document of labelled questions becomes items with key points", "[exchange]") {
  const auto result = read(kDocument);

  REQUIRE(result.decks.size() == 1);
  const auto& deck = result.decks[0];
  CHECK(deck.id == "notes");
  CHECK(deck.title == "泡茶入门：怎样泡好一杯茶？");
  CHECK(deck.language == "zh");
  CHECK(deck.description == "泡茶看似简单。\n\n总之，多泡多练。");
  CHECK(items_of(result) ==
        Texts{"泡茶用水有什么讲究？ | 软水: 矿物质少，茶味清。 | 新鲜: 现烧现用，不反复煮。",
              "紫砂壶有什么优缺点？ | [紫砂壶的优点] 保温: 散热慢。 | [紫砂壶的优点] 透气: "
              "夏天隔夜不馊。 | [缺点] 串味: 一壶只泡一类茶。"});
  CHECK(deck.items[0].example == "山泉水最好。");
  CHECK(deck.items[1].example == "宜兴的壶。");
  CHECK(said(result.left_out).empty());
  CHECK(result.changed.empty());
}

TEST_CASE("questions in two languages keep theirs", "[exchange]") {
  const auto result = read(
      "Question: What is tea?\nAnswer: a drink\n\n题目：什么是水？\n答案：一种液体\n\n"
      "Question: What is milk?\nAnswer: another drink\n");
  REQUIRE(result.decks.size() == 1);
  const auto home = deck::read_deck(deck::write_deck(result.decks[0]), "notes.yaml");
  REQUIRE(home.deck);
  Texts languages;
  for (const auto& item : home.deck->items) {
    languages.push_back(item.language);
  }
  CHECK(languages == Texts{"en", "zh", "en"});
}

TEST_CASE("variants of question-and-answer documents are understood", "[exchange]") {
  const auto [document, items] = GENERATE(table<std::string, Texts>({
      // English labels, plain lists
      {"Question: What is RAII?\n\nAnswer:\n- bound to an object\n- released: by the destructor\n",
       {"What is RAII? | bound to an object | released: by the destructor"}},
      // labels without a space behind them, full-width colons, no blank lines
      {"**题目：**什么是茶？\n**答案：**一种饮料。\n**题目**：水呢？\n**答案**：另一种。\n",
       {"什么是茶？ | 一种饮料。", "水呢？ | 另一种。"}},
      {"Q1: One?\nA1: 1\n\nQ2: Two?\nA2: 2\n", {"One? | 1", "Two? | 2"}},
      {"【题目】什么是茶？\n【答案】饮料\n", {"什么是茶？ | 饮料"}},
      // questions as headings
      {"# Notes\n\n## What is tea?\n\n- a drink\n- a plant\n\n## What is water?\n\nA liquid.\n",
       {"What is tea? | a drink | a plant", "What is water? | A liquid."}},
      {"## Q: What is tea?\n### Answer\nA drink.\n", {"What is tea? | A drink."}},
      // questions as numbered entries
      {"1. What is tea?\n   - a drink\n   - a plant\n2. What is water?\n   - a liquid\n",
       {"What is tea? | a drink | a plant", "What is water? | a liquid"}},
      // bold questions
      {"**1. What is tea?**\n\n- a drink\n\n**2. What is water?**\n\n- a liquid\n",
       {"What is tea? | a drink", "What is water? | a liquid"}},
      // nested lists: under a heading, and as parts of a point
      {"Question: What?\n\nAnswer:\n\n- **Means**\n  - own people\n  - own data\n- Money: bank\n  "
       "- "
       "loans\n  - credit\n",
       {"What? | [Means] own people | [Means] own data | Money: bank; loans; credit"}},
      // numbers that Markdown does not know
      {"题目：什么是茶？\n答案：\n1、饮料\n2、植物：山茶科\n",
       {"什么是茶？ | 饮料 | 植物: 山茶科"}},
      // ordered points, a wrapped entry, bold without a colon behind it
      {"Question: What?\n\nAnswer:\n\n1. **One** - first\n   thing\n2. **Two**: second\n",
       {"What? | One: first thing | Two: second"}},
      // a separator under a text is no underline of a heading
      {"Q: One?\nA: 1\n---\nQ: Two?\nA: 2\n", {"One? | 1", "Two? | 2"}},
      {"\xEF\xBB\xBFQ：一？\r\nA：1\r\n", {"一？ | 1"}},
  }));
  CAPTURE(document);
  const auto result = read(document);
  CHECK(items_of(result) == items);
  CHECK(said(result.left_out).empty());
}

TEST_CASE("a heading that is only a label is a title where questions follow", "[exchange]") {
  const auto [document, items] = GENERATE(table<std::string, Texts>({
      {"# 面试题\n\n1. 什么是茶？\n   - 饮料\n   - 植物\n2. 什么是水？\n   液体\n",
       {"什么是茶？ | 饮料 | 植物", "什么是水？ | 液体"}},
      {"# 面试题\n\n### 3、虚函数表是什么\n\n一张表。\n", {"虚函数表是什么 | 一张表。"}},
      {"# Question\n\n## What is tea?\n\n- a drink\n", {"What is tea? | a drink"}},
      {"# 问题\n\n1、什么是茶？\n答案：饮料\n\n2、什么是水？\n答案：液体\n",
       {"什么是茶？ | 饮料", "什么是水？ | 液体"}},
      {"# 面试题\n\n**题目：** 茶？\n\n**答案：** 饮料\n", {"茶？ | 饮料"}},
      {"# Tea\n\n## 面试题\n\n整理自网络。\n\n### 什么是茶？\n\n饮料\n", {"什么是茶？ | 饮料"}},
      // labels nevertheless
      {"# 问题\n\n什么是茶？\n\n# 答案\n\n饮料\n", {"什么是茶？ | 饮料"}},
      {"## 问题\n\n3、什么是茶？\n\n## 答案\n\n饮料\n", {"3、什么是茶？ | 饮料"}},
      {"## Question\n\n- tea\n- water\n\n## Answer\n\nboth\n", {"- tea\n- water | both"}},
  }));
  CAPTURE(document);
  const auto result = read(document);
  CHECK(items_of(result) == items);
  CHECK(said(result.left_out).empty());
}

TEST_CASE("a label above entries that ask nothing makes no question of them", "[exchange]") {
  CHECK(said(read("# 面试题\n\n- 茶\n- 水\n").left_out) ==
        Texts{"3: it belongs to no question: 茶", "4: it belongs to no question: 水"});
}

TEST_CASE("lines of a table or a formula stay lines", "[exchange]") {
  const auto [document, items] = GENERATE(table<std::string, Texts>({
      {"## Q1?\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", {"Q1? | | a | b |\n|---|---|\n| 1 | 2 |"}},
      {"**Question:** Q1?\n\n**Answer:**\na | b\n:-|-:\n1 | 2\n\nsoft\nbreak\n",
       {"Q1? | a | b\n:-|-:\n1 | 2\n\nsoft break"}},
      {"## Q1?\n\nsee\nhere\n| a |\n|---|\n| 1 |\n", {"Q1? | see here\n| a |\n|---|\n| 1 |"}},
      {"## Q1?\n\nIt is\n$$\nx^2 \\\\\ny\n$$\nor\nso.\n",
       {"Q1? | It is\n$$\nx^2 \\\\\ny\n$$\nor so."}},
      {"## Q1?\n\n$$ x $$ is\nso\n", {"Q1? | $$ x $$ is so"}},
      {"## Q1?\n\n- **One:** first\n\n  | a |\n  |---|\n", {"Q1? | One: first\n\n| a |\n|---|"}},
      {"## Q1?\n\na | b\nc | d\n", {"Q1? | a | b c | d"}},
  }));
  CAPTURE(document);
  const auto result = read(document);
  CHECK(items_of(result) == items);
  CHECK(said(result.left_out).empty());
}

TEST_CASE("what belongs to no question is named with its line", "[exchange]") {
  const auto result = read(
      "# Notes\n\n- a\n- b\n\nQuestion: One?\nAnswer: 1\n\nQuestion: No answer?\n\n"
      "Question: One?\nAnswer: 1\n\n# Appendix\n\nLoose text.\n\n<div>x</div>\n");
  CHECK(items_of(result) == Texts{"One? | 1"});
  CHECK(said(result.left_out) ==
        Texts{"3: it belongs to no question: a", "4: it belongs to no question: b",
              "9: the back is empty: No answer?", "11: it is there already: One?",
              "16: it belongs to no question: Loose text.",
              "18: it belongs to no question: <div>x</div>"});
}

TEST_CASE("a heading that asks and is not answered is named with its line", "[exchange]") {
  const auto result = read(
      "# Plants\n\n## What is a leaf?\n\nAn organ.\n\n## What is a root?\n\n"
      "## Explain why leaves fall\n\n## What is a stem?\n\nAnother organ.\n\n"
      "## What are seeds?\n\n### Of trees\n\nNuts.\n\n## And what is bark?\n");
  CHECK(items_of(result) == Texts{"What is a leaf? | An organ.", "What is a stem? | Another organ.",
                                  "Of trees | Nuts."});
  CHECK(said(result.left_out) == Texts{"7: there is no answer: What is a root?",
                                       "9: there is no answer: Explain why leaves fall",
                                       "21: there is no answer: And what is bark?"});
}

TEST_CASE("a heading without an answer is named before a label, not before its answer",
          "[exchange]") {
  const auto result = read(
      "## What is tea?\n\n## Answer\n\nA drink.\n\n## What is milk?\n\n## Q: What is water?\n\n"
      "A: a liquid\n");
  CHECK(items_of(result) == Texts{"What is tea? | A drink.", "What is water? | a liquid"});
  CHECK(said(result.left_out) == Texts{"7: there is no answer: What is milk?"});
}

TEST_CASE("a list of checkboxes, some of them ticked, gives choices", "[exchange]") {
  const auto document = GENERATE(
      as<std::string>{},
      "## Which are birds?\n\n- [ ] bat\n- [x] sparrow\n- [X] **penguin**\n\nBats are mammals.\n",
      "Question: Which are birds?\n\nAnswer:\n\n1. [ ] bat\n2. [x] sparrow\n3. [x] penguin\n\n"
      "Explanation: Bats are mammals.\n");
  CAPTURE(document);
  const auto result = read(document);
  CHECK(said(result.left_out).empty());
  REQUIRE(result.decks.size() == 1);
  const auto home = deck::read_deck(deck::write_deck(result.decks[0]), "notes.yaml");
  REQUIRE(home.deck);
  const auto& item = home.deck->items.at(0);
  CHECK(item.kind == deck::Kind::choices);
  CHECK(item.question == "Which are birds?");
  CHECK(item.explanation == "Bats are mammals.");
  Texts options;
  for (const auto& choice : item.choices) {
    options.push_back(choice.text + (choice.correct ? " +" : " -"));
  }
  CHECK(options == Texts{"sparrow +", "penguin +", "bat -"});
}

TEST_CASE("checkboxes that part nothing, or stand beside other entries, are points", "[exchange]") {
  const auto [document, items] = GENERATE(table<std::string, Texts>({
      {"## What to pack?\n\n- [ ] tea\n- [ ] water\n", {"What to pack? | tea | water"}},
      {"## What to pack?\n\n- [x] tea\n- [x] water\n", {"What to pack? | tea | water"}},
      {"## What to pack?\n\n- [x] tea\n- [ ] water\n- milk\n",
       {"What to pack? | tea | water | milk"}},
      {"## What to pack?\n\n- [x] tea\n- [ ] water\n\nand\n\n- milk\n",
       {"What to pack? | tea | water | milk"}},
      {"## What to pack?\n\n- [x] tea\n  - green\n- [ ] water\n",
       {"What to pack? | tea: green | water"}},
  }));
  CAPTURE(document);
  CHECK(items_of(read(document)) == items);
}

TEST_CASE("a heading that is no question where others are labelled is named with what it loses",
          "[exchange]") {
  const auto result = read(
      "## Q: What is tea?\n\nA: a drink\n\n### Name three\n\n- x\n- y\n\n"
      "### Is it lost?\n\n- no\n\n## More\n\nprose\n\nand more\n");
  CHECK(items_of(result) == Texts{"What is tea? | a drink", "Is it lost? | no"});
  CHECK(said(result.left_out) ==
        Texts{"5: it is not labelled as a question, as others are: Name three",
              "7: it belongs to no question: x", "8: it belongs to no question: y",
              "14: it is not labelled as a question, as others are: More",
              "16: it belongs to no question: prose", "18: it belongs to no question: and more"});
}

TEST_CASE("code, examples in several blocks and hints stay with their question", "[exchange]") {
  const auto result = read(
      "Question: What?\nTags: a, b\nHint: think\n\nAnswer:\n- one\n\nExample:\n\n```cpp\nint x;\n"
      "```\n\nExplanation: because\n\nand so on\n");
  REQUIRE(result.decks.size() == 1);
  const auto& item = result.decks[0].items[0];
  CHECK(item.example == "```cpp\nint x;\n```");
  CHECK(item.explanation == "because\n\nand so on");
  CHECK(item.hints == Texts{"think"});
  CHECK(item.tags == Texts{"a", "b"});
}

TEST_CASE("numbered requests are questions like their neighbours", "[exchange]") {
  const auto [document, items] = GENERATE(table<std::string, Texts>({
      {"# Exam prep\n\n1. What is a socket?\n   An endpoint.\n\n2. Name three kinds of tea\n   - "
       "green\n   - black\n\n3. Explain paging.\n   Memory is cut into frames.\n",
       {"What is a socket? | An endpoint.", "Name three kinds of tea | green | black",
        "Explain paging. | Memory is cut into frames."}},
      {"# Exam prep\n\n1. Explain paging.\n   Frames.\n\n2. List the states:\n   1. ready\n   2. "
       "running\n",
       {"Explain paging. | Frames.", "List the states: | ready | running"}},
      {"1. 什么是茶？\n   - 饮料\n2. 简述发酵的过程。\n   - 氧化\n3. 列举两种茶\n   - 绿茶\n   - "
       "红茶\n",
       {"什么是茶？ | 饮料", "简述发酵的过程。 | 氧化", "列举两种茶 | 绿茶 | 红茶"}},
      {"1、什么是茶？\n\n饮料\n\n2、简述发酵。\n\n氧化\n",
       {"什么是茶？ | 饮料", "简述发酵。 | 氧化"}},
      // steps of an answer
      {"## How to answer?\n\n1. Describe the task\n   - briefly\n2. Explain the result\n   - in "
       "numbers\n",
       {"How to answer? | Describe the task: briefly | Explain the result: in numbers"}},
      {"1、如何作答？\n\n1、概念\n\n2、说明理由\n", {"如何作答？ | 1、概念\n\n2、说明理由"}},
      {"# Tea\n\n## Explain tea\n\n1. Name it\n   - now\n", {"Explain tea | Name it: now"}},
  }));
  CAPTURE(document);
  const auto result = read(document);
  CHECK(items_of(result) == items);
  CHECK(said(result.left_out).empty());
}

TEST_CASE("a request without an answer of its own is named", "[exchange]") {
  const auto result =
      read("1. What is tea?\n   - a drink\n2. Explain water\n3. Milk\n   - white\n");
  CHECK(items_of(result) == Texts{"What is tea? | a drink"});
  CHECK(said(result.left_out) ==
        Texts{"3: it belongs to no question: Explain water", "4: it belongs to no question: Milk"});
}

TEST_CASE("HTML within Markdown becomes text, but not in code and formulas", "[exchange]") {
  const auto [document, items] = GENERATE(table<std::string, Texts>({
      {"## When is `a &lt; b` &amp; 5 &lt; 6?\n\n- **less &amp; more**: it&#39;s &le; &mdash; "
       "<kbd>Ctrl</kbd>+C<br>new line\n- H<sub>2</sub>O, <b>bold</b>\n",
       {"When is `a &lt; b` & 5 < 6? | less & more: it's ≤ — `Ctrl`+C\nnew line | H₂O, **bold**"}},
      {"## What is $a &lt; b$?\n\n$5 &lt; $6 and \\(x &amp; y\\)\n\n```html\n&amp;<br>\n```\n",
       {"What is $a &lt; b$? | $5 < $6 and \\(x &amp; y\\)\n\n```html\n&amp;<br>\n```"}},
      {"## Which?\n\n| a | b |\n|---|---|\n| x<br>y | UDP &amp; TCP |\n",
       {"Which? | | a | b |\n|---|---|\n| x y | UDP & TCP |"}},
      {"## Which?\n\nvector<i> is &lt;script&gt; &unknown; &#7;AT&T; <b>open\n",
       {"Which? | vector<i> is <script> &unknown; AT&T; <b>open"}},
  }));
  CAPTURE(document);
  const auto result = read(document);
  CHECK(items_of(result) == items);
}

TEST_CASE("a tag that is named twice is one", "[exchange]") {
  const auto result = read("## What is it?\nAnswer: tea\nTags: a, b\nTags: b, a\n");
  REQUIRE(result.decks.size() == 1);
  CHECK(result.decks[0].items[0].tags == Texts{"a", "b"});
}

TEST_CASE("any text gives a deck that pith reads, or none", "[exchange]") {
  rc::prop("for random documents", [] {
    const Texts parts = {"# ",   "**题目：** ", "Answer: ", "- ",   "  - ", "\n\n",
                         "\n",   "1. ",         "> ",       "?",    "**",   "```\n",
                         "Q: ",  "---\n",       "&#10;",    "<br>", "<b>",  "</b>",
                         "&lt;", "$",           "`",        "\\"};
    std::string document;
    for (int i = *rc::gen::inRange(0, 30); i > 0; --i) {
      document += *rc::gen::elementOf(parts);
      document += *test::gen_text();
    }
    for (const auto& deck : read(document).decks) {
      const auto again = deck::read_deck(deck::write_deck(deck), "notes.yaml");
      RC_ASSERT(again.deck.has_value());
      RC_ASSERT(again.deck->items.size() == deck.items.size());
    }
  });
}

TEST_CASE("a sentence that leads to code stays above it", "[exchange]") {
  const auto result = read(
      "## How do you list files?\n\nUse this:\n\n```sh\nls\n```\n\n"
      "## How do you brew?\n\nThe steps are:\n\n- boil\n- pour\n\n如下：\n\n    tea\n\n"
      "## What is asked?\n\nOnly this:\n\n- one\n- two\n\n```\nx\n```\n");

  CHECK(items_of(result) == Texts{"How do you list files? | Use this:\n\n```sh\nls\n```",
                                  "How do you brew? | boil | pour", "What is asked? | one | two"});
  CHECK(result.decks[0].items[1].explanation == "如下：\n\ntea");
  CHECK(result.decks[0].items[2].explanation == "```\nx\n```");
}

TEST_CASE("a sentence that leads to no list is not lost", "[exchange]") {
  const auto result = read(
      "## One?\n\nUse this:\n\nfoo bar.\n\n## Two?\n\nText.\n\nAs follows:\n\n"
      "## Three?\n\n- a\n- b\n\nMore of it:\n\n## Four?\n\nOnly this:\n");

  CHECK(items_of(result) == Texts{"One? | Use this:\n\nfoo bar.", "Two? | Text.\n\nAs follows:",
                                  "Three? | a | b", "Four? | Only this"});
  CHECK(result.decks[0].items[2].explanation == "More of it:");
}

TEST_CASE("an answer without a label is taken beside labelled ones", "[exchange]") {
  const auto [text, items] = GENERATE(table<std::string, Texts>({
      {"**问题：** 茶？\n\n饮料。\n\n**问题：** 水？\n\n**答案：** H2O\n",
       {"茶？ | 饮料。", "水？ | H2O"}},
      {"Question: Tea?\nA drink.\n\nQuestion: Water?\nAnswer: H2O\n",
       {"Tea? | A drink.", "Water? | H2O"}},
      {"Q: Tea?\n\nTwo kinds:\n\n- green\n- black\n\nQ: Water?\n\nA: H2O\n",
       {"Tea? | green | black", "Water? | H2O"}},
      {"## Q1: Tea?\n\nA drink.\n\n## Q2: Water?\n\n**Answer:** H2O\n",
       {"Tea? | A drink.", "Water? | H2O"}},
      {"1. Q: Tea?\n\n   A drink.\n2. Q: Water?\n\n   A: H2O\n",
       {"Tea? | A drink.", "Water? | H2O"}},
      {"Question: How to print?\n\n```\nputs\n```\n\nQuestion: Water?\n\nAnswer: H2O\n",
       {"How to print? | ```\nputs\n```", "Water? | H2O"}},
      {"Question:\n\nTea?\n\nA drink.\n\nQuestion: Water?\n\nAnswer: H2O\n",
       {"Tea? | A drink.", "Water? | H2O"}},
  }));
  CAPTURE(text);
  const auto result = read(text);
  CHECK(items_of(result) == items);
  CHECK(said(result.left_out).empty());
}

TEST_CASE("what stands between a question and its labelled answer belongs to the question",
          "[exchange]") {
  const auto [text, question] = GENERATE(table<std::string, std::string>({
      {"Question: Tea?\n\nThink of pots.\n\nAnswer: A drink.\n", "Tea?\n\nThink of pots."},
      {"Question: Tea?\nOr not?\n\nAnswer: A drink.\n", "Tea? Or not?"},
      {"Question: Tea?\nThink of pots.\nAnswer: A drink.\n", "Tea? Think of pots."},
      {"Question: Tea?\n\nThink of pots.\nAnswer: A drink.\n", "Tea?\n\nThink of pots."},
      {"Question: Tea?\n\nThink of pots.\n\nHint: leaves\n\nAnswer: A drink.\n",
       "Tea?\n\nThink of pots."},
      {"Question: Tea?\n\n> Think of pots.\n\n> Answer: A drink.\n", "Tea?\n\nThink of pots."},
      {"> Question: Tea?\n>\n> Think of pots.\n\nAnswer: A drink.\n", "Tea?\n\nThink of pots."},
      {"1. Question: Tea?\n\n   Think of pots.\n\n   Answer: A drink.\n", "Tea?\n\nThink of pots."},
      {"1. Question: Tea?\n   Think of pots.\n\n   Answer: A drink.\n", "Tea? Think of pots."},
      {"Question: Tea?\n\n```\nx\n```\n\nAnswer: A drink.\n", "Tea?\n\n```\nx\n```"},
  }));
  CAPTURE(text);
  const auto result = read(text + "\nQuestion: Water?\n\nAnswer: H2O\n");
  CHECK(items_of(result) == Texts{question + " | A drink.", "Water? | H2O"});
}
