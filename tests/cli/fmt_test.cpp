// pith fmt as authors and their CI use it.
#include <fstream>
#include <iterator>
#include <string>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "support/command_line.h"
#include "support/json.h"

namespace {

using Catch::Matchers::Contains;
using pith::test::CommandLine;

constexpr auto kUntidy = "items:\n- front: f  # mine\n  back:   b\n";
constexpr auto kTidy = "items:\n  - front: f  # mine\n    back: b\n";

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("fmt rewrites what is untidy and names it, once", "[cli]") {
  CommandLine pith;
  const auto deck = pith.write("d/a.yaml", kUntidy);
  pith.write("d/b.yaml", kTidy);

  CHECK(pith.run({"fmt", (pith.folder() / "d").string()}) == 0);
  CHECK(pith.out == deck + "\n");
  CHECK(pith.err == "1 deck laid out, 1 already in order\n");
  CHECK(bytes_of(deck) == kTidy);
  CHECK(pith.run({"fmt", deck}) == 0);
  CHECK(pith.out.empty());
}

TEST_CASE("fmt --check and --diff write nothing; --check tells by its status", "[cli]") {
  CommandLine pith;
  const auto deck = pith.write("a.yaml", kUntidy);

  CHECK(pith.run({"fmt", deck, "--check"}) == 1);
  CHECK(pith.run({"fmt", deck, "--diff"}) == 0);
  CHECK(pith.out == "--- " + deck + "\n+++ " + deck +
                        "\n@@ -1,3 +1,3 @@\n items:\n-- front: f  # mine\n-  back:   b\n"
                        "+  - front: f  # mine\n+    back: b\n");
  CHECK(pith.run({"fmt", deck, "--check", "--json"}) == 1);
  CHECK(pith::test::parsed(pith.out)["files"][0]["changed"] == true);
  CHECK(bytes_of(deck) == kUntidy);
  pith.write("a.yaml", kTidy);
  CHECK(pith.run({"fmt", deck, "--check"}) == 0);
}

TEST_CASE("fmt - serves editors: standard input to standard output", "[cli]") {
  CommandLine pith;
  pith.in = kUntidy;
  CHECK(pith.run({"fmt", "-"}) == 0);
  CHECK(pith.out == kTidy);
  pith.in = kUntidy;
  CHECK(pith.run({"fmt", "-", "--check", "--json"}) == 1);
  CHECK(pith::test::parsed(pith.out)["files"][0]["changed"] == true);
  CHECK_THROWS_AS(pith.run({"fmt", "-", "--json"}), pith::UsageError);
  CHECK_THROWS_AS(pith.run({"fmt", "-", "--check", "no"}), pith::UsageError);
  pith.in = "items: [";
  CHECK_THROWS_AS(pith.run({"fmt", "-"}), pith::InvalidInput);
  pith.in = "items:\n  - {front: f}\n";
  CHECK_THROWS_WITH(pith.run({"fmt", "-"}), Catch::StartsWith("stdin.yaml:2:5: error: "));
  pith.in = kUntidy + std::string(16 << 20, '#');
  CHECK_THROWS_WITH(pith.run({"fmt", "-"}), "stdin.yaml is larger than 16 MB");
}

TEST_CASE("fmt leaves broken decks and what it cannot lay out as they are, and goes on", "[cli]") {
  CommandLine pith;
  const auto broken = pith.write("d/a.yaml", "items:\n- {front: f}\n");
  const auto rare = pith.write("d/b.yaml", "items:\n- {front: &x f, back: *x}\n");
  const auto good = pith.write("d/c.yaml", kUntidy);

  CHECK(pith.run({"fmt", (pith.folder() / "d").string()}) == 3);
  CHECK_THAT(pith.err, Contains("b.yaml: line 2: here stands an anchor") && Contains("a.yaml:2:"));
  CHECK(bytes_of(broken) == "items:\n- {front: f}\n");
  CHECK(bytes_of(rare) == "items:\n- {front: &x f, back: *x}\n");
  CHECK(bytes_of(good) == kTidy);
}

TEST_CASE("fmt goes on behind a file that cannot be written, and says what it wrote", "[cli]") {
  CommandLine pith;
  const auto longest = std::string(250, 'a') + ".yaml";  // no draft can be made beside it
  const auto stuck = pith.write("d/" + longest, kUntidy);
  const auto good = pith.write("d/b.yaml", kUntidy);

  CHECK_THROWS_AS(pith.run({"fmt", (pith.folder() / "d").string()}), pith::StorageError);
  CHECK(pith.out == good + "\n");
  CHECK_THAT(pith.err, Contains("1 deck laid out, 0 already in order"));
  CHECK(bytes_of(stuck) == kUntidy);
  CHECK(bytes_of(good) == kTidy);
}

TEST_CASE("fmt never writes to the decks that came with pith unless they are named", "[cli]") {
  CommandLine pith;
  const auto shipped = pith.write("shipped/a.yaml", kUntidy);
  CHECK_THROWS_WITH(pith.run({"fmt"}), Contains("came with pith"));
  CHECK(bytes_of(shipped) == kUntidy);
}

TEST_CASE("fmt --ids writes the ids that items go by already", "[cli]") {
  CommandLine pith;
  const auto deck = pith.write("a.yaml", kUntidy);
  CHECK(pith.run({"fmt", "--ids", deck}) == 0);
  CHECK(bytes_of(deck) == "items:\n  - id: q-euxrbsbwcd\n    front: f  # mine\n    back: b\n");
}
