#include "history/companions.h"

#include <unistd.h>

namespace pith::history {

std::filesystem::path beside(std::filesystem::path database, std::string_view suffix) {
  return database += suffix;
}

void remove_with_companions(const std::filesystem::path& database) {
  ::unlink(database.c_str());
  for (const auto suffix : kCompanions) {
    ::unlink(beside(database, suffix).c_str());
  }
}

}  // namespace pith::history
