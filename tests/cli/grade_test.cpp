// pith grade: one answer, and where in it the evidence stands.
#include <string>

#include <catch2/catch.hpp>

#include "learner.h"
#include "support/json.h"

namespace {

using pith::test::parsed;

constexpr auto kDeck =
    "deck: moat\nlanguage: zh\nitems:\n"
    "  - {id: tech, question: 如何保护成果？, points: [登记著作权, 申请专利]}\n"
    "  - {id: year, question: 哪一年？, answer: 1949}\n"
    "  - {id: term, question: What falls, answer: stability}\n"
    "  - {id: which, question: Which, choices: {correct: [a1], wrong: [b2]}}\n";
const std::string kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

TEST_CASE("evidence stands where it does in the bytes that were piped", "[cli][grade]") {
  pith::test::Learner pith(kDeck);
  const std::string before = GENERATE("", "\xEF\xBB\xBF", "\n", "\xEF\xBB\xBF\r\n");
  pith.ask({"grade", "moat/tech", "-", "--json", "--encoder", "none"}, before + "登记著作权\n");

  const auto evidence = parsed(pith.out)["points"][0]["evidence"];
  CHECK(evidence["begin"] == before.size());
  CHECK(evidence["end"] == before.size() + std::string("登记著作权").size());
  CHECK(evidence["text"] == "登记著作权");
}

TEST_CASE("a byte order mark before an answer changes no mark", "[cli][grade]") {
  pith::test::Learner pith(kDeck);
  const auto [item, answer] = GENERATE(table<std::string, std::string>({
      {"moat/tech", "登记著作权，申请专利。"},
      {"moat/year", "1949"},
      {"moat/term", "stability"},
      {"moat/which", "a1"},
      {"moat/which", "A"},
  }));
  CHECK(pith.ask({"grade", item, "-", "--encoder", "none"}, kByteOrderMark + answer + "\n") == 0);
}

TEST_CASE("an answer that is not UTF-8, or far too long, is refused", "[cli][grade]") {
  pith::test::Learner pith(kDeck);
  CHECK_THROWS_WITH(pith.ask({"grade", "moat/tech", "-"}, "\xff\xfe专利"),
                    "the answer is not valid UTF-8");
  CHECK_THROWS_WITH(pith.ask({"grade", "moat/tech", "-"}, std::string(262'145, 'a')),
                    "the answer is longer than 262144 bytes");
}
