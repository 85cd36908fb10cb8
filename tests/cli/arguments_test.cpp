#include "cli/arguments.h"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using pith::cli::for_parser;
using Words = std::vector<std::string>;

namespace {

Words prepared(Words words) {
  pith::cli::GlobalOptions globals;
  CLI::App app;
  pith::cli::add_global_options(app, globals);
  app.add_subcommand("review");
  app.add_subcommand("list");
  auto result = for_parser(std::move(words), app);
  std::reverse(result.begin(), result.end());
  return result;
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
