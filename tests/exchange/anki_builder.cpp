#include "exchange/anki_builder.h"

#include <cstring>

#include <SQLiteCpp/SQLiteCpp.h>
#include <nlohmann/json.hpp>
#include <sqlite3.h>
#include <zstd.h>

#include "exchange/anki/zip_archive.h"

namespace pith::test {
namespace {

using nlohmann::json;

std::string varint(std::uint64_t value) {
  std::string out;
  for (; value >= 0x80; value >>= 7U) {
    out += static_cast<char>((value & 0x7FU) | 0x80U);
  }
  return out + static_cast<char>(value);
}

std::string bytes_field(unsigned number, const std::string& bytes) {
  return varint(number << 3U | 2U) + varint(bytes.size()) + bytes;
}

std::string joined(const std::vector<std::string>& fields) {
  std::string text;
  for (const auto& field : fields) {
    text += (text.empty() && &field == fields.data() ? "" : "\x1F") + field;
  }
  return text;
}

template <typename... T>
void insert(SQLite::Database& database, const std::string& sql, const T&... values) {
  SQLite::Statement row(database, sql);
  int place = 0;
  (row.bind(++place, values), ...);
  row.exec();
}

void insert_blob(SQLite::Database& database, const std::string& sql, std::int64_t id, int ordinal,
                 const std::string& name, const std::string& config) {
  SQLite::Statement row(database, sql);
  row.bind(1, id);
  row.bind(2, ordinal);
  row.bind(3, name);
  row.bind(4, config.data(), static_cast<int>(config.size()));
  row.exec();
}

std::string floats(const std::vector<float>& values) {
  std::string bytes(values.size() * sizeof(float), '\0');
  if (!values.empty()) {
    std::memcpy(bytes.data(), values.data(), bytes.size());
  }
  return bytes;
}

/// Of Anki's DeckConfig.Config; what is 0 is not written.
std::string fields_of(const AnkiBuilder::Preset& preset) {
  const auto new_cards =
      preset.new_per_day > 0 ? varint(9U << 3U) + varint(preset.new_per_day) : std::string();
  return new_cards + varint(37U << 3U | 5U) +
         floats({static_cast<float>(preset.desired_retention)});
}

void add_modern_schema(SQLite::Database& database, const AnkiBuilder& from) {
  database.exec(
      "CREATE TABLE notetypes (id integer, unused integer, name text, config blob);"
      "CREATE TABLE fields (ntid integer, ord integer, name text, config blob);"
      "CREATE TABLE templates (ntid integer, ord integer, name text, config blob);"
      "CREATE TABLE decks (id integer, unused integer, name text, kind blob);"
      "CREATE TABLE deck_config (id integer, unused integer, name text, config blob);"
      "INSERT INTO col VALUES ('', '', '')");
  for (const auto& type : from.types) {
    const auto config = type.cloze ? varint(1U << 3U) + varint(1) : std::string();
    insert_blob(database, "INSERT INTO notetypes VALUES (?, ?, ?, ?)", type.id, 0, type.name,
                config);
    int ordinal = 0;
    for (const auto& field : type.fields) {
      insert_blob(database, "INSERT INTO fields VALUES (?, ?, ?, ?)", type.id, ordinal++, field,
                  "");
    }
    ordinal = 0;
    for (const auto& [question, answer] : type.templates) {
      insert_blob(database, "INSERT INTO templates VALUES (?, ?, ?, ?)", type.id, ordinal++, "card",
                  bytes_field(1, question) + bytes_field(2, answer));
    }
  }
  for (auto [id, name] : from.decks) {
    for (auto at = name.find("::"); at != std::string::npos; at = name.find("::")) {
      name.replace(at, 2, "\x1F");
    }
    const auto described = from.descriptions.find(id);
    insert_blob(database, "INSERT INTO decks VALUES (?, ?, ?, ?)", id, 0, name,
                described == from.descriptions.end()
                    ? std::string()
                    : bytes_field(1, bytes_field(4, described->second)));
  }
  insert_blob(database, "INSERT INTO deck_config VALUES (?, ?, ?, ?)", 1, 0, from.preset.name,
              bytes_field(6, floats(from.parameters)) + fields_of(from.preset));
}

void add_old_schema(SQLite::Database& database, const AnkiBuilder& from) {
  json models = json::object();
  for (const auto& type : from.types) {
    json fields = json::array();
    for (const auto& field : type.fields) {
      fields.push_back({{"name", field}});
    }
    json forms = json::array();
    for (const auto& [question, answer] : type.templates) {
      forms.push_back({{"name", "card"}, {"qfmt", question}, {"afmt", answer}});
    }
    models[std::to_string(type.id)] = {
        {"name", type.name}, {"type", type.cloze ? 1 : 0}, {"flds", fields}, {"tmpls", forms}};
  }
  json decks = json::object();
  for (const auto& [id, name] : from.decks) {
    decks[std::to_string(id)] = {{"name", name}};
    if (const auto described = from.descriptions.find(id); described != from.descriptions.end()) {
      decks[std::to_string(id)]["desc"] = described->second;
    }
  }
  const json options = {{"1",
                         {{"fsrsParams6", from.parameters},
                          {"name", from.preset.name},
                          {"desiredRetention", from.preset.desired_retention},
                          {"new", {{"perDay", from.preset.new_per_day}}}}}};
  insert(database, "INSERT INTO col VALUES (?, ?, ?)", models.dump(),
         from.old_decks.empty() ? decks.dump() : from.old_decks, options.dump());
}

}  // namespace

std::string zstd_compressed(const std::string& bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 1));
  return out;
}

std::string AnkiBuilder::collection(bool modern) const {
  SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  database.exec(
      "CREATE TABLE col (models text, decks text, dconf text);"
      "CREATE TABLE notes (id integer primary key, guid text, mid integer, tags text, flds text);"
      "CREATE TABLE cards (id integer primary key, nid integer, did integer, odid integer, "
      "ord integer, queue integer, mod integer, data text);"
      "CREATE TABLE revlog (id integer primary key, cid integer, ease integer, factor integer, "
      "time integer, type integer)");
  if (modern) {
    add_modern_schema(database, *this);
  } else {
    add_old_schema(database, *this);
  }
  for (const auto& note : notes) {
    insert(database, "INSERT INTO notes VALUES (?, ?, ?, ?, ?)", note.id, note.guid, note.type,
           note.tags, joined(note.fields));
  }
  for (const auto& card : cards) {
    insert(database, "INSERT INTO cards VALUES (?, ?, ?, 0, ?, ?, ?, ?)", card.id, card.note,
           card.deck, card.ordinal, card.queue, card.changed, card.data);
  }
  for (const auto& review : reviews) {
    insert(database, "INSERT INTO revlog VALUES (?, ?, ?, ?, ?, ?)", review.id, review.card,
           review.ease, review.factor, review.ms, review.kind);
  }
  database.exec(last_sql);
  sqlite3_int64 size = 0;
  auto* bytes = sqlite3_serialize(database.getHandle(), "main", &size, 0);
  std::string out(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  sqlite3_free(bytes);
  return out;
}

std::string AnkiBuilder::package(bool modern) const {
  exchange::ZipWriter zip;
  const auto database = collection(modern);
  if (modern) {
    zip.add("collection.anki2", "only a note that asks for a newer program");
  }
  zip.add(modern ? "collection.anki21b" : "collection.anki21",
          modern ? zstd_compressed(database) : database);
  json names = json::object();
  std::string map;
  for (const auto& [name, bytes] : media) {
    const auto entry = std::to_string(names.size());
    zip.add(entry, modern ? zstd_compressed(bytes) : bytes);
    names[entry] = name;
    map += bytes_field(1, bytes_field(1, name));
  }
  zip.add("media", modern ? zstd_compressed(map) : names.dump());
  return zip.finish();
}

AnkiBuilder small_collection() {
  AnkiBuilder builder;
  builder.types = {
      {1,
       "Basic",
       false,
       {"Front", "Back"},
       {{"{{Front}}", "{{FrontSide}}<hr id=answer>{{Back}}"}}},
      {2,
       "Basic (and reversed card)",
       false,
       {"Front", "Back"},
       {{"{{Front}}", "{{FrontSide}}<hr>{{Back}}"}, {"{{Back}}", "{{FrontSide}}<hr>{{Front}}"}}},
      {3,
       "Typed",
       false,
       {"Front", "Back", "Source"},
       {{"{{Front}}<br>{{type:Back}}", "{{Front}}<hr>{{type:Back}}"}}},
      {4,
       "Cloze",
       true,
       {"Text", "Back Extra"},
       {{"{{cloze:Text}}", "{{cloze:Text}}<br>{{Back Extra}}"}}}};
  builder.decks = {{1, "Default"}, {10, "Tea"}, {11, "Tea::Green::Asia"}, {12, "茶"}};
  builder.notes = {
      {100,
       "k{7(j",
       1,
       " leaf drink ",
       {"What is <b>tea</b>?", "<ul><li>a drink</li><li>a &lt;plant&gt;</li></ul>"}},
      {101, "two", 2, "", {"tea", "茶<br><img src=\"leaf.png\">"}},
      {102, "typed", 3, "", {"Boils at?", "100 °C", "a book"}},
      {103, "gaps", 4, "", {"{{c1::Tea::drink}} has {{c2::<i>caffeine</i>}}.", "really"}}};
  builder.cards = {{200, 100, 10, 0}, {201, 101, 11, 0}, {202, 101, 11, 1, -1},
                   {203, 102, 12, 0}, {204, 103, 10, 0}, {205, 103, 10, 1}};
  constexpr std::int64_t kDay = 86'400'000;
  const std::int64_t start = 1'700'000'000'000;
  builder.reviews = {{start, 200, 3, 0},
                     {start + 60'000, 200, 3, 0},
                     {start + 3 * kDay, 200, 1},
                     {start + 3 * kDay + 1000, 204, 4},
                     {start + 4 * kDay, 205, 2},
                     {start + 5 * kDay, 201, 3, 3, 0},
                     {start + 6 * kDay, 203, 0, 4, 0},
                     {start + 6 * kDay + 1, 203, 0, 4, 2500},
                     {start + 7 * kDay, 999, 3}};
  builder.media = {{"leaf.png", "PNG"}};
  builder.parameters = {0.5F, 1.25F};
  return builder;
}

}  // namespace pith::test
