// A statement that reads millions of rows: Cursor costs more a column than SQLite does itself.
// Internal to this folder.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <string_view>

#include <sqlite3.h>

#include "history/database.h"
#include "history/replay.h"
#include "history/storage_failure.h"

namespace pith::history {

class Rows {
 public:
  /// With its parameters ?1, ?2 and so on. Throws StorageError, as `next` does.
  Rows(Database& database, const char* sql, std::initializer_list<std::int64_t> values = {})
      : database_(database) {
    check(sqlite3_prepare_v2(database.raw().getHandle(), sql, -1, &statement_, nullptr));
    int place = 0;
    for (const auto value : values) {
      check(sqlite3_bind_int64(statement_, ++place, value));
    }
  }
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;
  ~Rows() { sqlite3_finalize(statement_); }

  bool next() {
    const int code = sqlite3_step(statement_);
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
      check(code);
    }
    return code == SQLITE_ROW;
  }
  [[nodiscard]] std::int64_t integer(int column) const {
    return sqlite3_column_int64(statement_, column);
  }
  [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
  [[nodiscard]] double real(int column) const { return sqlite3_column_double(statement_, column); }
  /// Bytes of a text or blob, until the next row.
  [[nodiscard]] std::string_view bytes(int column) const {
    const auto* begin = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    const auto size = sqlite3_column_bytes(statement_, column);
    return begin == nullptr ? std::string_view()
                            : std::string_view(begin, static_cast<std::size_t>(size));
  }
  [[nodiscard]] Uuid uuid(int column) const {
    Uuid id;
    const auto blob = bytes(column);
    std::copy_n(blob.begin(), std::min(blob.size(), id.bytes.size()), id.bytes.begin());
    return id;
  }
  /// Study day, time and id in three columns from `column`.
  [[nodiscard]] Key key(int column) const {
    return {memory::day_numbered(static_cast<int>(integer(column))),
            memory::Instant{std::chrono::milliseconds{integer(column + 1)}}, uuid(column + 2)};
  }

 private:
  void check(int code) const {
    if (code != SQLITE_OK) {
      guarded(database_.file(),
              [&] { throw SQLite::Exception(database_.raw().getHandle(), code); });
    }
  }

  Database& database_;
  sqlite3_stmt* statement_ = nullptr;
};

}  // namespace pith::history
