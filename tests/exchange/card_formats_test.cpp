// hashcards, Obsidian and org-drill: formats that write cards as lines.
#include <string>

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "deck/editing/deck_writer.h"
#include "deck/reading/reader.h"
#include "exchange/formats.h"
#include "exchange/results.h"
#include "support/deck_fields.h"
#include "support/text_generators.h"

using namespace pith;
using test::items_of;
using test::said;
using test::Texts;

namespace {

exchange::Imported read(const std::string& name, const std::string& text) {
  const exchange::SourceFile file{name, text};
  const auto* format = exchange::import_format_of(file);
  REQUIRE(format != nullptr);
  return format->read(file);
}

std::string format_of(const std::string& name, const std::string& text) {
  const auto* format = exchange::import_format_of({name, text});
  return format == nullptr ? "none" : std::string(format->name);
}

}  // namespace

TEST_CASE("a file's format is told by its name and its look", "[exchange]") {
  CHECK(format_of("a.apkg", "PK") == "anki");
  CHECK(format_of("a.md", "Q: a\nA: b\n") == "hashcards");
  CHECK(format_of("a.md", "#flashcards\n\na::b\n") == "obsidian");
  CHECK(format_of("a.md", "---\ntags:\n  - flashcards\n---\na::b\n") == "obsidian");
  CHECK(format_of("a.md", "# Notes\n\n**题目：** a\n\n**答案：** b\n") == "markdown");
  CHECK(format_of("a.txt", "a\tb\nc\td\n") == "csv");
  CHECK(format_of("a.txt", "#separator:tab\na\tb\n") == "csv");
  CHECK(format_of("a.org", "* a :drill:\n") == "org");
  CHECK(format_of("a.bin", "a") == "none");
}

TEST_CASE("hashcards: questions, answers and clozes", "[exchange]") {
  const auto result = read("chem.md",
                           "---\nname = \"Chemistry\"\n---\n\n"
                           "Q: What is tea?\nA: A drink\nfrom leaves.\n\n"
                           "Q：水？\nA：H2O\n---\n"
                           "C: The [atomic number] of [oxygen] is `x[0]` ![](a.png) [link](u).\n\n"
                           "Q: Which?\nA:\n- one\n- two: second\n");
  REQUIRE(result.decks.size() == 1);
  CHECK(result.decks[0].title == "Chemistry");
  CHECK(items_of(result) ==
        Texts{"What is tea? | A drink\nfrom leaves.", "水？ | H2O",
              "The […] of […] is `x[0]` ![](a.png) [link](u). | atomic number | oxygen",
              "Which? | one | two: second"});
  CHECK(said(result.left_out).empty());
}

TEST_CASE("hashcards: headings, comments and loose text between cards are named", "[exchange]") {
  const auto result =
      read("a.md",
           "# Deck\n\nloose\n<!-- note -->\nQ: a\nA: b\n## Part\nA: stray\nC: no gap\n"
           "\nQ: unanswered\n\nC: [x]\n");
  CHECK(items_of(result) == Texts{"a | b", "[…] | x"});
  CHECK(said(result.left_out) == Texts{"1: a heading: # Deck", "3: it belongs to no card: loose",
                                       "4: a comment: <!-- note -->", "7: a heading: ## Part",
                                       "8: an answer without a question: A: stray",
                                       "9: a cloze needs a gap: no gap",
                                       "11: the back is empty: unanswered"});
}

TEST_CASE("a document with most of its text outside of cards is not taken for hashcards",
          "[exchange]") {
  const auto document =
      GENERATE(as<std::string>{},
               // questions as headings, one more with labels
               "# Tea\n\n## What is tea?\n- a drink\n- a plant\n\n## FAQ\nQ: Hot?\n"
               "A: yes\n\n## What is water?\nA liquid.\n",
               // other labels
               "Question: Tea?\nAnswer: a drink\n\nQ: Hot?\nA: yes\n\n"
               "**题目：** 水？\n**答案：** 液体\n",
               // options of choices
               "Question: Which?\nA: one\nB: two\nC: three\nAnswer: B\n\n"
               "Question: And?\nA: four\nB: five\nC: six\nAnswer: A\n");
  CAPTURE(document);
  CHECK(format_of("a.md", document) == "markdown");
}

TEST_CASE("hashcards are known in spite of headings, an introduction and loose text",
          "[exchange]") {
  const auto document = GENERATE(
      as<std::string>{}, "# Tea\n\n## Kinds\n\n## Green\n\nQ: Hot?\nA: yes\n",
      "What I learnt of tea.\n\nQ: Hot?\nA:\n- yes\n\n- at times\n---\nQ: Cold?\nA: no\n",
      "---\nname = \"Tea\"\n---\n\nOf tea.\n\nOf leaves.\n\nC: [Tea] is hot.\n\nC: [Ice] is "
      "cold.\n\n# Notes\n\nLoose.\n",
      "Q: Which form?\nA: One of these:\n\nNote: no other.\n\n1. a\n\n2. b\n");
  CAPTURE(document);
  CHECK(format_of("a.md", document) == "hashcards");
}

TEST_CASE("hashcards are known by a cloze beside a question, though neither is whole",
          "[exchange]") {
  CHECK(format_of("a.md", "Q: only question\n\nC: no deletions here\n") == "hashcards");
  CHECK(
      format_of("a.md", "Q: What is a group?\n\nC:\n[Order] of a group is\nthe [cardinality].\n") ==
      "hashcards");
  CHECK(format_of("a.md", "Q: only question\n\nan answer\n") == "markdown");
  CHECK(format_of("a.md", "C: no deletions here\n") == "markdown");
}

TEST_CASE("hashcards: fenced code is text as it stands", "[exchange]") {
  const auto result = read("a.md",
                           "Q: How?\nA: ```\n#include <x>\n# comment\n\nint y;\n---\nQ: no\n```\n\n"
                           "Q: n\nA: m\n\nQ: ~~~\nA: `x`\n~~~\nA: ```a``` b\n\n"
                           "C: The [index] in\n~~~\nx[0]\n~~~\n");
  CHECK(items_of(result) == Texts{"How? | ```\n#include <x>\n# comment\n\nint y;\n---\nQ: no\n```",
                                  "n | m", "~~~\nA: `x`\n~~~ | ```a``` b",
                                  "The […] in\n~~~\nx[0]\n~~~ | index"});
  CHECK(said(result.left_out).empty());
  CHECK(format_of("a.md", "# Drives\n\n```\nC: system\nC: data\n```\n") != "hashcards");
}

TEST_CASE("Obsidian: single lines, several lines, both ways and highlights", "[exchange]") {
  const auto result = read("note.md",
                           "---\ntags: [x]\n---\n#flashcards/chem\n\n"
                           "tea::a drink\nwater:::H2O\n\n"
                           "What is\ntea?\n?\nA drink\nwith `a::b`\n<!--SR:!2023-09-02,4,270-->\n\n"
                           "front\n??\nback\n\n"
                           "The ==capital== of ==France==.\n\n"
                           "uses std::move in text\n");
  CHECK(items_of(result) == Texts{"tea | a drink", "water | H2O", "H2O | water",
                                  "What is\ntea? | A drink\nwith `a::b`", "front | back",
                                  "back | front", "The […] of […]. | capital | France"});
  CHECK(result.decks[0].items[0].tags == Texts{"flashcards/chem"});
  CHECK(result.decks[0].items[2].id == result.decks[0].items[1].id + "-reversed");
  CHECK(said(result.left_out) == Texts{"14: its dates are not those of FSRS: the card is new: "
                                       "<!--SR:!2023-09-02,4,270-->",
                                       "22: it belongs to no card: uses std::move in text"});
}

TEST_CASE("HTML within cards becomes text, but not in code", "[exchange]") {
  CHECK(items_of(read("a.md",
                      "Q: What does `a &lt; b` mean &amp; why?\nA: less&nbsp;than<br>\nmore\n\n"
                      "C: A &lt;[tag]&gt; is <kbd>&lt;b&gt;</kbd>\n")) ==
        Texts{"What does `a &lt; b` mean & why? | less than\nmore", "A <[…]> is `<b>` | tag"});
  CHECK(items_of(read("a.md", "#flashcards\n\nWhat is &lt;b&gt;::bold &amp; `&amp;`\n")) ==
        Texts{"What is <b> | bold & `&amp;`"});
}

TEST_CASE("Obsidian: a mark in a link, a formula, an address or a table begins no back",
          "[exchange]") {
  const auto [line, item] = GENERATE(table<std::string, std::string>({
      {"see [[a::b]]", ""},
      {"see http://[::1]:8080/x", ""},
      {"fe80::1 and ::1 and 2001:db8::/32", ""},
      {"loopback is ::1.", ""},
      {"$a::b$ or \\(c::d\\)", ""},
      {"{{c1::curly}} stays", ""},
      {"| 1::2 | 3 |", ""},
      {"[[Tea::Leaf]]::a plant", "[[Tea::Leaf]] | a plant"},
      {"What is http://[::1]/?::loopback", ""},
      {"What is http://[::1]/ :: loopback", "What is http://[::1]/ | loopback"},
      {"Loopback:: ::1", "Loopback | ::1"},
      {"Port of SSH::22", "Port of SSH | 22"},
      {"front::back", "front | back"},
      {"dead::beef", "dead | beef"},
      {"12:30::lunch", "12:30 | lunch"},
      {"2^4::16 ^a1b2c3", "2^4 | 16"},
      {"tea::x^2", "tea | x^2"},
  }));
  CAPTURE(line);
  const auto result = read("a.md", "#flashcards\n\n" + line + "\n");
  CHECK(items_of(result) == (item.empty() ? Texts{} : Texts{item}));
}

TEST_CASE("Obsidian: tags of the front matter are those of cards without others", "[exchange]") {
  const auto [matter, tags] = GENERATE(table<std::string, Texts>({
      {"tags: [net, exam]", {"net", "exam"}},
      {"tags:\n  - net\n  - exam\naliases: []", {"net", "exam"}},
      {"tags: \"#net\"", {"net"}},
      {"title: x", {}},
  }));
  CAPTURE(matter);
  const auto result = exchange::import_format_named("obsidian")
                          ->read({"a.md", "---\n" + matter + "\n---\na::b\n\n#tea\nc::d\n"});
  REQUIRE(result.decks.size() == 1);
  CHECK(result.decks[0].items[0].tags == tags);
  CHECK(result.decks[0].items[1].tags == Texts{"tea"});
  CHECK(said(result.changed).size() == (tags.empty() ? 0 : 1));
}

TEST_CASE("Obsidian: fenced code is text as it stands", "[exchange]") {
  const auto result =
      read("o.md",
           "#flashcards\n\nHow to print?\n?\n```cpp\n#include <cstdio>\n# comment\n\n"
           "?\na::b <!-- c -->\n  ~~~\n```\nSo.\n\nNext::card\n\n"
           "~~~~ sh\nif [ ==a== ]\n~~~\nx::y\n~~~~\n\n"
           "The ==sum== of\n```\na == b; c == d\n```\n\nWhat of ```x``` ?::y\n");
  CHECK(items_of(result) ==
        Texts{"How to print? | ```cpp\n#include <cstdio>\n# comment\n\n?\na::b <!-- c -->\n  ~~~\n"
              "```\nSo.",
              "Next | card", "The […] of\n```\na == b; c == d\n``` | sum",
              "What of ```x``` ? | y"});
  CHECK(said(result.left_out) == Texts{"17: it belongs to no card: ~~~~ sh"});
  CHECK(said(result.changed).empty());
  CHECK(format_of("a.md", "# Types\n\n```hs\nf :: Int\ng :: Int\n```\n") != "obsidian");
}

TEST_CASE("Obsidian: single lines right before a card of several lines are cards of their own",
          "[exchange]") {
  const auto result = read("o.md", "#flashcards\n\nloose\na::b\nQ\nq\n?\nA\nd::e\n\nf::g\n?\nh\n");
  CHECK(items_of(result) == Texts{"a | b", "Q\nq | A\nd::e", "f::g | h"});
  CHECK(said(result.left_out) == Texts{"3: it belongs to no card: loose"});
}

TEST_CASE("a fence of code that is never closed is named", "[exchange]") {
  const auto format = GENERATE(as<std::string>{}, "hashcards", "obsidian");
  CAPTURE(format);
  const auto result =
      exchange::import_format_named(format)->read({"a.md", "Q: n\nA: m\n\n```\nQ: a\nA: b\n"});
  CHECK(said(result.changed) ==
        Texts{"4: its code is never closed: all that follows counts as code: ```"});
}

TEST_CASE("org-drill: topics, two sides, gaps and properties", "[exchange]") {
  const auto result = read("a.org",
                           "#+TITLE: Tea\nloose\n* Part\nprose\n"
                           "** What is tea? :drill:leaf:\n:PROPERTIES:\n:ID: tea-1\n:END:\n"
                           "*** Answer\nA drink.\n"
                           "** Word :drill:\nSCHEDULED: <2026-01-01>\n:PROPERTIES:\n"
                           ":DRILL_CARD_TYPE: twosided\n:END:\nTranslate.\n*** English\ntea\n"
                           "*** Chinese\n茶\n"
                           "** Gap :drill:\nTea has [caffeine||stimulant].\n"
                           "** Nothing :drill:\n");
  CHECK(result.decks[0].title == "Tea");
  CHECK(items_of(result) == Texts{"What is tea? | A drink.", "tea | Chinese\n茶",
                                  "Chinese\n茶 | tea", "Tea has [stimulant]. | caffeine"});
  CHECK(result.decks[0].items[0].id == "tea-1");
  CHECK(result.decks[0].items[0].tags == Texts{"leaf"});
  CHECK(said(result.left_out) ==
        Texts{"2: it belongs to no heading: loose", "3: its heading is not tagged :drill:: Part",
              "11: its schedule is not that of FSRS: the item is new: Word",
              "23: it has neither a subheading with an answer nor a [gap]: Nothing"});
}

TEST_CASE("org: the title above a question, and tags above the title, are kept", "[exchange]") {
  const auto result =
      read("a.org",
           "* OS :exam:\n** Paging :drill:mem:\nWhat is a page?\n*** Answer\nA block.\n"
           "** Noun :drill:\n:PROPERTIES:\n:DRILL_CARD_TYPE: twosided\n:END:\n"
           "Translate.\n*** Spanish\nla luz\n*** English\nlight\n"
           "* Tea? :drill:\n** Answer\nyes\n");
  REQUIRE(result.decks.size() == 1);
  const auto& items = result.decks[0].items;
  REQUIRE(items.size() == 4);
  CHECK(items[0].explanation == "Paging");
  CHECK(items[0].tags == Texts{"exam", "mem"});
  CHECK(items[1].explanation == "Noun\n\nTranslate.");
  CHECK(items[1].tags == Texts{"exam"});
  CHECK(items[3].explanation.empty());
  CHECK(items[3].tags.empty());
}

TEST_CASE("org: links are links and no gaps", "[exchange]") {
  const auto [body, item] = GENERATE(table<std::string, std::string>({
      {"See [[file:x.png]] of [tea].", "See ![](x.png) of […]. | tea"},
      {"[[https://a.b][site]] and [[https://a.b]]: [tea]",
       "[site](https://a.b) and https://a.b: […] | tea"},
      {"[tea] by [[file:a b.pdf]] and [[./notes.txt::3][notes]]",
       "[…] by [a b.pdf](<a b.pdf>) and [notes](./notes.txt) | tea"},
      {"[tea], see [[*Leaves]] and [[id:1234][water]]", "[…], see Leaves and water | tea"},
      {"[green [[https://a.b][tea]]||leaf]", "[leaf] | green [tea](https://a.b)"},
  }));
  const auto result = read("a.org", "* Topic :drill:\n" + body + "\n");
  CHECK(items_of(result) == Texts{item});
  CHECK(said(result.left_out).empty());
}

TEST_CASE("org: a text with a link alone has no gap", "[exchange]") {
  CHECK(said(read("a.org", "* Topic :drill:\nSee [[https://a.b][site]].\n").left_out) ==
        Texts{"1: it has neither a subheading with an answer nor a [gap]: Topic"});
}

TEST_CASE("org: markup at word borders is Markdown's", "[exchange]") {
  const auto [org, markdown] = GENERATE(table<std::string, std::string>({
      {"=code= and ~a = b~, (*bold*) /italic/.", "`code` and `a = b`, (**bold**) *italic*."},
      {"*/both/* and =a`b=", "***both*** and `` a`b ``"},
      {"a=b= /usr/lib/x 1 / 2 / 3 * 4 * 5", "a=b= /usr/lib/x 1 / 2 / 3 * 4 * 5"},
      {"/usr/lib/ x*y*z = w = and/or/not", "/usr/lib/ x*y*z = w = and/or/not"},
      {"`=raw=` https://a.b/c/ =x=y=", "`=raw=` https://a.b/c/ `x=y`"},
      {"==", "=="},
      {"~", "~"},
  }));
  CAPTURE(org);
  const auto result = read("a.org", "* Q =x= :drill:\n** Answer\n" + org + "\n");
  CHECK(items_of(result) == Texts{"Q `x` | " + markdown});
}

TEST_CASE("org: a heading begins behind its keyword and its priority", "[exchange]") {
  const auto [heading, question] = GENERATE(table<std::string, std::string>({
      {"TODO What is tea?", "What is tea?"},
      {"DONE What is tea?", "What is tea?"},
      {"TODO [#A] What is tea?", "What is tea?"},
      {"[#B] What is tea?", "What is tea?"},
      {"Done deals: what binds?", "Done deals: what binds?"},
      {"todo lists?", "todo lists?"},
      {"TODO DONE means what?", "DONE means what?"},
      {"TODOs?", "TODOs?"},
      {"[#AB] is what?", "[#AB] is what?"},
  }));
  CAPTURE(heading);
  const auto result = read("a.org", "* " + heading + " :drill:\n** Answer\na drink\n");
  CHECK(items_of(result) == Texts{question + " | a drink"});
}

TEST_CASE("org: code stays as it stands", "[exchange]") {
  const auto result = read("a.org",
                           "* Q :drill:\n** Answer\n#+BEGIN_SRC python :results output\n"
                           "# comment\n,* x\na[[1]] =b=\n#+END_SRC\n# dropped\n=c=\n");
  CHECK(items_of(result) == Texts{"Q | ```python\n# comment\n* x\na[[1]] =b=\n```\n`c`"});
}

TEST_CASE("org files in Latin-1 are understood", "[exchange]") {
  const auto result = read("a.org",
                           "* D\xE9j\xE0 vu :drill:\n** Answer\nune impression tr\xE8s fran\xE7"
                           "aise, d\xE9j\xE0 v\xE9"
                           "cue\n");
  CHECK(items_of(result) == Texts{"Déjà vu | une impression très française, déjà vécue"});
}

TEST_CASE("any lines give a deck that pith reads, or none", "[exchange]") {
  const auto name = GENERATE(as<std::string>{}, "hashcards", "obsidian", "org");
  CAPTURE(name);
  rc::prop("for random files", [&] {
    const Texts parts = {
        "Q: ", "A: ",   "C: ",     "[",     "]",     "\n",     "\n\n",   "::", ":::", "\n?\n",
        "==",  "* ",    ":drill:", "---\n", "```\n", "~~~\n",  "\n  \t", "{{", "}}",  "\\",
        "||",  "&#10;", "<br>",    "<b>",   "</b>",  "&#123;", "^",      "[[", "$"};
    std::string text;
    for (int i = *rc::gen::inRange(0, 30); i > 0; --i) {
      text += *rc::gen::elementOf(parts);
      text += *test::gen_text();
    }
    const auto result = exchange::import_format_named(name)->read({"a", text});
    for (const auto& deck : result.decks) {
      const auto again = deck::read_deck(deck::write_deck(deck), "a.yaml");
      RC_ASSERT(again.deck.has_value());
      RC_ASSERT(test::fields_of(*again.deck) == test::fields_of(deck));
    }
  });
}
