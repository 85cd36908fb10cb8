#include "history/page_salvage.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/read_all.h"
#include "history/database.h"
#include "history/log_rows.h"
#include "history/page_rows.h"
#include "history/salvaged_events.h"
#include "history/write_ahead.h"

namespace pith::history {
namespace {

constexpr std::size_t kLargestFile = std::size_t{4} << 30U;

/// How rows of a table look on a page, a letter a field: i integer, r real or integer, t text,
/// b id, - NULL (where the row's number belongs); a capital may be NULL.
struct Look {
  bool numbered = false;  ///< With a row number.
  std::string_view fields;
  std::string_view sql;  ///< Takes such a row.
};

/// Of the log. Where tables look alike a row goes to each: the kind of its event says which counts.
constexpr std::array kLooks = std::to_array<Look>({
    {true, "-bbiiiiti", "INSERT OR IGNORE INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"},
    {true, "-tt", "INSERT OR IGNORE INTO item VALUES (?, ?, ?)"},
    {true, "-btiiiiirittttt",
     "INSERT OR IGNORE INTO answer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"},
    {false, "iitrttirrII",
     "INSERT OR IGNORE INTO answer_point VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"},
    {true, "-b", "INSERT OR IGNORE INTO retraction VALUES (?, ?)"},
    {true, "-b", "INSERT OR IGNORE INTO redaction VALUES (?, ?)"},
    {true, "-tttttt", "INSERT OR IGNORE INTO alias VALUES (?, ?, ?, ?, ?, ?, ?)"},
    {true, "-itttB", "INSERT OR IGNORE INTO wording VALUES (?, ?, ?, ?, ?, ?)"},
    {true, "-tIIi", "INSERT OR IGNORE INTO parameters VALUES (?, ?, ?, ?, ?)"},
    {true, "-itiI", "INSERT OR IGNORE INTO control VALUES (?, ?, ?, ?, ?)"},
    {false, "tt", "INSERT OR IGNORE INTO content VALUES (?, ?)"},
    {false, "titt", "INSERT OR IGNORE INTO content_point VALUES (?, ?, ?, ?)"},
});

/// An index has the names of items as well, and the numbers; another has those of renamed ones,
/// with the numbers of their events.
constexpr std::string_view kNamesLook = "tti";
constexpr std::string_view kTakeName =
    "INSERT OR IGNORE INTO item (deck, item, n) SELECT ?1, ?2, ?3 WHERE NOT EXISTS ("
    "SELECT 1 FROM event LEFT JOIN alias ON alias.event = event.n "
    "WHERE event.n = ?3 AND event.kind = 'alias' AND (alias.event IS NULL "
    "OR (alias.from_deck = ?1 AND alias.from_item = ?2) "
    "OR (alias.to_deck = ?1 AND alias.to_item = ?2)))";

/// Rows of indexes that end with the number of an event.
constexpr std::array<std::string_view, 3> kNumberLooks = {"bi", "bii", "iibi"};

/// Where the log begins: its table is the first of the schema.
constexpr std::size_t kEventRoot = 2;

bool is_id(const Field& field) {
  const auto* blob = std::get_if<Blob>(&field);
  return blob != nullptr && blob->bytes.size() == Uuid{}.bytes.size();
}

bool fits(char letter, const Field& field) {
  switch (letter) {
    case 'i':
      return std::holds_alternative<std::int64_t>(field);
    case 'r':
      return std::holds_alternative<std::int64_t>(field) || std::holds_alternative<double>(field);
    case 't':
      return std::holds_alternative<std::string>(field);
    case 'b':
      return is_id(field);
    case 'I':
      return std::holds_alternative<std::monostate>(field) || fits('i', field);
    case 'B':
      return std::holds_alternative<std::monostate>(field) || fits('b', field);
    default:
      return std::holds_alternative<std::monostate>(field);
  }
}

bool looks(const PageRow& row, bool numbered, std::string_view fields) {
  return row.rowid.has_value() == numbered &&
         std::ranges::equal(fields, row.fields, [](char a, const Field& b) { return fits(a, b); });
}

void bind(Cursor& cursor, const Field& field) {
  if (const auto* text = std::get_if<std::string>(&field)) {
    cursor.bind(*text);
  } else if (const auto* integer = std::get_if<std::int64_t>(&field)) {
    cursor.bind(*integer);
  } else if (const auto* real = std::get_if<double>(&field)) {
    cursor.bind(*real);
  } else if (const auto* blob = std::get_if<Blob>(&field)) {
    Uuid id;
    std::ranges::copy(blob->bytes, id.bytes.begin());
    cursor.bind(id);
  } else {
    cursor.bind_null();
  }
}

/// A row that its table does not take is none of it.
void insert(Database& database, std::string_view sql, const PageRow& row) {
  static_cast<void>(if_readable([&] {
    Cursor cursor = database.query(sql);
    for (const auto& field : row.fields) {
      if (row.rowid && &field == row.fields.data()) {
        cursor.bind(*row.rowid);
      } else {
        bind(cursor, field);
      }
    }
    cursor.run();
    return true;
  }));
}

/// The number of the event that a row of an index is about; 0 if it is another row.
std::int64_t number_in(const PageRow& row) {
  const bool numbers = std::ranges::any_of(
      kNumberLooks, [&](std::string_view fields) { return looks(row, false, fields); });
  return numbers ? std::get<std::int64_t>(row.fields.back()) : 0;
}

/// How many events there were, as far as the pages tell; none has a number above `most`.
LastRow last_event(std::string_view pages, std::int64_t most) {
  auto last = last_row(pages, kEventRoot);
  if (last.number < 0 || last.number > most) {
    last = {};
  }
  for_each_row(pages, [&](const PageRow& row) {
    if (const auto number = number_in(row); number <= most && number > last.number) {
      last = {number, false};
    }
  });
  return last;
}

/// A history in memory with all rows of the log that are on the pages.
std::unique_ptr<Database> history_on(std::string_view pages) {
  DatabaseOptions options;
  options.read_only = true;
  auto database = std::make_unique<Database>("", options);  // no file of that name: in memory
  database->execute("PRAGMA foreign_keys = OFF");
  std::vector<PageRow> names;
  for_each_row(pages, [&](const PageRow& row) {
    for (const auto& look : kLooks) {
      if (looks(row, look.numbered, look.fields)) {
        insert(*database, look.sql, row);
      }
    }
    if (looks(row, false, kNamesLook)) {
      names.push_back(row);
    }
  });
  for (const auto& row : names) {
    insert(*database, kTakeName, row);
  }
  return database;
}

/// An answer with none of its points says nothing.
bool is_answered(const Event& event) {
  const auto* answer = std::get_if<Answer>(&event.body);
  return answer == nullptr || !answer->points.empty();
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return base::read_all(in, kLargestFile).value_or("");
}

}  // namespace

Salvage salvage_pages(const std::filesystem::path& damaged, History& into) {
  const auto pages = with_log(bytes_of(damaged), bytes_of(damaged.string() + "-wal"));
  const auto database = history_on(pages);
  const auto most = static_cast<std::int64_t>(pages.size());  // an event takes more than a byte
  std::vector<std::int64_t> numbers;
  {
    Cursor row = database->query("SELECT n FROM event WHERE n BETWEEN 1 AND ? ORDER BY n");
    row.bind(most);
    while (row.next()) {
      numbers.push_back(row.integer(0));
    }
  }
  SalvagedEvents events(*database, into);
  std::size_t found = 0;
  for (const auto number : numbers) {
    auto event = if_readable([&] { return read_event(*database, number); });
    if (event && is_plausible(*event) && is_answered(*event)) {
      events.add(*std::move(event));
      ++found;
    }
  }
  events.flush();
  const auto last = last_event(pages, most);
  const auto seen = numbers.empty() ? 0 : numbers.back();
  const auto known = static_cast<std::size_t>(std::max(seen, last.number));
  return {.kept = events.kept,
          .lost = known - found,
          .known = known,
          .end_known = last.certain && last.number >= seen,
          .readable = found > 0};
}

}  // namespace pith::history
