#include "cli/mistakes.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "support/command_line.h"

using namespace pith::cli;
using pith::test::CommandTree;
using Words = std::vector<std::string>;

namespace {

std::string complaint(const Words& words, const pith::text::Messages& tr = {}) {
  CommandTree tree;
  try {
    tree.parser().parse(with_review(words, tree.program()));
  } catch (const ParseError& error) {
    return complaint_of(error, tree.parser(), tr);
  }
  return "";
}

}  // namespace

TEST_CASE("a command line that is wrong is answered with what is wrong and where to read on",
          "[cli]") {
  CHECK(complaint({"drill", "--cuont", "3"}) ==
        "pith drill: there is no option '--cuont': did you mean '--count'?\n"
        "`pith drill --help` says more.\n");
  CHECK(complaint({"due", "--frobnicate"}) ==
        "pith due: there is no option '--frobnicate'\n`pith due --help` says more.\n");
  CHECK(complaint({"undo", "everything"}) ==
        "pith undo: 'everything' is one argument too many\n`pith undo --help` says more.\n");
  CHECK(complaint({"show"}) ==
        "pith show: item is required\nUsage: pith show [OPTIONS] ITEM\n"
        "For example: pith show ai-startup/technical-moat\n`pith show --help` says more.\n");
}

TEST_CASE("a mistyped command is recognised, and a word of another kind is not", "[cli]") {
  CommandTree tree;
  const auto meant = [&](const Words& words) {
    return command_meant(words, tree.program()).value_or("none");
  };
  CHECK(meant({"reveiw"}) == "review");
  CHECK(meant({"--db", "x.db", "serach", "word"}) == "search");
  CHECK(meant({"review", "serach"}) == "none");
  CHECK(meant({"ai-startup"}) == "none");
  CHECK(meant({"--json"}) == "none");
  CHECK(meant({}) == "none");
}

TEST_CASE("the language is known before the command line is", "[cli]") {
  CHECK(language_in({"list", "--lang", "zh"}) == "zh");
  CHECK(language_in({"--lang=en", "list"}) == "en");
  CHECK(language_in({"list", "--lang"}) == "auto");
  CHECK(language_in({}) == "auto");
}
