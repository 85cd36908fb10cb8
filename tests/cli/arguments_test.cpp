#include "cli/arguments.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

using pith::cli::with_review;
using Words = std::vector<std::string>;

namespace {

Words prepared(Words words) {
  pith::cli::GlobalOptions globals;
  const pith::cli::ArgumentParser parser("pith", "");
  auto program = parser.program();
  pith::cli::add_global_options(program, globals);
  program.add_command("review", "");
  program.add_command("list", "");
  return with_review(std::move(words), program);
}

}  // namespace

TEST_CASE("review is what happens where no command is named", "[cli]") {
  CHECK(prepared({}) == Words{"review"});
  CHECK(prepared({"ai-startup"}) == Words{"review", "ai-startup"});
  CHECK(prepared({"--db", "x.db", "ai-startup"}) == Words{"--db", "x.db", "review", "ai-startup"});
  CHECK(prepared({"--db=x.db"}) == Words{"--db=x.db", "review"});
  CHECK(prepared({"--json"}) == Words{"review", "--json"});
}

TEST_CASE("a named command and a call for help stay as they are", "[cli]") {
  const auto words = GENERATE(values<Words>({{"list"},
                                             {"--now", "2026-12-01", "list"},
                                             {"--help"},
                                             {"--db", "review", "list", "--json"},
                                             {"--version"}}));
  CHECK(prepared(words) == words);
}
