#include "text/emphasis.h"

#include <string>

#include <catch2/catch.hpp>

using pith::text::without_emphasis;

TEST_CASE("marks of emphasis are left out, other stars stay", "[markdown]") {
  CHECK(without_emphasis("a *b* and **c *d* e**") == "a b and c d e");
  CHECK(without_emphasis("2 * 3 * 4, 2*3*4 and *open") == "2 * 3 * 4, 2*3*4 and *open");
  CHECK(without_emphasis("*open\nand *shut*") == "*open\nand shut");
  CHECK(without_emphasis("`*code*` *text*") == "`*code*` text");
  CHECK(without_emphasis("**a *b* c") == "*a *b c");
  CHECK(without_emphasis("*a **b") == "*a **b");
}

TEST_CASE("stars of formulas, code and those behind a backslash are no emphasis", "[markdown]") {
  CHECK(without_emphasis("$f^*(x) = g^*(x)$ and *b*") == "$f^*(x) = g^*(x)$ and b");
  CHECK(without_emphasis("$$\n(*a*)\n$$") == "$$\n(*a*)\n$$");
  CHECK(without_emphasis("$5 *now* or $6 *then*, $9") == "$5 now or $6 then, $9");
  CHECK(without_emphasis("a \\*literal\\* star") == "a *literal* star");
  CHECK(without_emphasis("the ` key is *not* code") == "the ` key is not code");
  CHECK(without_emphasis("```\n*p = `x`; *q*\n``` *b*") == "```\n*p = `x`; *q*\n``` b");
  CHECK(without_emphasis("***both*** and ***open") == "both and ***open");
}

TEST_CASE("a list has the text of a question in one line", "[markdown]") {
  CHECK(pith::text::plain_line("**Why**\n\n- so\n- on", 40) == "Why - so - on");
  CHECK(pith::text::plain_line("*abc* def", 6) == "abc d…");
}

TEST_CASE("very many stars that open nothing, or little, are read as fast as few", "[markdown]") {
  std::string open;
  std::string shut;
  std::string plain;
  for (int i = 0; i < 300'000; ++i) {
    open += " *x";
    shut += " *x*";
    plain += " x";
  }
  CHECK((without_emphasis(open) == open));
  CHECK((without_emphasis(shut) == plain));
}
