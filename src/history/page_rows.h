// The rows on the pages of an SQLite file, whatever still leads to those pages. Pure: any bytes
// will do, and what is no row is passed over. Internal to this folder.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace pith::history {

struct Blob {
  std::string bytes;
};

/// Of a row; std::monostate stands for NULL.
using Field = std::variant<std::monostate, std::int64_t, double, std::string, Blob>;

struct PageRow {
  std::optional<std::int64_t> rowid;  ///< Empty in an index, and in a table without such numbers.
  std::vector<Field> fields;
};

/// Tells of the rows of every page in turn, as long as they take no more bytes together than a
/// few times the file.
void for_each_row(std::string_view file, const std::function<void(const PageRow&)>& take);

/// The number of a table's last row.
struct LastRow {
  std::int64_t number = 0;  ///< 0 if there is no row.
  bool certain = false;     ///< Else what leads to it is damaged, and it may be higher.
};

/// Of the table whose first page is `root`, counted from 1.
[[nodiscard]] LastRow last_row(std::string_view file, std::size_t root);

}  // namespace pith::history
