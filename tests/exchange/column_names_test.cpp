// The first row of a table, where it names the columns.
#include <catch2/catch.hpp>

#include "exchange/results.h"
#include "exchange/tables/json_import.h"
#include "exchange/tables/table_import.h"

using namespace pith;
using test::items_of;
using test::said;
using test::Texts;

namespace {

exchange::Imported read(const std::string& text) {
  return exchange::read_table({"cards.csv", text});
}

}  // namespace

TEST_CASE("columns are known by many names, with something in brackets or in two languages",
          "[exchange]") {
  const auto header = GENERATE(
      as<std::string>{}, "问题,回答", "题目（必填）,答案（必填）", "问题/Question,答案/Answer",
      "\xEF\xBB\xBF 题目 （Front）,\"答案/Back\"", "正面,背面,标签", "Q,A", "题目*,参考答案：",
      "\xE3\x80\x80题干,标准答案", "【问题】,【解答】", "单词 Word,中文释义/释义", "术语,定义",
      "概念,解释", "\"题目\n（必填）\",\"答案\n\n\"", "question (required),solution",
      "(必填)问题,（选填）答案", "Prompt,Response");
  CAPTURE(header);
  const auto result = read(header + "\n茶,tea\n水,water\n");
  CHECK(items_of(result) == Texts{"茶 | tea", "水 | water"});
  CHECK(said(result.changed).empty());
  CHECK(said(result.left_out).empty());
}

TEST_CASE("named columns go where they belong, each once", "[exchange]") {
  const auto result = read(
      "编号,解析（选填）,答案 / Back,题目 / Front,备注 notes,翻译,标签/Tags,线索\n"
      "7,因为,tea,茶,记得,чай,绿 热,叶\n");
  CHECK(items_of(result) == Texts{"茶 | tea"});
  const auto& item = result.decks.at(0).items[0];
  CHECK(item.explanation == "因为\n\n编号: 7\n\n备注 notes: 记得\n\n翻译: чай");
  CHECK(item.tags == Texts{"绿", "热"});
  CHECK(item.hints == Texts{"叶"});
}

TEST_CASE("rows that are cards are no names of columns", "[exchange]") {
  const auto [text, items] = GENERATE(table<std::string, Texts>({
      {"question,问题\nanswer,答案\n", {"question | 问题", "answer | 答案"}},
      {"tag/label,标签\nhint (n.),提示\n", {"tag/label | 标签", "hint (n.) | 提示"}},
      {"问题/答案,question/answer\n茶,tea\n", {"问题/答案 | question/answer", "茶 | tea"}},
      {"回答 问题,to answer\n茶,tea\n", {"回答 问题 | to answer", "茶 | tea"}},
  }));
  CAPTURE(text);
  const auto result = read(text);
  CHECK(items_of(result) == items);
  CHECK(said(result.changed).empty());
}

TEST_CASE("a first row that looks like names that are not known is taken, and that is said",
          "[exchange]") {
  const auto said_of = [](const std::string& text) { return said(read(text).changed); };
  const auto remark = [](const std::string& line, const std::string& front) {
    return Texts{line +
                 ": taken as a card; if it names the columns, call them front and back: " + front};
  };
  const std::string rows =
      "TCP 三次握手,客户端发送 "
      "SYN，服务器回复\n什么是拥塞控制？,发送方限制速率\n滑动窗口,接收方告诉发送方还能收多少\n";
  CHECK(said_of("知识点,内容\n" + rows) == remark("1", "知识点"));
  CHECK(said_of("#separator:comma\nTopic,Text\n" + rows) == remark("2", "Topic"));
  CHECK(items_of(read("知识点,内容\n" + rows)).size() == 4);

  CHECK(said_of(rows).empty());
  CHECK(said_of("茶,tea\n水,water\n奶,milk\n").empty());
  CHECK(said_of("法国,巴黎\n德国,柏林\n乌兹别克斯坦,塔什干\n").empty());
  CHECK(said_of("题目,答案\n" + rows).empty());
  CHECK(said_of("茶,tea\n" + rows.substr(0, rows.find('\n') + 1)).empty());
}

TEST_CASE("of two values that could be a side of a card the second joins the explanation",
          "[exchange]") {
  const auto result = exchange::read_json_cards(
      {"a.json", R"([{"question": "茶？", "问": "Tea?", "answer": "a drink", "翻译": "饮料"}])"});
  CHECK(items_of(result) == Texts{"茶？ | a drink"});
  CHECK(result.decks.at(0).items[0].explanation == "翻译: 饮料\n\n问: Tea?");
}
