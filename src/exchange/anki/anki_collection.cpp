#include "exchange/anki/anki_collection.h"

#include <algorithm>
#include <initializer_list>
#include <limits>
#include <optional>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include "base/error.h"
#include "exchange/anki/anki_settings.h"
#include "exchange/anki/protobuf.h"
#include "exchange/lines.h"
#include "text/bounded_json.h"
#include "text/utf8.h"

namespace pith::exchange {
namespace {

using nlohmann::json;

constexpr const char* kNoSettings = "the package's collection is damaged: its settings are no JSON";
constexpr std::int64_t kMostInt = std::numeric_limits<int>::max();
constexpr int kLongestValue = 64 << 20;  // bytes of one field of the database

/// Runs what reads the database; its complaints become ours.
template <typename F>
auto reading(F&& read) {
  try {
    return read();
  } catch (const SQLite::Exception& error) {
    throw InvalidInput(fmt::format("the package's collection is damaged: {}", error.what()));
  } catch (const json::exception&) {
    throw InvalidInput(kNoSettings);
  }
}

std::string text_of(const SQLite::Column& column) {
  return text::repair_utf8(column.getString());
}

/// Throws InvalidInput if it is none, or nests or counts beyond all measure.
json settings_from(const SQLite::Column& column) {
  auto parsed = text::parse_bounded_json(text_of(column));
  if (parsed.is_discarded()) {
    throw InvalidInput(kNoSettings);
  }
  return parsed;
}

std::string_view bytes_of(const SQLite::Column& column) {
  return {static_cast<const char*>(column.getBlob()), static_cast<std::size_t>(column.getBytes())};
}

std::vector<std::string> fields_of(std::string_view joined) {
  std::vector<std::string> fields;
  for (;;) {
    const auto end = joined.find('\x1F');
    fields.emplace_back(joined.substr(0, end));
    if (end == std::string_view::npos) {
      return fields;
    }
    joined.remove_prefix(end + 1);
  }
}

std::string with_double_colons(std::string name) {
  for (auto at = name.find('\x1F'); at != std::string::npos; at = name.find('\x1F', at)) {
    name.replace(at, 1, "::");
  }
  return name;
}

/// The first list that has something.
template <typename... Lists>
std::vector<double> first_of(Lists&&... lists) {
  std::vector<double> found;
  const auto take = [&](std::vector<double> list) {
    if (found.empty()) {
      found = std::move(list);
    }
  };
  (take(std::forward<Lists>(lists)), ...);
  return found;
}

std::vector<double> numbers(const json& object, const char* key) {
  const auto list = object.value(key, json::array());
  return list.is_array() ? list.get<std::vector<double>>() : std::vector<double>();
}

/// Throws InvalidInput unless all are tables: a view, or a virtual table, may have no end.
void require_tables(SQLite::Database& database, std::initializer_list<std::string_view> names) {
  SQLite::Statement found(database,
                          fmt::format("SELECT count(*) FROM sqlite_master WHERE type = 'table' "
                                      "AND name IN ('{}') AND sql NOT LIKE '%VIRTUAL%'",
                                      fmt::join(names, "', '")));
  if (!found.executeStep() || found.getColumn(0).getInt64() != std::ssize(names)) {
    throw InvalidInput("the package's collection is of no schema that pith knows");
  }
}

/// Schema 11: everything in one row, as JSON.
AnkiSchema schema_from_json(SQLite::Database& database) {
  AnkiSchema schema;
  SQLite::Statement row(database, "SELECT models, decks, dconf FROM col");
  if (!row.executeStep()) {
    return schema;
  }
  const auto models = settings_from(row.getColumn(0));
  const auto decks = settings_from(row.getColumn(1));
  const auto configurations = settings_from(row.getColumn(2));
  for (const auto& [id, model] : models.items()) {
    AnkiNoteType type;
    type.name = model.value("name", "");
    type.cloze = model.value("type", 0) == 1;
    for (const auto& field : model.value("flds", json::array())) {
      type.fields.push_back(field.value("name", ""));
    }
    for (const auto& each : model.value("tmpls", json::array())) {
      type.templates.push_back(
          {each.value("name", ""), each.value("qfmt", ""), each.value("afmt", "")});
    }
    schema.note_types.emplace(std::strtoll(id.c_str(), nullptr, 10), std::move(type));
  }
  for (const auto& [id, deck] : decks.items()) {
    const auto name = deck.value("name", "");
    schema.decks.emplace(std::strtoll(id.c_str(), nullptr, 10), name);
    schema.descriptions.emplace(name, description_from_json(deck));
  }
  for (const auto& [id, options] : configurations.items()) {
    schema.presets.push_back(preset_from_json(options));
    schema.parameters = first_of(std::move(schema.parameters), numbers(options, "fsrsParams6"),
                                 numbers(options, "fsrsParams5"), numbers(options, "fsrsWeights"));
  }
  return schema;
}

/// Schema 15 and later: tables, with settings in protobuf.
AnkiSchema schema_from_tables(SQLite::Database& database) {
  require_tables(database, {"notetypes", "fields", "templates", "decks", "deck_config"});
  AnkiSchema schema;
  for (SQLite::Statement row(database, "SELECT id, name, config FROM notetypes");
       row.executeStep();) {
    auto& type = schema.note_types[row.getColumn(0).getInt64()];
    type.name = text_of(row.getColumn(1));
    type.cloze = protobuf_value(bytes_of(row.getColumn(2)), 1) == 1;
  }
  for (SQLite::Statement row(database, "SELECT ntid, name FROM fields ORDER BY ntid, ord");
       row.executeStep();) {
    schema.note_types[row.getColumn(0).getInt64()].fields.push_back(text_of(row.getColumn(1)));
  }
  for (SQLite::Statement row(database,
                             "SELECT ntid, name, config FROM templates ORDER BY ntid, ord");
       row.executeStep();) {
    const auto config = bytes_of(row.getColumn(2));
    schema.note_types[row.getColumn(0).getInt64()].templates.push_back(
        {text_of(row.getColumn(1)), text::repair_utf8(protobuf_bytes(config, 1)),
         text::repair_utf8(protobuf_bytes(config, 2))});
  }
  for (SQLite::Statement row(database, "SELECT id, name, kind FROM decks"); row.executeStep();) {
    const auto name = with_double_colons(text_of(row.getColumn(1)));
    schema.decks.emplace(row.getColumn(0).getInt64(), name);
    schema.descriptions.emplace(name, description_from_protobuf(bytes_of(row.getColumn(2))));
  }
  for (SQLite::Statement row(database, "SELECT name, config FROM deck_config");
       row.executeStep();) {
    const auto config = bytes_of(row.getColumn(1));
    schema.presets.push_back(preset_from_protobuf(text_of(row.getColumn(0)), config));
    schema.parameters = first_of(std::move(schema.parameters), protobuf_floats(config, 6),
                                 protobuf_floats(config, 5), protobuf_floats(config, 3));
  }
  return schema;
}

/// Empty for what lies outside 1970 to 9999.
std::optional<memory::Instant> instant_at(std::int64_t seconds) {
  const auto latest = std::chrono::floor<std::chrono::seconds>(memory::kLatestInstant);
  return seconds >= 0 && seconds <= latest.time_since_epoch().count()
             ? std::optional(memory::Instant(std::chrono::seconds(seconds)))
             : std::nullopt;
}

AnkiCard card_from(SQLite::Statement& row, int first) {
  AnkiCard card;
  card.id = row.getColumn(first).getInt64();
  card.deck = row.getColumn(first + 1).getInt64();
  card.ordinal =
      static_cast<int>(std::clamp<std::int64_t>(row.getColumn(first + 2).getInt64(), -1, kMostInt));
  card.queue = row.getColumn(first + 3).getInt64();
  card.changed = instant_at(row.getColumn(first + 4).getInt64());
  card.data = text_of(row.getColumn(first + 5));
  return card;
}

}  // namespace

struct AnkiCollection::Content {
  explicit Content(std::string all) : bytes(std::move(all)), database(":memory:") {}
  std::string bytes;
  mutable SQLite::Database database;
};

AnkiCollection::AnkiCollection(std::string bytes)
    : content_(std::make_unique<Content>(std::move(bytes))) {
  auto& all = content_->bytes;
  constexpr std::size_t kHeader = 100;
  if (all.size() < kHeader || !all.starts_with("SQLite format 3")) {
    throw InvalidInput("the package's collection is no SQLite database");
  }
  all[18] = all[19] = 1;  // a database in memory has no write-ahead log
  auto* handle = content_->database.getHandle();
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, kLongestValue);
  const auto size = static_cast<sqlite3_int64>(all.size());
  // Read only: SQLite neither frees nor changes the bytes.
  sqlite3_deserialize(handle, "main", reinterpret_cast<unsigned char*>(all.data()), size, size,
                      SQLITE_DESERIALIZE_READONLY);
  reading([&] { require_tables(content_->database, {"col", "notes", "cards", "revlog"}); });
}

AnkiCollection::~AnkiCollection() = default;

AnkiSchema AnkiCollection::schema() const {
  return reading([&] {
    auto& database = content_->database;
    return database.tableExists("notetypes") ? schema_from_tables(database)
                                             : schema_from_json(database);
  });
}

std::size_t AnkiCollection::count(std::string_view table) const {
  return reading([&] {
    SQLite::Statement row(content_->database, fmt::format("SELECT count(*) FROM {}", table));
    return row.executeStep() ? static_cast<std::size_t>(row.getColumn(0).getInt64()) : 0;
  });
}

void AnkiCollection::for_each_note(const std::function<void(AnkiNote&&)>& take) const {
  reading([&] {
    SQLite::Statement row(
        content_->database,
        "SELECT n.id, guid, mid, tags, flds, c.id, CASE WHEN odid <> 0 THEN odid ELSE did END, "
        "ord, queue, c.mod, c.data FROM notes n LEFT JOIN cards c ON c.nid = n.id "
        "ORDER BY n.id, ord");
    std::optional<AnkiNote> note;
    while (row.executeStep()) {
      const auto id = row.getColumn(0).getInt64();
      if (!note || note->id != id) {
        if (note) {
          take(std::move(*note));
        }
        note = AnkiNote{id,
                        text_of(row.getColumn(1)),
                        row.getColumn(2).getInt64(),
                        text_of(row.getColumn(3)),
                        fields_of(text_of(row.getColumn(4))),
                        {}};
      }
      if (!row.getColumn(5).isNull()) {
        note->cards.push_back(card_from(row, 5));
      }
    }
    if (note) {
      take(std::move(*note));
    }
  });
}

void AnkiCollection::for_each_review(const std::function<void(const AnkiReview&)>& take) const {
  reading([&] {
    SQLite::Statement row(content_->database,
                          "SELECT id, cid, ease, factor, time, type FROM revlog ORDER BY id");
    while (row.executeStep()) {
      take({row.getColumn(0).getInt64(), row.getColumn(1).getInt64(), row.getColumn(2).getInt(),
            row.getColumn(3).getInt64(), row.getColumn(4).getInt64(), row.getColumn(5).getInt()});
    }
  });
}

}  // namespace pith::exchange
