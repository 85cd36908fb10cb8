#include "text/line_joins.h"

#include <string>

#include <catch2/catch.hpp>

using pith::text::join_line;

TEST_CASE("lines of a paragraph are joined with a space, but not between Chinese", "[text]") {
  const auto [first, second, joined] = GENERATE(table<std::string, std::string, std::string>({
      {"", "one", "one"},
      {"one", "", "one"},
      {"say it", "in your words", "say it in your words"},
      {"用自己的话", "说出来", "用自己的话说出来"},
      {"先想，", "再说", "先想，再说"},
      {"他说", "“好”", "他说“好”"},
      {"部署", "GPU", "部署 GPU"},
      {"GPU", "集群", "GPU 集群"},
      {"a line\n", "after a break", "a line\nafter a break"},
  }));
  auto text = first;
  join_line(text, second);
  CHECK(text == joined);
}
