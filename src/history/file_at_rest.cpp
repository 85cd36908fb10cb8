#include "history/file_at_rest.h"

#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "base/regular_file.h"
#include "history/companions.h"

namespace pith::history {

std::string unchanging(const std::string& file) {
  std::string uri = "file:";
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

}  // namespace pith::history
