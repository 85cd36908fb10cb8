#include "history/file_at_rest.h"

#include <filesystem>
#include <system_error>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "base/regular_file.h"
#include "history/companions.h"

namespace pith::history {

std::string unchanging(const std::string& file) {
  std::string uri = "file://";  // of no host: what follows is a path though it begin with //
  for (const char c : std::filesystem::absolute(file).string()) {
    const bool has_a_meaning = c == '%' || c == '?' || c == '#';
    uri += has_a_meaning ? fmt::format("%{:02X}", static_cast<int>(c)) : std::string(1, c);
  }
  return uri + "?immutable=1";
}

bool is_whole_by_itself(const std::string& file) {
  std::error_code error;
  const auto meant = std::filesystem::canonical(file, error);  // SQLite writes beside that
  return !error && base::is_empty_or_absent(beside(meant, "-wal")) &&
         base::is_empty_or_absent(beside(meant, "-journal"));
}

bool is_foreign(const std::string& file) {
  try {
    SQLite::Database database(unchanging(file), SQLite::OPEN_READONLY | SQLite::OPEN_URI);
    return database.execAndGet("PRAGMA application_id").getInt() != kApplicationId &&
           database.execAndGet(
                       "SELECT count(*) > 0 AND total(name = 'answer_point') = 0 "
                       "FROM sqlite_schema")
                   .getInt() != 0;
  } catch (const SQLite::Exception&) {
    return false;  // whatever it is, it may be a history that is damaged or out of reach
  }
}

}  // namespace pith::history
