#include "text/messages.h"

#include <stdexcept>

#include <catch2/catch.hpp>

#include "text/catalogue.h"

using namespace pith::text;

TEST_CASE("a PO file is read with continued lines and escapes, its header left out", "[text]") {
  const auto entries = parse_po(
      "# a comment\nmsgid \"\"\nmsgstr \"Language: zh\\n\"\n\n"
      "msgid \"say \\\"{}\\\"\\n\"\nmsgstr \"\"\n\"说“\"\n\"{}”\\n\"\n\nmsgid \"open\"\nmsgstr "
      "\"\"\n");

  REQUIRE(entries.size() == 1);
  CHECK(entries[0].english == "say \"{}\"\n");
  CHECK(entries[0].translated == "说“{}”\n");
}

TEST_CASE("what is no PO file is refused", "[text]") {
  const auto* const text = GENERATE("hello", "msgid hello", "msgstr \"a\"\n", "msgid \"a");
  CAPTURE(text);
  CHECK_THROWS_AS(parse_po(text), std::invalid_argument);
}

TEST_CASE("a finished sentence is translated by the format it was made from", "[text]") {
  const Catalogue catalogue({{"cannot read {}", "读不了{}"},
                             {"cannot read {}: {} at {:.2f}", "{2}处{1}，读不了{0}"},
                             {"{} is {}", "{}是{}"},
                             {"literally {{}}", "原样 {{}}"}});
  const auto translated = [&](std::string_view sentence) {
    return catalogue.find_made_from(sentence).value_or("none");
  };
  CHECK(translated("cannot read a.yaml") == "读不了a.yaml");
  CHECK(translated("cannot read a: broken at 0.50") == "0.50处broken，读不了a");
  CHECK(translated("a is b") == "a是b");
  CHECK(translated("cannot write a.yaml") == "none");
  CHECK(translated("") == "none");
}

TEST_CASE("what stands in a command to be typed is not translated, though it is a message",
          "[text]") {
  const Messages tr(Language::chinese);
  REQUIRE(tr("undo") != "undo");
  CHECK(tr.sentence("did you mean the command `pith undo`?") == "是不是命令 `pith undo`？");
}

TEST_CASE("a sentence that nobody translated stays whole, whatever short words are in it",
          "[text]") {
  const Catalogue catalogue({{"{} with {}", "{}，{}"}, {"{} is empty", "{}是空的"}});
  CHECK_FALSE(catalogue.find_made_from("put a text that begins with '!' in quotes"));
  CHECK(catalogue.find_made_from("e5 with AVX2") == "e5，AVX2");
}

TEST_CASE("what stands in quotes is somebody's word: only the quotes are translated", "[text]") {
  const Catalogue catalogue({{"'{}'", "“{}”"},
                             {"new", "新题"},
                             {"{} is empty", "{}是空的"},
                             {"add a line '{}: …'", "请加一行 {}: …"}});
  CHECK(catalogue.find_made_from("add a line 'new: …'") == "请加一行 new: …");
  CHECK(catalogue.find_made_from("'new' is empty") == "“new”是空的");
  CHECK(catalogue.find_made_from("new is empty") == "新题是空的");
}

TEST_CASE("what is counted in a sentence is translated in the plural as in the singular",
          "[text]") {
  const Catalogue catalogue(
      {{"weights of {}", "{}的权重"}, {"{} item", "{} 道题"}, {"{} error", "{} 个错误"}});
  CHECK(catalogue.find_made_from("weights of 1 item") == "1 道题的权重");
  CHECK(catalogue.find_made_from("weights of 12 items") == "12 道题的权重");
  CHECK(catalogue.find_made_from("weights of many items") == "many items的权重");
  CHECK_FALSE(catalogue.find_made_from("disk I/O error"));
}

TEST_CASE("a sentence is not taken for two of its parts with marks between them", "[text]") {
  const Catalogue catalogue({{"'{}'", "“{}”"},
                             {"{}: {}", "{}：{}"},
                             {"{} ({})", "{}（{}）"},
                             {"{}:{}: {}", "{}:{}: {}"},
                             {"is empty", "是空的"}});
  CHECK_FALSE(catalogue.find_made_from("'a.zip' has no entry 'media'"));
  CHECK_FALSE(catalogue.find_made_from("write points: [one, another]"));
  CHECK_FALSE(catalogue.find_made_from("expected 1 (again)"));
  CHECK(catalogue.find_made_from("a.csv:3: is empty") == "a.csv:3: 是空的");
}

TEST_CASE("the name of a key or an option before a colon stays as it is typed", "[text]") {
  const Catalogue catalogue(
      {{"endpoint", "服务器"}, {"{}: no list, but {}", "{}：不是列表，是{}"}});
  CHECK(catalogue.find_made_from("endpoint: no list, but endpoint") ==
        "endpoint：不是列表，是服务器");
}

TEST_CASE("a sentence from outside may nest without end", "[text]") {
  std::string sentence;
  for (int i = 0; i < 9000; ++i) {
    sentence += "a:b:c: ";
  }
  CHECK(Messages(Language::chinese).sentence(sentence + "z").ends_with("c: z"));
}

TEST_CASE("the language follows the name of the locale", "[text]") {
  const auto [locale, language] = GENERATE(table<std::string, Language>({
      {"zh_CN.UTF-8", Language::chinese},
      {"zh", Language::chinese},
      {"zh.UTF-8", Language::chinese},
      {"en_GB.UTF-8", Language::english},
      {"C", Language::english},
      {"", Language::english},
      {"zha_CN.UTF-8", Language::english},
  }));
  CAPTURE(locale);
  CHECK(language_of_locale(locale) == language);
}

TEST_CASE("messages are translated with their arguments, and stay English where nobody did",
          "[text]") {
  const Messages english;
  const Messages chinese(Language::chinese);
  CHECK(english.format("{} left", 3) == "3 left");
  CHECK(chinese.format("{} left", 3) == "剩 3 题");
  CHECK(english.count(1, "point") == "1 point");
  CHECK(english.count(2, "point") == "2 points");
  CHECK(chinese.count(2, "point") == "2 个要点");
  CHECK(english.duration(std::chrono::seconds(725)) == "12:05 min");
  CHECK(chinese.duration(std::chrono::seconds(725)) == "12:05 分钟");
  CHECK(chinese("no message of pith") == "no message of pith");
}
