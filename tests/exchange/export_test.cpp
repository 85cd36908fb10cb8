// What is exported, and what comes back of it.
#include <algorithm>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "deck/reading/reader.h"
#include "exchange/anki/anki_collection.h"
#include "exchange/anki/anki_package.h"
#include "exchange/anki/revlog.h"
#include "exchange/exported.h"
#include "exchange/formats.h"
#include "exchange/note.h"
#include "exchange/results.h"
#include "exchange/shelf.h"
#include "exchange/sync/imported_events.h"
#include "history/take_in.h"
#include "history/uuid7.h"
#include "support/temporary_folder.h"

using namespace pith;
using test::items_of;
using test::Texts;

namespace {

constexpr auto kDeck = R"(
deck: tea
title: 茶
language: zh
tags: [drink]
items:
  - id: kinds
    question: 茶有哪些优缺点？
    points:
      - {point: 提神, detail: 含咖啡因。, group: 优点}
      - {point: 解渴, group: 优点}
      - {point: 失眠, detail: 晚上少喝。, group: 缺点, accept: [睡不着], weight: 2}
    example: "`绿茶` <清香>"
    explanation: 适量就好。
    hints: [想想作用]
    tags: [pros cons]
  - {id: boil, question: 水几度开？, answer: [100 度, 一百度]}
  - {id: choose, question: 哪些是茶？, choices: {correct: [龙井], wrong: [可乐]}}
  - {id: gaps, cloze: "{{c1::茶}}含{{c2::咖啡因::提神}}。", explanation: 是的。}
  - {id: word, front: tea, back: 茶, reversed: true}
)";

deck::Deck tea() {
  auto result = deck::read_deck(kDeck, "tea.yaml");
  REQUIRE(result.deck);
  return *result.deck;
}

history::LoggedAnswer answer_on(const deck::Item& item, std::int64_t time, memory::Rating rating) {
  history::LoggedAnswer logged;
  const memory::Instant instant{std::chrono::milliseconds(time)};
  logged.stamp.when = {instant, {}, memory::study_day(instant, std::chrono::seconds{0})};
  logged.answer.item = {item.deck, item.id};
  logged.answer.seconds = 3;
  for (const auto& point : item.points) {
    history::AnsweredPoint asked;
    asked.id = point.id;
    asked.rating = rating;
    asked.credit = rating == memory::Rating::again ? 0 : 1;
    logged.answer.points.push_back(asked);
  }
  return logged;
}

/// The deck with two reviews of each item.
exchange::Exportable exportable() {
  exchange::Exportable what;
  what.decks = {tea()};
  what.answers = [](const deck::Item& item) {
    constexpr std::int64_t kDay = 86'400'000;
    const std::int64_t start = 1'700'000'000'000;
    return std::vector{answer_on(item, start, memory::Rating::good),
                       answer_on(item, start + 5 * kDay, memory::Rating::again)};
  };
  what.reviews = [answers = what.answers](const deck::Item& item) {
    std::vector<history::PointReview> reviews;
    for (const auto& logged : answers(item)) {
      for (const auto& point : logged.answer.points) {
        reviews.push_back({logged.item, point.id, logged.stamp.when.time, logged.stamp.when.day,
                           point.rating, memory::Counts::review, false, point.credit,
                           logged.answer.seconds});
      }
    }
    return reviews;
  };
  what.state = [](const deck::Item&) { return std::nullopt; };
  what.picture = [](const deck::Deck&, std::string_view) { return std::nullopt; };
  what.now = memory::Instant{std::chrono::milliseconds(1'764'000'000'000)};
  return what;
}

exchange::Exported written(std::string_view format) {
  return exchange::export_format_named(format)->write(exportable());
}

exchange::Imported read_again(std::string_view format, const std::string& bytes,
                              const std::string& name) {
  return exchange::import_format_named(format)->read({name, bytes});
}

/// A deck as a printed document, read again.
exchange::Imported printed_and_read(const deck::Deck& deck) {
  exchange::Exportable what;
  what.decks = {deck};
  return read_again("markdown", exchange::export_format_named("md")->write(what).bytes, "x.md");
}

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

bool says(const exchange::Exported& exported, std::string_view loss) {
  return std::any_of(exported.losses.begin(), exported.losses.end(),
                     [&](const std::string& said) { return said.find(loss) != std::string::npos; });
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

TEST_CASE("YAML holds everything", "[exchange]") {
  const auto again = deck::read_deck(written("yaml").bytes, "tea.yaml");
  REQUIRE(again.deck);
  CHECK(again.deck->items.size() == 6);
  CHECK(again.deck->items[0].points[2].accept == Texts{"睡不着"});
  CHECK(again.deck->items[0].points[2].weight == 2);
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

TEST_CASE("tables come back under the same ids", "[exchange]") {
  const auto format = GENERATE(as<std::string>{}, "csv", "tsv");
  const auto table = written(format);
  const auto again = read_again("csv", table.bytes, "x." + format);
  REQUIRE(again.decks.size() == 1);
  const auto& items = again.decks[0].items;
  REQUIRE(items.size() == 6);
  CHECK(items[0].id == "kinds");
  CHECK(items[0].points.size() == 3);
  CHECK(items[0].points[2].detail == "晚上少喝。");
  CHECK(items[0].points[2].group == "缺点");
  CHECK(items[3].id == "gaps");
  CHECK(items[3].points[1].name == "咖啡因");
  CHECK(items[3].cloze[2].hint == "提神");
  CHECK(items[0].tags == Texts{"drink", "pros_cons"});
  CHECK(again.left_out.empty());
  CHECK(says(table, "the review history"));
  CHECK_FALSE(says(table, "become cards"));
}

TEST_CASE("what cards and tables cannot hold of a deck and its layout is named", "[exchange]") {
  exchange::Exportable what = exportable();
  const auto losses = [&](std::string_view format) {
    return exchange::export_format_named(format)->write(what);
  };
  CHECK(says(losses("csv"), "title of 1 deck"));
  CHECK_FALSE(says(losses("apkg"), "title"));
  CHECK_FALSE(says(losses("md"), "title"));
  for (const auto* format : {"csv", "apkg", "md"}) {
    CAPTURE(format);
    CHECK_FALSE(says(losses(format), "layout"));
    CHECK_FALSE(says(losses(format), "description"));
    CHECK_FALSE(says(losses(format), "author"));
  }
  auto& deck = what.decks[0];
  deck.title.clear();
  deck.description = "Leaves.";
  deck.license = "CC0-1.0";
  deck.items[0].explanation = "x\ty\nz";
  deck.items[1].hints = {"two  spaces"};
  CHECK_FALSE(says(losses("csv"), "title"));
  for (const auto* format : {"csv", "tsv", "apkg"}) {
    CAPTURE(format);
    CHECK(says(losses(format), "description of 1 deck") == (format != std::string("apkg")));
    CHECK(says(losses(format), "author, source and license of 1 deck"));
    CHECK(says(losses(format), "layout (tabs, rows of spaces, nested marks) of 2 items"));
  }
  CHECK_FALSE(says(losses("md"), "layout"));
  CHECK_FALSE(says(losses("md"), "description"));
  CHECK(says(losses("md"), "author, source and license of 1 deck"));
}

TEST_CASE("that a point's name loses its bold is named", "[exchange]") {
  auto what = exportable();
  for (const auto* format : {"csv", "tsv", "apkg", "md"}) {
    CAPTURE(format);
    const auto* const to = exchange::export_format_named(format);
    what.decks[0].items[0].points[0].name = "**bold** and plain";
    CHECK_FALSE(says(to->write(what), "nested marks"));
    what.decks[0].items[0].points[0].name = "**bold**";
    CHECK(says(to->write(what), "nested marks) of 1 item"));
  }
}

TEST_CASE("no control character of a deck reaches a file that people read, and that is named",
          "[exchange]") {
  const auto format = GENERATE(as<std::string>{}, "csv", "tsv", "md", "json", "yaml");
  CAPTURE(format);
  auto what = exportable();
  const auto* const to = exchange::export_format_named(format);
  CHECK_FALSE(says(to->write(what), "control"));
  what.decks[0].items[0].explanation = "red \x1b[31m\x07 \x7f";
  const auto exported = to->write(what);
  CHECK(exported.bytes.find_first_of("\x1b\x07\x7f") == std::string::npos);
  CHECK(says(exported, "control characters") == (format != "json" && format != "yaml"));
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

TEST_CASE("a picture from the web keeps its address, and one without a file is named",
          "[exchange]") {
  auto what = exportable();
  auto& item = what.decks[0].items[0];
  const std::string web = "![](https://e.com/a/x.png?a=1&b=2)";
  const auto [to, from] =
      GENERATE(table<std::string, std::string>({{"apkg", "anki"}, {"csv", "csv"}, {"tsv", "csv"}}));
  CAPTURE(to);
  item.explanation = web;
  const auto exported = exchange::export_format_named(to)->write(what);
  CHECK(read_again(from, exported.bytes, "x." + to).decks[0].items[0].explanation == web);
  CHECK_FALSE(says(exported, "pictures"));

  item.explanation = "![](a/leaf.png) ![](data:image/png;base64,AA/BB) `![](code.png)`";
  item.hints = {"![](b/root.png)"};
  CHECK(says(exchange::export_format_named("apkg")->write(what),
             "pictures of which there is no file: leaf.png, root.png"));
  for (int i = 0; i < 7; ++i) {
    item.hints.push_back(fmt::format("![](f{}.png)", i));
  }
  CHECK(says(exchange::export_format_named("apkg")->write(what), "f4.png, …"));
}

TEST_CASE("tags that another format would part are named", "[exchange]") {
  const auto [format, tag] = GENERATE(table<std::string, std::string>(
      {{"md", "x,y"}, {"md", "c#"}, {"csv", "x,y"}, {"tsv", "x y"}, {"apkg", "x y"}}));
  CAPTURE(format, tag);
  exchange::Exportable what = exportable();
  what.decks[0].tags.clear();
  for (auto& item : what.decks[0].items) {
    item.tags = {"whole"};
  }
  const auto* const to = exchange::export_format_named(format);
  CHECK_FALSE(says(to->write(what), "tags"));
  what.decks[0].items[0].tags = {tag};
  CHECK(says(to->write(what), "spelling of tags (spaces or punctuation part them) of 1 item"));
}

TEST_CASE("a printed document comes back with questions, points and examples", "[exchange]") {
  const auto document = written("md");
  const auto again = read_again("markdown", document.bytes, "x.md");
  REQUIRE(again.decks.size() == 1);
  const auto& items = again.decks[0].items;
  REQUIRE(items.size() == 6);
  CHECK(again.decks[0].title == "茶");
  CHECK(items[0].question == "茶有哪些优缺点？");
  CHECK(items[0].points.size() == 3);
  CHECK(items[0].points[0].group == "优点");
  CHECK(items[0].example == "`绿茶` <清香>");
  CHECK(items[0].hints == Texts{"想想作用"});
  CHECK(again.left_out.empty());
  CHECK(says(document, "clozes"));
  CHECK(says(document, "kind (short answers, choices and numbers become cards) of 2 items"));
}

TEST_CASE("that a printed document of several decks is read as one is named", "[exchange]") {
  auto what = exportable();
  const auto* const to = exchange::export_format_named("md");
  CHECK_FALSE(says(to->write(what), "where a deck ends"));
  what.decks.push_back(what.decks[0]);
  CHECK(says(to->write(what), "where a deck ends (read again, they are one deck)"));
}

TEST_CASE("code in a printed document ends where it ended", "[exchange]") {
  const auto code = std::string("```python\nprint(1)\n```");
  const auto deck = deck::read_deck(
      "deck: py\nitems:\n"
      "  - {front: Print one, back: \"```python\\nprint(1)\\n```\"}\n"
      "  - {front: \"~~~\\nx = 2\\n~~~\", back: x is two, example: "
      "\"```python\\nprint(1)\\n```\"}\n"
      "  - {question: \"What comes last?\", answer: this}\n",
      "py.yaml");
  REQUIRE(deck.deck);
  const auto again = printed_and_read(*deck.deck);
  REQUIRE(again.decks.size() == 1);
  const auto& items = again.decks[0].items;
  REQUIRE(items.size() == 3);
  CHECK(items[0].points[0].name == code);
  CHECK(items[1].question == "~~~\nx = 2\n~~~");
  CHECK(items[1].example == code);
  CHECK(items[2].question == "What comes last?");
}

TEST_CASE("lists in questions and groups of points come back from a printed document",
          "[exchange]") {
  const auto deck = deck::read_deck(
      "deck: md\nitems:\n"
      "  - question: \"Which of these hold?\\n\\n- one\\n- two\"\n    points: [both, {point: one, "
      "group: Odd}]\n"
      "  - question: \"1. first\\n2. second\"\n    points: [{point: a, group: G}, {point: b, "
      "group: G}]\n"
      "  - question: Mixed?\n    points: [{point: a, group: G}, b, {point: c, group: H}, {point: "
      "d, group: G}, e]\n"
      "    explanation: \"Because:\\n\\n- it is\\n- so\"\n"
      "  - {front: \"- x\\n- y\", back: z}\n",
      "md.yaml");
  REQUIRE(deck.deck);
  const auto again = printed_and_read(*deck.deck);
  REQUIRE(again.decks.size() == 1);
  CHECK(again.left_out.empty());
  const auto& items = again.decks[0].items;
  REQUIRE(items.size() == deck.deck->items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto& before = deck.deck->items[i];
    CHECK(items[i].question == before.question);
    CHECK(items[i].explanation == before.explanation);
    REQUIRE(items[i].points.size() == before.points.size());
    for (std::size_t p = 0; p < before.points.size(); ++p) {
      CHECK(items[i].points[p].name == before.points[p].name);
      CHECK(items[i].points[p].group == before.points[p].group);
    }
  }
}

TEST_CASE("the log of reviews is one that optimizers read", "[exchange]") {
  std::istringstream log(written("revlog").bytes);
  const auto reviews = exchange::read_revlog(log, "log.csv");
  CHECK(reviews.size() == 18);  // nine points, two reviews of each
  CHECK(reviews.front().card == 1);
  CHECK(reviews.back().rating == memory::Rating::again);
}

TEST_CASE("JSON names every kind", "[exchange]") {
  const auto json = written("json").bytes;
  for (const auto* kind :
       {"\"points\"", "\"short_answer\"", "\"choices\"", "\"cloze\"", "\"card\""}) {
    CHECK(json.find(kind) != std::string::npos);
  }
}

TEST_CASE("JSON names the language of each item", "[exchange]") {
  auto what = exportable();
  what.decks[0].items[0].language = "fr";
  const auto json = exchange::export_format_named("json")->write(what).bytes;
  CHECK_THAT(json, Catch::Contains("\"language\": \"fr\""));
}
