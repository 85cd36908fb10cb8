#include "terminal/markdown.h"

#include <string>

#include <catch2/catch.hpp>

using pith::terminal::without_emphasis;

TEST_CASE("marks of emphasis are left out, other stars stay", "[markdown]") {
  CHECK(without_emphasis("a *b* and **c *d* e**") == "a b and c d e");
  CHECK(without_emphasis("2 * 3 * 4, 2*3*4 and *open") == "2 * 3 * 4, 2*3*4 and *open");
  CHECK(without_emphasis("*open\nand *shut*") == "*open\nand shut");
  CHECK(without_emphasis("`*code*` *text*") == "`*code*` text");
  CHECK(without_emphasis("**a *b* c") == "*a *b c");
  CHECK(without_emphasis("*a **b") == "*a **b");
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
