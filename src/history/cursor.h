// A statement that is run: values bound, rows read. Internal to this folder.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <SQLiteCpp/SQLiteCpp.h>

#include "history/uuid7.h"
#include "memory/study_day.h"

namespace pith::history {

/// One run of a statement. Binds by order, steps, and sets the statement back when it ends.
class Cursor {
 public:
  Cursor(SQLite::Statement& statement, const std::string& file)
      : statement_(&statement), file_(&file) {}
  Cursor(Cursor&& other) noexcept
      : statement_(std::exchange(other.statement_, nullptr)),
        file_(other.file_),
        bound_(other.bound_) {}
  Cursor(const Cursor&) = delete;
  Cursor& operator=(const Cursor&) = delete;
  ~Cursor();

  Cursor& bind(std::int64_t value);
  Cursor& bind(int value) { return bind(std::int64_t{value}); }
  Cursor& bind(bool value) { return bind(std::int64_t{value ? 1 : 0}); }
  Cursor& bind(double value);
  Cursor& bind(std::string_view value);
  Cursor& bind(const std::string& value) { return bind(std::string_view{value}); }
  Cursor& bind(const char* value) { return bind(std::string_view{value}); }
  Cursor& bind(const Uuid& value);
  Cursor& bind(memory::StudyDay value) { return bind(memory::day_number(value)); }
  Cursor& bind(memory::Instant value) {
    return bind(std::int64_t{value.time_since_epoch().count()});
  }
  template <typename T>
  Cursor& bind(const std::optional<T>& value) {
    return value ? bind(*value) : bind_null();
  }
  Cursor& bind_null();
  template <typename... T>
  Cursor& with(const T&... values) {
    (bind(values), ...);
    return *this;
  }

  /// Moves to the next row; false behind the last. Throws StorageError.
  bool next();
  /// Runs a statement that gives no rows. Throws StorageError.
  void run() {
    while (next()) {
    }
  }

  [[nodiscard]] bool null(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] Uuid uuid(int column) const;
  [[nodiscard]] memory::StudyDay day(int column) const;
  [[nodiscard]] std::optional<memory::StudyDay> optional_day(int column) const;

 private:
  SQLite::Statement* statement_;
  const std::string* file_;
  int bound_ = 0;
};

}  // namespace pith::history
