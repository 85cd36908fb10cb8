// Packages for Anki, and what comes back of them.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "deck/reading/reader.h"
#include "exchange/anki/anki_collection.h"
#include "exchange/anki/anki_package.h"
#include "exchange/exported_tea.h"
#include "exchange/item_kinds.h"
#include "exchange/note.h"
#include "exchange/results.h"
#include "exchange/sync/imported_events.h"
#include "history/take_in.h"
#include "history/uuid7.h"
#include "support/temporary_folder.h"

using namespace pith;
using namespace pith::test;

namespace {

/// The answers of what is exported as the log has them.
std::vector<history::Event> logged_answers(const exchange::Exportable& what) {
  std::vector<history::Event> events;
  for (const auto& item : what.decks[0].items) {
    for (const auto& logged : what.answers(item)) {
      history::Event event;
      event.stamp.when = logged.stamp.when;
      event.stamp.id = history::make_uuid7(logged.stamp.when.time, [&](auto bytes) {
        std::fill(bytes.begin(), bytes.end(), static_cast<std::uint8_t>(events.size()));
      });
      event.body = logged.answer;
      events.push_back(event);
    }
  }
  return events;
}

/// How many events of an import are new to the history in `file`.
std::size_t taken_into(const std::filesystem::path& file, const exchange::Imported& imported) {
  const auto when = [](memory::Instant time) {
    return history::When{time, {}, memory::study_day(time, std::chrono::seconds{0})};
  };
  return history::take_in(file, [&](const auto& take) {
    exchange::for_each_event(
        *imported.history, imported.decks, when, [](const deck::Item& item) { return item.id; },
        take);
  });
}

}  // namespace

TEST_CASE("a direction with words of its own is a note of its own for Anki", "[exchange]") {
  auto what = exportable();
  const auto deck = deck::read_deck(
      "deck: tea\nitems:\n"
      "  - {id: word, front: tea, back: 茶, explanation: a drink}\n"
      "  - {id: word-reversed, front: 茶, back: tea, explanation: 饮料, tags: [zh]}\n",
      "tea.yaml");
  REQUIRE(deck.deck);
  what.decks = {*deck.deck};

  const auto bytes = exchange::export_format_named("apkg")->write(what).bytes;

  const auto again = read_again("anki", bytes, "tea.apkg");
  REQUIRE(again.decks.size() == 1);
  REQUIRE(again.decks[0].items.size() == 2);
  CHECK(again.decks[0].items[0].explanation == "a drink");
  CHECK(again.decks[0].items[1].id == "word-reversed");
  CHECK(again.decks[0].items[1].explanation == "饮料");
  CHECK(again.decks[0].items[1].tags == Texts{"zh"});
}

TEST_CASE("a package for Anki comes back with its points, gaps, sides and reviews", "[exchange]") {
  const auto package = written("apkg");
  const auto again = read_again("anki", package.bytes, "x.apkg");

  REQUIRE(again.decks.size() == 1);
  const auto& deck = again.decks[0];
  CHECK(deck.id == "tea");
  CHECK(deck.title == "茶");
  REQUIRE(deck.items.size() == 6);
  Texts ids;
  for (const auto& item : deck.items) {
    ids.push_back(item.id);
  }
  std::sort(ids.begin(), ids.end());
  CHECK(ids == Texts{"boil", "choose", "gaps", "kinds", "word", "word-reversed"});
  const auto& kinds = *std::find_if(deck.items.begin(), deck.items.end(),
                                    [](const deck::Item& item) { return item.id == "kinds"; });
  const auto original = tea().items[0];
  REQUIRE(kinds.points.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(kinds.points[i].id == original.points[i].id);
    CHECK(kinds.points[i].detail == original.points[i].detail);
    CHECK(kinds.points[i].group == original.points[i].group);
  }
  CHECK(kinds.example == original.example);
  CHECK(kinds.explanation == original.explanation);
  CHECK(kinds.hints == original.hints);
  CHECK(kinds.tags == Texts{"drink", "pros_cons"});
  CHECK(again.history->reviews == 14);  // two of each card; the cloze has two cards
  CHECK(again.left_out.empty());
  CHECK(says(package, "accept and reject wordings of 2 points"));
  CHECK(says(package, "weights of 1 point"));
  CHECK(says(package, "one rating a card"));
}

TEST_CASE("points of some groups and of none are read again as they were", "[exchange]") {
  const auto read = deck::read_deck(
      "deck: d\nitems:\n  - question: Q\n    points:\n"
      "      - {point: alpha, group: first, detail: one}\n"
      "      - {point: beta, detail: \"two\\nlines\"}\n"
      "      - {point: \"gam\\nma\", group: third}\n",
      "d.yaml");
  REQUIRE(read.deck);
  Texts again;
  for (const auto& point :
       exchange::points_of_back(exchange::back_of_points(read.deck->items[0].points))) {
    again.push_back(point.group + "/" + point.name + "/" + point.detail);
  }
  CHECK(again == Texts{"first/alpha/one", "/beta/two lines", "third/gam ma/"});
}

TEST_CASE("a package that comes home brings no review that is in the history", "[exchange]") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "pith.db";
  static_cast<void>(history::History(file));
  REQUIRE(history::take_in(file, [](const auto& take) {
            for (auto& event : logged_answers(exportable())) {
              take(std::move(event));
            }
          }) == 12);

  const auto again = read_again("anki", written("apkg").bytes, "x.apkg");
  CHECK(taken_into(file, again) == 0);

  const auto elsewhere = folder.path() / "elsewhere.db";
  static_cast<void>(history::History(elsewhere));
  CHECK(taken_into(elsewhere, again) == 14);
  CHECK(taken_into(elsewhere, again) == 0);
}

TEST_CASE("a card of several points has the state of the weakest in Anki", "[exchange]") {
  auto what = exportable();
  const auto last = what.answers(tea().items[0]).back().stamp.when;
  what.state = [&](const deck::Item& item) {
    history::ItemState state;
    state.id = {item.deck, item.id};
    for (const auto& point : item.points) {
      history::PointState known;
      known.id = point.id;
      known.memory.state = {10.0 - static_cast<double>(state.points.size()), 5.0};
      known.memory.last_review = last.day;
      state.points.push_back(known);
    }
    state.points.back().suspended = state.points.size() == 3;
    state.due = last.day + std::chrono::days{4};
    return std::optional(state);
  };
  const auto bytes = exchange::export_format_named("apkg")->write(what).bytes;

  const exchange::AnkiCollection collection(exchange::AnkiPackage({"x.apkg", bytes}).collection());
  std::map<std::string, Texts> data;
  collection.for_each_note([&](const exchange::AnkiNote& note) {
    for (const auto& card : note.cards) {
      CHECK(card.queue == 2);
      data[note.guid].push_back(card.data.substr(0, card.data.find(',')));
    }
  });
  CHECK(data["pith:tea/kinds"] == Texts{R"({"s":9.0000)"});  // the third point is suspended
  CHECK(data["pith:tea/boil"] == Texts{R"({"s":10.0000)"});
  CHECK(data["pith:tea/gaps"] == Texts{R"({"s":10.0000)", R"({"s":9.0000)"});
}

TEST_CASE("a control character shifts no field of a package, and that it was dropped is named",
          "[exchange]") {
  auto what = exportable();
  const auto* const to = exchange::export_format_named("apkg");
  CHECK_FALSE(says(to->write(what), "control"));
  auto& card = what.decks[0].items.emplace_back();
  card = exchange::card_item("front\x1f one", "back\x1f two");
  card.deck = what.decks[0].id;
  card.id = "controls";
  card.explanation = "why\x1f so";

  const auto exported = to->write(what);
  CHECK(says(exported, "control characters"));
  const auto home = read_again("anki", exported.bytes, "x.apkg").decks[0].items.back();
  CHECK(home.question == "front one");
  CHECK(home.points[0].name == "back two");
  CHECK(home.explanation == "why so");
}

TEST_CASE("pictures of one name that differ are all in a package, each where it is shown",
          "[exchange]") {
  auto what = exportable();
  what.decks[0].items.clear();
  const std::vector<std::string> paths = {"a/leaf.png", "b/leaf.png", "a/leaf.png", "c/leaf.png",
                                          "d/leaf.png"};
  for (const auto& path : paths) {
    auto card = exchange::card_item("card " + std::to_string(what.decks[0].items.size()),
                                    "see ![](" + path + ") here");
    card.deck = what.decks[0].id;
    card.id = "card-" + std::to_string(what.decks[0].items.size());
    what.decks[0].items.push_back(card);
  }
  what.picture = [](const deck::Deck&, std::string_view path) {
    return std::optional(path.starts_with("d/") ? "bytes of b"
                                                : fmt::format("bytes of {}", path[0]));
  };

  const auto exported = exchange::export_format_named("apkg")->write(what);
  const auto home = read_again("anki", exported.bytes, "x.apkg");
  std::vector<std::string> shown;
  for (const auto& item : home.decks[0].items) {
    const auto& text = item.points[0].name;
    const auto name = text.substr(text.find('/') + 1, text.find(')') - text.find('/') - 1);
    const auto media = std::ranges::find(home.media, name, &exchange::ImportedMedia::name);
    shown.push_back(media == home.media.end() ? "none of " + text : media->bytes());
  }
  CHECK(shown == std::vector<std::string>{"bytes of a", "bytes of b", "bytes of a", "bytes of c",
                                          "bytes of b"});
  CHECK(home.media.size() == 3);
}

TEST_CASE("a package holds what is shown as a picture, and nothing that is only named",
          "[exchange]") {
  auto what = exportable();
  const auto text = GENERATE(as<std::string>{}, "[notes](secret.md)", "![](secret.md)",
                             "![notes](secret)", "[notes](secret.png)", "![a\nb](secret.png)",
                             "![a](https://e.com/a.png) [b](secret.png)", "](secret.png)");
  CAPTURE(text);
  auto card = exchange::card_item("card", "see " + text + " and ![a tea leaf](leaf.PNG)");
  card.deck = what.decks[0].id;
  card.id = "card";
  what.decks[0].items = {card};
  what.picture = [](const deck::Deck&, std::string_view) { return std::optional("bytes"); };

  const auto exported = exchange::export_format_named("apkg")->write(what);

  const auto home = read_again("anki", exported.bytes, "x.apkg");
  REQUIRE(home.media.size() == 1);
  CHECK(home.media[0].name == "leaf.PNG");
}
