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
        "pith show: ITEM is missing\nUsage: pith show [OPTIONS] ITEM\n"
        "For example: pith show ai-startup/technical-moat\n`pith show --help` says more.\n");
}

TEST_CASE("a value that cannot be is refused in pith's words, with what can", "[cli]") {
  const auto first_line = [](const Words& words) {
    const auto all = complaint(words);
    return all.substr(0, all.find('\n'));
  };
  CHECK(first_line({"drill", "--count", "0"}) ==
        "pith drill: --count: '0' is not a number above 0");
  CHECK(first_line({"exam", "--pass", "60"}) ==
        "pith exam: --pass: '60' is more than 1: write 0.6 for 60 %");
  CHECK(first_line({"exam", "--pass", "much"}) ==
        "pith exam: --pass: 'much' is not a number from 0 to 1");
  CHECK(first_line({"review", "--minutes", "0"}) ==
        "pith review: --minutes: '0' is not a number from 1 to 1440");
  CHECK(first_line({"drill", "--order", "wekest"}) ==
        "pith drill: --order: 'wekest' is none of weakest, random, file, due: "
        "did you mean 'weakest'?");
  CHECK(first_line({"list", "--seed", "abc"}) ==
        "pith list: --seed: 'abc' is not a whole number from 0 up");
  CHECK(first_line({"list", "--seed", "-1"}) ==
        "pith list: --seed: '-1' is not a whole number from 0 up");
  CHECK(first_line({"log", "-n", "many"}) ==
        "pith log: --count: 'many' is not a whole number from 0 up");
  CHECK(first_line({"explain", "a/b", "--retention", "high"}) ==
        "pith explain: --retention: 'high' is not a number");
  CHECK(first_line({"drill", "--count", "1.5"}) == "pith drill: --count: '1.5' is not a number");
  CHECK(first_line({"drill", "--count", "99999999999999999999"}) ==
        "pith drill: --count: '99999999999999999999' is too large a number");
  CHECK(first_line({"list", "--json=maybe"}) ==
        "pith list: --json: 'maybe' is neither true nor false");
  CHECK(complaint({"list", "--json=false"}).empty());
  CHECK(complaint({"list", "--seed", "18446744073709551615"}).empty());
  CHECK(first_line({"report", "--html"}) == "pith report: --html needs a value");
  CHECK(complaint({"drill", "--order", "weakest", "--pass", "0.6", "--count", "3"}).empty());
  CHECK(first_line({"list", "--state", "due", "--state", "new"}) ==
        "pith list: --state can be given only once, not 2 times");
  CHECK(first_line({"new"}) == "pith new: name one of deck, item");
  CHECK(first_line({"--decks"}) == "pith: --decks needs a value");
  CHECK(first_line({"--decks", "x", "--db"}) == "pith: --db needs a value");
}

TEST_CASE("an option before the command is blamed on the command that was named", "[cli]") {
  const auto first_line = [](const Words& words) {
    const auto all = complaint(words);
    return all.substr(0, all.find('\n'));
  };
  CHECK(first_line({"--foo", "list"}) == "pith list: there is no option '--foo'");
  CHECK(first_line({"--count", "3", "drill"}) ==
        "pith drill: '--count' has to stand behind `pith drill`");
  CHECK(first_line({"--order=file", "drill"}) ==
        "pith drill: '--order=file' has to stand behind `pith drill`");
  CHECK(first_line({"--foo"}) == "pith review: there is no option '--foo': did you mean '--for'?");
  const pith::text::Messages chinese(pith::text::Language::chinese);
  const auto told = [&](const Words& words) {
    const auto all = complaint(words, chinese);
    return all.substr(0, all.find('\n'));
  };
  CHECK(told({"list", "--state", "due", "--state", "new"}) ==
        "pith list：--state 只能给一次，而不是 2 次");
  CHECK(told({"new"}) == "pith new：请写 deck, item 之一");
  CHECK(told({"--count", "3", "drill"}) == "pith drill：“--count”要写在 `pith drill` 后面");
}

TEST_CASE("an item and ratings to be replayed exclude each other in so many words", "[cli]") {
  pith::test::CommandLine pith;
  for (const Words& more : {Words{"--reviews"}, Words{"--reviews", "3@0"}}) {
    Words words{"explain", "moat/tech"};
    words.insert(words.end(), more.begin(), more.end());
    CHECK_THROWS_WITH(pith.run(words),
                      Catch::Contains("--reviews replays ratings that you give") &&
                          Catch::Contains("`pith explain moat/tech` shows the reviews"));
  }
  CHECK_THROWS_WITH(pith.run({"explain", "--reviews"}),
                    Catch::Contains("--reviews needs ratings at days"));
  CHECK_THROWS_WITH(pith.run({"explain"}), Catch::Contains("name an item"));
}

TEST_CASE("an option that another command has is translated into this one's", "[cli]") {
  CHECK(complaint({"drill", "--limit", "3"})
            .find("there is no option '--limit' here; for `pith drill` it is '--count'") !=
        std::string::npos);
  CHECK(complaint({"review", "--time=30m"}).find("for `pith review` it is '--minutes'") !=
        std::string::npos);
  CHECK(complaint({"list", "--order", "due"}).find("for `pith list` it is '--sort'") !=
        std::string::npos);
  CHECK(complaint({"drill", "--sort", "due"}).find("for `pith drill` it is '--order'") !=
        std::string::npos);
  CHECK(complaint({"review", "--on", "+7"}).find("for `pith review` it is '--for'") !=
        std::string::npos);
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
