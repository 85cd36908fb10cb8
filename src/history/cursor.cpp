#include "history/cursor.h"

#include <algorithm>

#include "history/storage_failure.h"

namespace pith::history {

Cursor::~Cursor() {
  if (statement_ != nullptr) {
    statement_->tryReset();
  }
}

Cursor& Cursor::bind(std::int64_t value) {
  statement_->bind(++bound_, value);
  return *this;
}

Cursor& Cursor::bind(double value) {
  statement_->bind(++bound_, value);
  return *this;
}

Cursor& Cursor::bind(std::string_view value) {
  statement_->bind(++bound_, std::string(value));
  return *this;
}

Cursor& Cursor::bind(const Uuid& value) {
  statement_->bind(++bound_, value.bytes.data(), static_cast<int>(value.bytes.size()));
  return *this;
}

Cursor& Cursor::bind_null() {
  statement_->bind(++bound_);
  return *this;
}

bool Cursor::next() {
  return guarded(*file_, [&] { return statement_->executeStep(); });
}

bool Cursor::null(int column) const {
  return statement_->isColumnNull(column);
}

std::int64_t Cursor::integer(int column) const {
  return statement_->getColumn(column).getInt64();
}

double Cursor::real(int column) const {
  return statement_->getColumn(column).getDouble();
}

std::string Cursor::text(int column) const {
  return statement_->getColumn(column).getString();
}

Uuid Cursor::uuid(int column) const {
  const SQLite::Column value = statement_->getColumn(column);
  Uuid id;
  if (static_cast<std::size_t>(value.getBytes()) == id.bytes.size()) {
    const auto* bytes = static_cast<const std::uint8_t*>(value.getBlob());
    std::copy_n(bytes, id.bytes.size(), id.bytes.begin());
  }
  return id;
}

memory::StudyDay Cursor::day(int column) const {
  return memory::day_numbered(static_cast<int>(integer(column)));
}

std::optional<memory::StudyDay> Cursor::optional_day(int column) const {
  return null(column) ? std::nullopt : std::optional(day(column));
}

}  // namespace pith::history
