#include "terminal/marked_text.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace pith::terminal;

namespace {

std::vector<std::string> lines_of(const std::string& text, const std::string& marked) {
  const auto begin = text.find(marked);
  const std::vector<Mark> marks = {{{begin, begin + marked.size()}, Role::evidence}};
  return marked_lines(text, marks, 20, Style(false, true));
}

}  // namespace

TEST_CASE("a marked text is whole whatever spaces it has", "[terminal]") {
  CHECK(lines_of("one two three four five six", "four") ==
        std::vector<std::string>{"one two three [four]", "five six"});
  CHECK(lines_of("one two\u00A0three four five\u00A0six seven", "four") ==
        std::vector<std::string>{"one two three [four]", "five six seven"});
  CHECK(lines_of("\tone\ttwo three four five", "two three") ==
        std::vector<std::string>{"    one    [two", "three] four five"});
  CHECK(lines_of("one\n\n\u00A0two\u00A0three\n four", "two\u00A0three") ==
        std::vector<std::string>{"one", "", " [two three]", " four"});
}
