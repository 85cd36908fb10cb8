// A database whose writer is killed in the middle of a commit.
#pragma once

#include <csignal>
#include <cstdlib>
#include <filesystem>

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>
#include <sys/wait.h>
#include <unistd.h>

namespace pith::test {

/// Leaves the history with a hot rollback journal, as on a network file system, and with pages that
/// are no history without it.
inline void leave_half_written(const std::filesystem::path& file) {
  const pid_t writer = fork();
  if (writer == 0) {
    try {
      SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
      database.exec(
          "PRAGMA journal_mode = DELETE; PRAGMA foreign_keys = OFF; PRAGMA cache_size = 1; BEGIN;"
          "DROP TABLE answer_point; DROP TABLE answer; DROP TABLE event; CREATE TABLE filler (b);"
          "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 500) "
          "INSERT INTO filler SELECT randomblob(2000) FROM i");
      kill(getpid(), SIGKILL);
    } catch (const SQLite::Exception&) {  // told by the status
    }
    _exit(1);
  }
  int status = 0;
  REQUIRE(waitpid(writer, &status, 0) == writer);
  REQUIRE(WIFSIGNALED(status));
  REQUIRE(std::filesystem::file_size(file.string() + "-journal") > 0);
}

}  // namespace pith::test
