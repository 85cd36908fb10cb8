// Names said in part, with nothing but blanks between.
#include <catch2/catch.hpp>

#include "support/heard.h"
#include "support/items.h"

using pith::test::check_heard;
using pith::test::item;
using pith::test::point;

TEST_CASE("names said in part side by side are parted by blanks", "[grading]") {
  check_heard(
      item("en", "List the four phases of a compiler front end in order.",
           {point("lexing"), point("parsing"), point("semantic analysis"), point("IR generation")}),
      R"(
hhhh|lexing parsing semantic ir
hhhh|parsing, lexing, semantic, ir
hhhh|lexing parsing semantic analysis IR generation
-hhh|parsing semantic ir
)");
}

TEST_CASE("a name said in part may begin with a numeral", "[grading]") {
  check_heard(item("zh", "数据库事务有哪些特性？",
                   {point("原子性", "要么全做要么全不做。"), point("一致性", "约束始终成立。"),
                    point("持久性", "提交后不会丢失。"), point("隔离性", "并发事务互不影响。")}),
              R"(
hhhh|原子 一致 隔离 持久
hhhh|原子，一致，隔离，持久
hhh-|原子 一致 持久
)");
}

TEST_CASE("a word of the question is not heard as a relative of a point's name", "[grading]") {
  const auto water = [](const char* question) {
    return item("en", question,
                {point("Mineralisation", "Dissolved salts are weighed after drying."),
                 point("Hardness", "Lime and soap show it.")});
  };
  check_heard(water("What do you measure in a mineral spring?"), R"(
--|I go to the mineral spring.
--|mineral
h-|How much it is mineralised.
h-|the mineralisation
)");
  check_heard(water("What do you measure in a well?"), R"(
h-|mineral
)");
}
