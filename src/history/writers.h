// Under which ids this history has been written: a restored backup, or a copy that met the other
// one, goes on under a new one. Internal to this folder.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "history/database.h"

namespace pith::history {

/// What it wrote are the events of that device up to that number; what other files wrote under the
/// id may have come later.
struct Writer {
  Uuid device;
  std::int64_t last = 0;
};

/// The present one, then the former ones, the latest first.
[[nodiscard]] std::vector<Writer> writers_of(Database& database);

/// Makes the present writer a former one. If no event came since the last one became that, this one
/// wrote nothing, and that one stays.
constexpr std::string_view kKeepWriter =
    "INSERT OR IGNORE INTO about (key, value) "
    "SELECT 'written until ' || (SELECT coalesce(max(n), 0) FROM event), value "
    "FROM about WHERE key = 'device'";

}  // namespace pith::history
