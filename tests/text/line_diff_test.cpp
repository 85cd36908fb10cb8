#include "text/line_diff.h"

#include <string>

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

using pith::text::unified_diff;

namespace {

/// What a diff without omitted lines says the other text was.
std::string side(const std::string& diff, char mark) {
  std::string text;
  std::size_t at = 0;
  while (at < diff.size()) {
    const auto end = diff.find('\n', at) + 1;
    const auto line = diff.substr(at, end - at);
    const bool head = line.rfind("---", 0) == 0 || line.rfind("+++", 0) == 0 || line[0] == '@';
    if (!head && (line[0] == ' ' || line[0] == mark)) {
      text += line.substr(1);
    }
    at = end;
  }
  return text;
}

}  // namespace

TEST_CASE("a diff shows what changed with three lines around it", "[text]") {
  CHECK(unified_diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n", "x") ==
        "--- x\n+++ x\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
}

TEST_CASE("changes far apart are shown apart, near ones together", "[text]") {
  const std::string middle = "a\nb\nc\nd\ne\nf\ng\n";
  CHECK(unified_diff("x\n" + middle + "y\n", "X\n" + middle + "Y\n", "n") ==
        "--- n\n+++ n\n@@ -1,4 +1,4 @@\n-x\n+X\n a\n b\n c\n@@ -6,4 +6,4 @@\n e\n f\n g\n-y\n+Y\n");
  CHECK(unified_diff("x\na\nb\ny\n", "X\na\nb\nY\n", "n") ==
        "--- n\n+++ n\n@@ -1,4 +1,4 @@\n-x\n+X\n a\n b\n-y\n+Y\n");
}

TEST_CASE("equal texts have no diff; a missing last line break is told", "[text]") {
  CHECK(unified_diff("a\n", "a\n", "n").empty());
  CHECK(unified_diff("", "", "n").empty());
  CHECK(unified_diff("a", "a\n", "n") ==
        "--- n\n+++ n\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n");
  CHECK(unified_diff("", "a\n", "n") == "--- n\n+++ n\n@@ -0,0 +1,1 @@\n+a\n");
}

TEST_CASE("both texts can be read off their diff", "[text]") {
  rc::prop("unified_diff", [] {
    // Both ends differ and five lines at most are between them: nothing is omitted.
    const auto lines = rc::gen::container<std::string>(rc::gen::element('a', 'b', '\n'));
    const auto text = [](const std::string& some) { return "!\n" + some.substr(0, 4) + "\n"; };
    const auto before = text(*lines) + "!\n";
    const auto after = "?" + text(*lines) + "?\n";
    const auto diff = unified_diff(before, after, "n");
    RC_ASSERT(side(diff, '-') == before);
    RC_ASSERT(side(diff, '+') == after);
  });
}

TEST_CASE("texts that differ in thousands of lines are told as one change", "[text]") {
  std::string before;
  std::string after;
  for (int i = 0; i < 3000; ++i) {
    before += std::to_string(i) + "\n";
    after += " " + std::to_string(i) + "\n";
  }
  const auto diff = unified_diff(before, after, "n");
  CHECK(side(diff, '-') == before);
  CHECK(side(diff, '+') == after);
}
