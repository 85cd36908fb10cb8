#include "exchange/anki/anki_import.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "base/error.h"
#include "exchange/anki/anki_package.h"
#include "exchange/anki/zip_archive.h"
#include "exchange/anki/zstd_bytes.h"
#include "exchange/anki_builder.h"
#include "exchange/results.h"
#include "exchange/sync/imported_events.h"

using namespace pith;
using Catch::Matchers::Contains;
using test::AnkiBuilder;
using test::items_of;
using test::said;
using test::Texts;

namespace {

exchange::Imported read(const std::string& bytes) {
  return exchange::read_anki({"tea.apkg", bytes});
}

/// What went wrong with a package; empty if nothing did.
std::string complaint(const std::string& bytes) {
  try {
    static_cast<void>(read(bytes));
  } catch (const InvalidInput& error) {
    return error.what();
  }
  return "";
}

history::When utc(memory::Instant time) {
  return {time, {}, memory::study_day(time, std::chrono::seconds{0})};
}

std::vector<history::Event> events_of(const exchange::Imported& result) {
  std::vector<history::Event> events;
  exchange::for_each_event(
      *result.history, result.decks, utc, [](const deck::Item& item) { return item.id; },
      [&](history::Event event) { events.push_back(std::move(event)); });
  return events;
}

/// `deck/item points rating flags` of an answer; the kind of any other event.
std::string shown(const history::Event& event) {
  const auto* answer = std::get_if<history::Answer>(&event.body);
  if (answer == nullptr) {
    return std::string(kind_of(event.body));
  }
  auto text = history::full_id(answer->item);
  for (const auto& point : answer->points) {
    text += " " + point.id + "=" + std::string(memory::name_of(point.rating));
  }
  return text + (answer->relearning ? " again" : "") + (answer->scheduled ? "" : " unscheduled");
}

/// A package whose database is these bytes.
std::string package_of(const std::string& entry, const std::string& database) {
  exchange::ZipWriter zip;
  zip.add(entry, database);
  zip.add("media", "{}");
  return zip.finish();
}

}  // namespace

TEST_CASE("notes of every kind come in, from the old layout and the present one", "[exchange]") {
  const bool modern = GENERATE(false, true);
  CAPTURE(modern);
  const auto package = test::small_collection().package(modern);
  const auto result = read(package);

  CHECK(items_of(result) == Texts{"What is **tea**? | - a drink\n- a <plant>",
                                  "tea | 茶\n![](tea.media/leaf.png)",
                                  "茶\n![](tea.media/leaf.png) | tea",
                                  "[drink] has […]. | Tea | *caffeine*", "Boils at? | 100 °C"});
  REQUIRE(result.decks.size() == 2);
  CHECK(result.decks[0].title == "Tea");
  CHECK(result.decks[0].id == "tea");
  CHECK(result.decks[1].title == "茶");
  CHECK(result.decks[1].id == "tea-2");
  const auto& items = result.decks[0].items;
  CHECK(items[0].id == "anki-k-7b7-28j");
  CHECK(items[0].tags == Texts{"leaf", "drink"});
  CHECK(items[1].tags == Texts{"Green::Asia"});
  CHECK(items[2].id == "anki-two-reversed");
  CHECK(items[3].explanation == "really");
  CHECK(result.decks[1].items[0].kind == deck::Kind::short_answer);
  CHECK(result.decks[1].items[0].explanation == "Source: a book");
  REQUIRE(result.media.size() == 1);
  CHECK(result.media[0].name == "leaf.png");
  CHECK(result.media[0].bytes() == "PNG");
  CHECK(result.history->parameters == std::vector<double>{0.5, 1.25});
  CHECK(said(result.left_out) ==
        Texts{"reviews: 1 of cards that are not taken", "reviews: 1 that only moved a due date"});
}

TEST_CASE("of three cards of a note the one that mirrors the first is its other direction",
          "[exchange]") {
  AnkiBuilder builder;
  builder.types = {{1,
                    "Vocabulary",
                    false,
                    {"Word", "Meaning", "Sound"},
                    {{"{{Word}}", "{{Meaning}}"},
                     {"{{Word}} aloud?", "{{Sound}}"},
                     {"{{Meaning}}", "{{Word}}"}}}};
  builder.decks = {{10, "Tea"}};
  builder.notes = {{100, "tea", 1, "", {"tea", "茶", "tee"}}};
  builder.cards = {{200, 100, 10, 0}, {201, 100, 10, 1}, {202, 100, 10, 2}};

  const auto result = read(builder.package(true));

  REQUIRE(result.decks.size() == 1);
  CHECK(items_of(result) == Texts{"tea | 茶", "tea aloud? | tee", "茶 | tea"});
  CHECK(result.decks[0].items[1].id == "anki-tea-2");
  CHECK(result.decks[0].items[2].id == "anki-tea-reversed");
}

TEST_CASE("a deck's description comes in as text, if anybody could have written it", "[exchange]") {
  const bool modern = GENERATE(false, true);
  CAPTURE(modern);
  auto builder = test::small_collection();
  builder.descriptions = {{10, "All of <b>tea</b>.<br>By A &amp; B\x1b[2J"},
                          {12, std::string(100'001, 'x')}};
  const auto result = read(builder.package(modern));

  CHECK(result.decks[0].description == "All of **tea**.\nBy A & B[2J");
  CHECK(result.decks[1].description.empty());
}

TEST_CASE("the parts of a deck too large for a file take no other deck's id", "[exchange]") {
  AnkiBuilder builder;
  builder.types = test::small_collection().types;
  builder.decks = {{10, "Foo"}, {11, "Foo 2"}};
  for (int i = 0; i < 90; ++i) {
    const auto front = "front " + std::to_string(i);
    builder.notes.push_back(
        {100 + i, front, 1, "", {front, std::string(100'000, static_cast<char>('a' + i % 26))}});
    builder.cards.push_back({1000 + i, 100 + i, 10, 0});
    builder.reviews.push_back({1'700'000'000'000 + i, 1000 + i, 3});
  }
  builder.notes.push_back({500, "other", 1, "", {"other", "back"}});
  builder.cards.push_back({5000, 500, 11, 0});
  const auto result = read(builder.package(true));

  Texts ids;
  for (const auto& deck : result.decks) {
    ids.push_back(deck.id);
  }
  CHECK(ids == Texts{"foo", "foo-3", "foo-2"});
  const auto& cards = result.history->cards;
  CHECK(std::ranges::count(cards, "foo-2", [](const auto& card) { return card.item.deck; }) == 1);
  CHECK(cards.size() == 91);
}

TEST_CASE("reviews become events that are the same on every import", "[exchange]") {
  const auto package = test::small_collection().package(true);
  const auto result = read(package);
  const auto events = events_of(result);

  Texts texts;
  for (const auto& event : events) {
    texts.push_back(shown(event));
  }
  CHECK(result.history->reviews == 7);
  CHECK(texts == Texts{"tea/anki-k-7b7-28j back=good", "tea/anki-k-7b7-28j back=good again",
                       "tea/anki-k-7b7-28j back=again", "tea/anki-gaps c1=easy",
                       "tea/anki-gaps c2=hard", "tea/anki-two back=good unscheduled", "reset",
                       "suspension"});
  CHECK(std::get<history::Suspension>(events.back().body).item.item == "anki-two-reversed");
  CHECK(std::get<history::Answer>(events[0].body).seconds == 4.0);
  const auto again = events_of(read(package));
  REQUIRE(again.size() == events.size());
  for (std::size_t i = 0; i < events.size(); ++i) {
    CHECK(again[i].stamp.id == events[i].stamp.id);
  }
}

TEST_CASE("reviews and suspensions outside the years 1970 to 9999 are left out, and named",
          "[exchange]") {
  constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
  const std::int64_t latest = memory::kLatestInstant.time_since_epoch().count();
  auto builder = test::small_collection();
  builder.reviews = {{-1, 200, 3},
                     {latest, 200, 3},
                     {latest + 1, 200, 3},
                     {9'000'000'000'000'000, 200, 3},
                     {kMost, 200, 3}};
  builder.cards[0] = {200, 100, 10, 0, -1, {}, -1};
  builder.cards[1] = {201, 101, 11, 0, -1, {}, latest / 1000 + 1};
  builder.cards[2] = {202, 101, 11, 1, -1, {}, kMost};
  builder.cards[3] = {203, 102, 12, 0, -1, {}, latest / 1000};
  const auto package = builder.package(true);
  const auto result = read(package);

  Texts texts;
  for (const auto& event : events_of(result)) {
    CHECK(event.stamp.when.time <= memory::kLatestInstant);
    texts.push_back(shown(event));
  }
  CHECK(result.history->reviews == 1);
  CHECK(texts == Texts{"tea/anki-k-7b7-28j back=good", "suspension"});
  CHECK(said(result.left_out) == Texts{"reviews: 4 at a time outside the years 1970 to 9999",
                                       "cards: 3 suspended outside the years 1970 to 9999"});
}

TEST_CASE("what a note cannot give is named", "[exchange]") {
  auto builder = test::small_collection();
  builder.types.push_back({5, "Wide", false, {"A", "B", "C", "D"}, {{"{{A}}", "{{B}}"}}});
  builder.notes = {{1, "occlusion", 4, "", {"{{c1::image-occlusion:rect:left=.1}}", ""}},
                   {2, "nested", 4, "", {"{{c1::a {{c2::b}}}}", ""}},
                   {3, "no-type", 77, "", {"x", "y"}},
                   {4, "no-cards", 1, "", {"x", "y"}},
                   {5, "blank", 1, "", {"<div> </div>", "y"}},
                   {6, "wide", 5, "", {"a\x07", "b", "c", "<script>evil()</script>d"}}};
  builder.cards = {{1, 1, 10, 0}, {2, 2, 10, 0}, {3, 3, 10, 0}, {5, 5, 10, 0}, {6, 6, 10, 0}};
  builder.reviews.clear();
  const auto result = read(builder.package(true));
  CHECK(items_of(result) == Texts{"a | b"});
  CHECK(result.decks[0].items[0].explanation == "C: c\n\nD: d");
  CHECK(said(result.left_out) ==
        Texts{"note 1: parts of a picture cannot be asked in a terminal",
              "note 2: a gap stands inside another gap: {{c1::a {{c2::b}}}}",
              "note 3: its note type is missing: x", "note 4: the note has no cards: x",
              "note 5: the front is empty"});
  CHECK(said(result.changed) == Texts{"note 6: control characters were dropped: a",
                                      "note 6: scripts or frames were dropped: d"});
}

TEST_CASE("a back that is a picture without a name is not called empty", "[exchange]") {
  auto builder = test::small_collection();
  builder.types = {{1, "Basic", false, {"Front", "Back"}, {{"{{Front}}", "{{Back}}"}}}};
  builder.notes = {{1, "one", 1, "", {"Which leaf?", "<img src=\"\">"}},
                   {2, "two", 1, "", {"And this?", "<img src=\"leaf.png\">"}}};
  builder.cards = {{1, 1, 10, 0}, {2, 2, 10, 0}};
  builder.reviews.clear();
  const auto result = read(builder.package(true));
  CHECK(said(result.left_out) ==
        Texts{"note 1: the back is only a picture without a file name: Which leaf?"});
  CHECK(items_of(result).size() == 1);
}

TEST_CASE("packages that are damaged or hostile are refused with a reason", "[exchange]") {
  const auto good = test::small_collection().package(true);
  const auto database = test::small_collection().collection(false);
  CHECK_THAT(complaint(""), Contains("no zip archive"));
  CHECK_THAT(complaint("PK\x03\x04 and so on"), Contains("no zip archive"));
  CHECK_THAT(complaint(good.substr(0, good.size() / 2)), Contains("no zip archive"));
  CHECK_THAT(complaint(package_of("other", "x")), Contains("holds no collection"));
  CHECK_THAT(complaint(package_of("collection.anki2", "text")), Contains("no SQLite database"));
  CHECK_THAT(complaint(package_of("collection.anki2", database.substr(0, 3000))),
             Contains("damaged") || Contains("no schema"));
  CHECK_THAT(complaint(package_of("collection.anki21b", "no frame")), Contains("damaged"));
  const auto compressed = test::zstd_compressed(database);
  CHECK_THAT(complaint(package_of("collection.anki21b", compressed.substr(0, 200))),
             Contains("damaged"));
  exchange::ZipWriter zip;
  zip.add("collection.anki21b", test::zstd_compressed(test::small_collection().collection(true)));
  zip.add("media", test::zstd_compressed("\x0A\xFF\xFF garbage"));
  CHECK_THAT(complaint(zip.finish()), Contains("list of media is damaged"));
}

TEST_CASE("a package whose relations are views, which may have no end, is refused", "[exchange]") {
  const auto* relation = GENERATE("fields", "templates", "decks", "deck_config");
  CAPTURE(relation);
  auto builder = test::small_collection();
  const std::string name(relation);
  builder.last_sql =
      "ALTER TABLE " + name + " RENAME TO hidden; CREATE VIEW " + name + " AS SELECT * FROM hidden";
  CHECK_THAT(complaint(builder.package(true)), Contains("no schema that pith knows"));
}

TEST_CASE("a template cannot blow up a field, and the card is named", "[exchange]") {
  auto builder = test::small_collection();
  std::string bomb;
  for (int i = 0; i < 4000; ++i) {
    bomb += "{{Front}}";
  }
  builder.types = {{1, "Basic", false, {"Front"}, {{bomb, "back"}}}};
  builder.notes = {{1, "bomb", 1, "", {"<b>" + std::string(1'000'000, 'a')}},
                   {2, "tea", 1, "", {"tea"}}};
  builder.cards = {{1, 1, 10, 0}, {2, 2, 10, 0}};
  builder.reviews.clear();
  const auto result = read(builder.package(true));
  CHECK(items_of(result).size() == 1);
  REQUIRE(result.left_out.size() == 1);
  CHECK(result.left_out[0].place == "note 1");
  CHECK_THAT(result.left_out[0].reason, Contains("is larger than 16 MB"));
}

TEST_CASE("cards with numbers beyond all measure are left out, and named", "[exchange]") {
  constexpr auto kMost = std::numeric_limits<int>::max();
  AnkiBuilder builder;
  const auto small = test::small_collection();
  builder.types = small.types;
  builder.decks = small.decks;
  builder.notes = {small.notes[1], small.notes[3]};
  builder.cards = {{201, 101, 11, 0},
                   {202, 101, 11, kMost},
                   {203, 101, 11, -1},
                   {204, 103, 10, 0},
                   {205, 103, 10, kMost}};
  const auto result = read(builder.package(true));
  CHECK(result.history->cards.size() == 2);
  CHECK(said(result.left_out) ==
        Texts{"note 101: a card has no number that Anki gives: tea",
              "note 101: a card has no number that Anki gives: tea",
              "note 103: a card has no number that Anki gives: {{c1::Tea::drink}} has "
              "{{c2::<i>caffeine</i>}}."});
}

TEST_CASE("presets of decks are not taken, and named where they are not Anki's own", "[exchange]") {
  const bool modern = GENERATE(false, true);
  CAPTURE(modern);
  auto builder = test::small_collection();
  builder.reviews.clear();
  CHECK(said(read(builder.package(modern)).left_out).empty());
  builder.preset = {"Exam", 0.85, 5};
  CHECK(said(read(builder.package(modern)).left_out) ==
        Texts{"deck preset: desired retention 0.85, 5 new cards a day: Exam"});
  builder.preset = {"Idle", 0.9, 0};
  CHECK(said(read(builder.package(modern)).left_out) ==
        Texts{"deck preset: desired retention 0.9, 0 new cards a day: Idle"});
}

TEST_CASE("JSON that nests without end is damage, wherever a package has it", "[exchange]") {
  constexpr std::size_t kDeep = 100'000;
  const auto nested = "{\"1\":" + std::string(kDeep, '[') + std::string(kDeep, ']') + "}";
  auto builder = test::small_collection();
  exchange::ZipWriter zip;
  zip.add("collection.anki2", builder.collection(false));
  zip.add("media", nested);
  CHECK_THAT(complaint(zip.finish()), Contains("list of media is damaged"));
  builder.old_decks = nested;
  CHECK_THAT(complaint(builder.package(false)), Contains("settings are no JSON"));
}

TEST_CASE("a package cannot unpack to more than it may", "[exchange]") {
  exchange::ZipWriter zip;
  zip.add("bomb", std::string(40'000'000, '\0'));
  const auto bytes = zip.finish();
  CHECK(bytes.size() < 1'000'000);
  const exchange::ZipReader reader(bytes, "bomb.zip");
  CHECK_THROWS_WITH(reader.read("bomb", 1'000'000), Contains("larger than"));
}

TEST_CASE("what a package claims to hold beyond the limit is refused unread", "[exchange]") {
  exchange::ZipWriter zip;
  zip.add("bomb", std::string(2'000'000, '\0'));
  auto bytes = zip.finish();
  std::fill_n(bytes.begin() + 60, 500, '\xFF');  // to unpack it would fail
  const exchange::ZipReader reader(bytes, "bomb.zip");
  CHECK_THROWS_WITH(reader.read("bomb", 1'000'000), Contains("larger than"));

  auto frame = test::zstd_compressed(std::string(2'000'000, '\0'));
  frame.resize(20);
  CHECK_THROWS_WITH(exchange::zstd_decompressed(frame, 1'000'000, "it"), Contains("larger than"));
}

TEST_CASE("a small package cannot hold what fills the memory", "[exchange]") {
  const std::string zeros(100'000'000, '\0');
  CHECK_THAT(complaint(package_of("collection.anki21b", test::zstd_compressed(zeros))),
             Contains("the package's collection is larger than 64 MB"));
  CHECK_THAT(complaint(package_of("collection.anki2", zeros)), Contains("is larger than "));
}

TEST_CASE("media with names that lead elsewhere are left out", "[exchange]") {
  auto builder = test::small_collection();
  builder.media = {{"../../etc/passwd", "x"}, {"/etc/passwd", "x"}, {"a\\b", "x"},
                   {".hidden", "x"},          {"good.png", "x"},    {"C:evil", "x"}};
  const bool modern = GENERATE(false, true);
  const auto package = builder.package(modern);
  const auto result = read(package);
  REQUIRE(result.media.size() == 1);
  CHECK(result.media[0].name == "good.png");
  CHECK(result.left_out.size() == 5 + 2);
  CHECK_FALSE(exchange::is_plain_file_name(".."));
  CHECK_FALSE(exchange::is_plain_file_name(""));
  CHECK(exchange::is_plain_file_name("图片 1.png"));
}

TEST_CASE("pictures and sounds that cards show and the package lacks are named once",
          "[exchange]") {
  auto builder = test::small_collection();
  builder.media = {{"here.mp3", "x"}, {"leaf.png", "x"}};
  builder.notes[0].fields = {"tea [sound:here.mp3] [sound:my_tea &amp; *leaf*.mp3]",
                             "[sound:two<br>lines] [sound:../up.mp3] "
                             "<img src=\"https://a.b/c.png\">"
                             "<img src=\"data:image/png,x\">[sound:open"};
  builder.notes[2].fields[2] =
      "[sound:my_tea &amp; *leaf*.mp3]<img src=\"gone.png\"><img src=\"leaf%2Epng\">";
  builder.notes[3].fields[0] += "[sound:\x1b[31m.mp3]";
  const auto package = builder.package(GENERATE(false, true));
  const auto result = read(package);
  Texts lacking;
  for (const auto& remark : result.changed) {
    if (remark.reason.starts_with("the package lacks")) {
      lacking.push_back(remark.place + ": " + remark.reason + ": " + remark.text);
    }
  }
  CHECK(lacking == Texts{"note 100: the package lacks this sound: ../up.mp3",
                         "note 102: the package lacks this picture: gone.png",
                         "note 100: the package lacks this sound: my_tea & *leaf*.mp3",
                         "note 103: the package lacks this sound: \uFFFD[31m.mp3"});
}

TEST_CASE("a changed byte in a package is survived", "[exchange]") {
  const auto good = test::small_collection().package(GENERATE(false, true));
  rc::prop("it is read, or refused with a reason", [&] {
    auto bytes = good;
    for (int i = *rc::gen::inRange(1, 6); i > 0; --i) {
      const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
      bytes[at] = static_cast<char>(*rc::gen::inRange(0, 256));
    }
    const auto said = complaint(bytes);
    RC_ASSERT(said.empty() || said.size() > 10);
  });
}

TEST_CASE("a changed byte in the database is survived", "[exchange]") {
  const auto good = test::small_collection().collection(true);
  rc::prop("it is read, or refused with a reason", [&] {
    auto bytes = good;
    for (int i = *rc::gen::inRange(1, 20); i > 0; --i) {
      const auto at = *rc::gen::inRange<std::size_t>(16, bytes.size());
      bytes[at] = static_cast<char>(*rc::gen::inRange(0, 256));
    }
    const auto said = complaint(package_of("collection.anki21b", test::zstd_compressed(bytes)));
    RC_ASSERT(said.empty() || said.size() > 10);
  });
}
