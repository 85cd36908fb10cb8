#include "history/writers.h"

#include <limits>

namespace pith::history {

std::vector<Writer> writers_of(Database& database) {
  std::vector<Writer> writers = {{database.device(), std::numeric_limits<std::int64_t>::max()}};
  Cursor former = database.query(
      "SELECT value, CAST(substr(key, length('written until ') + 1) AS INTEGER) FROM about "
      "WHERE key LIKE 'written until %' ORDER BY 2 DESC");
  while (former.next()) {
    writers.push_back({former.uuid(0), former.integer(1)});
  }
  return writers;
}

}  // namespace pith::history
