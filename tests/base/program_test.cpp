#include "base/program.h"

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/bytes_of.h"
#include "support/temporary_folder.h"

using pith::base::Program;
using pith::base::status_at_end;

namespace {

/// What a program printed, and how it ended.
struct Outcome {
  std::string printed;
  int status = -1;
};

Outcome outcome_of(std::vector<std::string> words, const std::string& variable) {
  const pith::test::TemporaryFolder folder;
  const auto file = (folder.path() / "printed").string();
  Program program(std::move(words));
  std::ofstream(file).flush();
  program.open(STDOUT_FILENO, file, O_WRONLY | O_APPEND);
  program.suggest_variable(variable);
  const auto process = program.start();
  REQUIRE(process);
  const auto status = status_at_end(*process);
  REQUIRE(status);
  REQUIRE(WIFEXITED(*status));
  return {pith::test::bytes_of(file), WEXITSTATUS(*status)};
}

}  // namespace

TEST_CASE("a program gets its words as they are, and its status is known at its end", "[base]") {
  const auto ran =
      outcome_of({"sh", "-c", "printf '%s|' \"$@\"; exit 3", "sh", "a b", "$HOME", ""}, "A=b");
  CHECK(ran.printed == "a b|$HOME||");
  CHECK(ran.status == 3);
}

TEST_CASE("a variable is suggested to a program, not forced on it", "[base]") {
  const std::vector<std::string> show = {"sh", "-c", "printf '%s' \"$PITH_SUGGESTED\""};
  CHECK(outcome_of(show, "PITH_SUGGESTED=ours").printed == "ours");
  ::setenv("PITH_SUGGESTED", "theirs", 1);
  CHECK(outcome_of(show, "PITH_SUGGESTED=ours").printed == "theirs");
  ::unsetenv("PITH_SUGGESTED");
}

TEST_CASE("what is no program is not started", "[base]") {
  CHECK_FALSE(Program({"/no/such/program"}).start());
  CHECK_FALSE(Program({}).start());
}
