// Headings of a document: some ask, others are notes beside them.
#include <catch2/catch.hpp>

#include "exchange/documents/markdown_qa.h"
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

TEST_CASE("beside headings that ask, those that do not are notes, and are named", "[exchange]") {
  const auto result = read(
      "# 茶\n\n关于茶。\n\n## 背景\n\n很久以前。\n\n## 什么是茶？\n\n饮料\n\n## 随手记\n\n- "
      "去买茶\n\n还有水。\n");
  CHECK(items_of(result) == Texts{"什么是茶？ | 饮料"});
  CHECK(result.decks[0].description == "关于茶。");
  CHECK(said(result.left_out) == Texts{"5: it asks nothing, as other headings do: 背景",
                                       "7: it belongs to no question: 很久以前。",
                                       "13: it asks nothing, as other headings do: 随手记",
                                       "15: it belongs to no question: 去买茶",
                                       "17: it belongs to no question: 还有水。"});
}

TEST_CASE("of several headings of the first level the first is the title", "[exchange]") {
  const auto result = read("# 茶\n\n关于茶。\n\n# 什么是茶？\n\n饮料\n\n# 随手记\n\n去买茶\n");
  CHECK(items_of(result) == Texts{"什么是茶？ | 饮料"});
  CHECK(result.decks[0].title == "茶");
  CHECK(result.decks[0].description == "关于茶。");
  CHECK(said(result.left_out) == Texts{"9: it asks nothing, as other headings do: 随手记",
                                       "11: it belongs to no question: 去买茶"});
}

TEST_CASE("headings that ask in words are questions beside others", "[exchange]") {
  const auto [document, items] = GENERATE(table<std::string, Texts>({
      {"## 什么是茶？\n\n饮料\n\n## 简述发酵\n\n氧化\n", {"什么是茶？ | 饮料", "简述发酵 | 氧化"}},
      {"### 1、什么是茶？\n\n饮料\n\n### 2、虚函数表是什么\n\n一张表\n\n### "
       "3、茶和水的区别\n\n味道\n",
       {"什么是茶？ | 饮料", "虚函数表是什么 | 一张表", "茶和水的区别 | 味道"}},
      {"## What is tea?\n\nA drink.\n\n## Explain fermentation\n\nOxygen.\n",
       {"What is tea? | A drink.", "Explain fermentation | Oxygen."}},
      {"## 什么是茶？\n\n饮料\n\n## 笔记\n\n### 什么是水？\n\n液体\n",
       {"什么是茶？ | 饮料", "什么是水？ | 液体"}},
      {"## 什么是茶？\n\n饮料\n\n## 其他\n\n1. 什么是水？\n   液体\n\n**什么是奶？**\n\n饮料\n",
       {"什么是茶？ | 饮料", "什么是水？ | 液体", "什么是奶？ | 饮料"}},
  }));
  CAPTURE(document);
  const auto result = read(document);
  CHECK(items_of(result) == items);
  CHECK(said(result.left_out).empty());
}

TEST_CASE("where no heading asks, each with a text below it is a card", "[exchange]") {
  const auto [document, items] = GENERATE(table<std::string, Texts>({
      {"# 术语\n\n## TCP\n\n协议\n\n## UDP\n\n另一个\n", {"TCP | 协议", "UDP | 另一个"}},
      {"# 你了解茶吗？\n\n## 绿茶\n\n不发酵\n\n## 红茶\n\n发酵\n",
       {"绿茶 | 不发酵", "红茶 | 发酵"}},
      {"## 有哪些茶？\n\n### 绿茶\n\n不发酵\n\n### 红茶\n\n发酵\n",
       {"绿茶 | 不发酵", "红茶 | 发酵"}},
      {"## 有哪些茶？\n\n### 绿茶\n\n不发酵\n\n## 什么是水？\n\n液体\n",
       {"绿茶 | 不发酵", "什么是水？ | 液体"}},
  }));
  CAPTURE(document);
  const auto result = read(document);
  CHECK(items_of(result) == items);
  CHECK(said(result.left_out).empty());
}
