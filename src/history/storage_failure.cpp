#include "history/storage_failure.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace pith::history {

std::string not_to_be_opened(const std::string& file) {
  return fmt::format(
      "cannot open the history {}: check the rights of the file and its folder, or name another "
      "one with --db",
      file);
}

std::string not_to_be_written(const std::string& file) {
  return fmt::format(
      "cannot write to the history {}: check the rights of the file and its folder, or name "
      "another one with --db",
      file);
}

std::string in_use(const std::string& file) {
  return fmt::format("the history {} is held by another process; try again", file);
}

std::string moved_away(const std::string& file) {
  return fmt::format(
      "the history {} was moved, replaced or removed while it was open; what was to be saved is "
      "not in it",
      file);
}

std::string of_another_program(const std::string& file) {
  return fmt::format("{} is a database of another program; name another file with --db", file);
}

std::string half_written(const std::string& file) {
  return fmt::format(
      "the history {0} was left half written, and cannot be put right here: check the rights of "
      "the file and its folder, or copy it, together with {0}-journal, into a folder of yours",
      file);
}

bool is_full(const SQLite::Exception& problem) {
  return problem.getErrorCode() == SQLITE_FULL ||
         problem.getExtendedErrorCode() == SQLITE_IOERR_SHMSIZE;
}

bool is_half_written(const SQLite::Exception& problem) {
  const int code = problem.getExtendedErrorCode();
  const bool journal_stays = code == SQLITE_IOERR_DELETE;
  return code == SQLITE_READONLY_ROLLBACK || journal_stays;
}

std::string explain(const SQLite::Exception& problem, const std::string& file) {
  if (is_full(problem)) {
    return fmt::format("no room left for the history {}: free some space and try again", file);
  }
  if (problem.getExtendedErrorCode() == SQLITE_READONLY_DBMOVED) {
    return moved_away(file);
  }
  if (is_half_written(problem)) {
    return half_written(file);
  }
  switch (problem.getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return in_use(file);
    case SQLITE_READONLY:
      return not_to_be_written(file);
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return not_to_be_opened(file);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return fmt::format(
          "the history {} is damaged ({}); `pith doctor --repair` saves what can be read", file,
          problem.what());
    default:
      return fmt::format("the history {}: {}", file, problem.what());
  }
}

bool is_damage(const SQLite::Exception& problem) {
  return problem.getErrorCode() == SQLITE_CORRUPT || problem.getErrorCode() == SQLITE_NOTADB;
}

}  // namespace pith::history
