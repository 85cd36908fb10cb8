// Front matter above question-and-answer documents.
#include <catch2/catch.hpp>

#include "exchange/documents/markdown_qa.h"
#include "exchange/documents/obsidian.h"
#include "exchange/results.h"

using namespace pith;
using test::items_of;
using test::said;
using test::Texts;

namespace {

exchange::Imported read(const std::string& text) {
  return exchange::read_markdown_qa({"notes.md", text});
}

}  // namespace

TEST_CASE("front matter gives a document its title, and its items their tags", "[exchange]") {
  const auto head =
      GENERATE(as<std::string>{}, "---\ntitle: 面试问答\ntags: [面试, 创业]\n---\n",
               "---\ntags:\n  - 面试\n  - 创业\ntitle: '面试问答'\n---\n\n",
               "---\ntitle: 面试问答\ntags:\n- 面试\n- 创业\n---\n# 创始人面试\n\n",
               "---\ntitle: \"面试问答\"\ntags: 面试，创业\n---\n# 创始人面试\n\n## 基础\n\n");
  CAPTURE(head);
  const auto result = read(head + "## 什么是茶？\n\n饮料\n\n## 什么是水？\n\n液体\n\nTags: 化学\n");

  REQUIRE(result.decks.size() == 1);
  const auto& deck = result.decks[0];
  CHECK(deck.title == "面试问答");
  CHECK(deck.description.empty());
  CHECK(items_of(result) == Texts{"什么是茶？ | 饮料", "什么是水？ | 液体"});
  CHECK(deck.items[0].tags == Texts{"面试", "创业"});
  CHECK(deck.items[1].tags == Texts{"面试", "创业", "化学"});
  CHECK(said(result.left_out).empty());
}

TEST_CASE("other keys of front matter are named, and lines keep their numbers", "[exchange]") {
  const auto result = read(
      "---\ntitle: Tea\nauthor: Li: a drinker\naliases:\n  - 茶\nabout: >\n  a text\n"
      "  of lines\n---\n\n## What is tea?\n\n- a drink\n\n# End\n\n<div>x</div>\n");
  CHECK(items_of(result) == Texts{"What is tea? | a drink"});
  CHECK(said(result.left_out) ==
        Texts{"3: pith has no place for this key of the front matter: author: Li: a drinker",
              "4: pith has no place for this key of the front matter: aliases:",
              "6: pith has no place for this key of the front matter: about: >",
              "17: it belongs to no question: <div>x</div>"});
}

TEST_CASE("questions between two rules are no front matter", "[exchange]") {
  const auto [text, items] = GENERATE(table<std::string, Texts>({
      {"---\nQ: One?\nA: 1\n---\nQ: Two?\nA: 2\n", {"One? | 1", "Two? | 2"}},
      {"---\n\n**Question:** One?\n\n**Answer:** 1\n\n---\n", {"One? | 1"}},
      {"---\n\n## One: two?\n\nso: 1\n\n---\n", {"One: two? | so: 1"}},
  }));
  CAPTURE(text);
  const auto result = read(text);
  CHECK(items_of(result) == items);
  CHECK(said(result.left_out).empty());
}

TEST_CASE("requests under the only heading are asked, whatever the front matter's title",
          "[exchange]") {
  const auto result = read(
      "---\ntitle: Exam\n---\n# Prep\n\n1. Explain paging.\n   Frames.\n2. Name a state.\n   "
      "Ready.\n");
  CHECK(items_of(result) == Texts{"Explain paging. | Frames.", "Name a state. | Ready."});
}

TEST_CASE("a note of Obsidian is titled by its front matter, else by its name", "[exchange]") {
  const auto title_of = [](const std::string& text) {
    return exchange::read_obsidian({"note.md", text}).decks.at(0).title;
  };
  CHECK(title_of("---\ntitle: Tea\n---\ntea :: 茶\n") == "Tea");
  CHECK(title_of("tea :: 茶\n") == "note");
}
