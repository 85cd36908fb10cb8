#include "history/take_in.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include <catch2/catch.hpp>

#include "history/fixture.h"
#include "history/store.h"
#include "support/temporary_folder.h"

using namespace pith;
using namespace pith::history;

namespace {

constexpr std::int64_t kDay = 86'400'000;

Event answer(std::uint8_t number, std::int64_t day, memory::Rating rating,
             const std::string& item = "item") {
  Event event;
  const memory::Instant time{std::chrono::milliseconds(day * kDay + 36'000'000 + number)};
  event.stamp.id = make_uuid7(
      time, [&](std::span<std::uint8_t> bytes) { std::fill(bytes.begin(), bytes.end(), number); });
  event.stamp.when = {time, {}, memory::day_numbered(static_cast<int>(day))};
  Answer body;
  body.item = {"deck", item};
  AnsweredPoint point;
  point.id = "back";
  point.rating = rating;
  body.points.push_back(point);
  event.body = body;
  return event;
}

/// An answer to these points, so many milliseconds after the others that this gives.
Event answer_of_points(std::uint8_t number, std::int64_t later,
                       const std::vector<std::string>& points) {
  auto event = answer(number, 20000, memory::Rating::good);
  event.stamp.when.time =
      memory::Instant{std::chrono::milliseconds(20000 * kDay + 36'000'000 + later)};
  auto& body = std::get<Answer>(event.body);
  const auto asked = std::exchange(body.points, {})[0];
  for (const auto& id : points) {
    body.points.push_back(asked);
    body.points.back().id = id;
  }
  return event;
}

std::size_t take(const std::filesystem::path& file, const std::vector<Event>& events) {
  return take_in(file, [&](const auto& into) {
    for (const auto& event : events) {
      into(event);
    }
  });
}

std::vector<Event> three_reviews() {
  return {answer(1, 20000, memory::Rating::good), answer(2, 20003, memory::Rating::again),
          answer(3, 20004, memory::Rating::good)};
}

/// States by number of item, as far as the memory goes.
std::vector<ItemState> states_of(const std::filesystem::path& file) {
  return History(file, {.read_only = true}).states("deck");
}

}  // namespace

TEST_CASE("events from elsewhere become this device's own, once", "[history]") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "pith.db";
  const auto device = History(file).device();

  CHECK(take(file, three_reviews()) == 3);
  CHECK(take(file, three_reviews()) == 0);

  const History history(file, {.read_only = true});
  const auto events = test::own_events(history);
  REQUIRE(events.size() == 3);
  CHECK(events[2].stamp.device == device);
  CHECK(events[2].stamp.sequence == 3);
  CHECK(events[2].stamp.id == three_reviews()[2].stamp.id);
}

TEST_CASE("the states are those that a rebuild gives, whatever the order and what was there",
          "[history]") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "pith.db";
  History(file).append(
      {memory::Instant{std::chrono::milliseconds(20002 * kDay)}, {}, memory::day_numbered(20002)},
      std::get<Answer>(answer(9, 20002, memory::Rating::hard).body));
  auto events = three_reviews();
  events.push_back(answer(4, 20001, memory::Rating::easy, "other"));
  if (GENERATE(false, true)) {
    std::reverse(events.begin(), events.end());
  }
  CHECK(take(file, events) == 4);

  const auto taken = states_of(file);
  History(file).rebuild();
  CHECK(taken == states_of(file));
  CHECK(taken.size() == 2);
}

TEST_CASE("an answer that came back from another program is no second one", "[history]") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "pith.db";
  auto copy = three_reviews();
  static_cast<void>(History(file));
  CHECK(take(file, copy) == 3);
  for (auto& event : copy) {
    event.stamp.id = successor(event.stamp.id);
  }
  CHECK(take(file, copy) == 0);
}

TEST_CASE("an answer that came back under the item's new name is no second one", "[history]") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "pith.db";
  {
    History history(file);
    const auto first = answer(1, 20000, memory::Rating::good, "old");
    history.append(first.stamp.when, first.body);
    history.append(answer(2, 20001, memory::Rating::good).stamp.when,
                   Alias{{"deck", "old", ""}, {"deck", "new", ""}});
  }
  CHECK(take(file, {answer(9, 20000, memory::Rating::good, "new")}) == 0);
  CHECK(take(file, {answer(9, 20000, memory::Rating::good, "other")}) == 1);
}

TEST_CASE("an answer that came back moved by milliseconds, a card for each point, is no second one",
          "[history]") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "pith.db";
  static_cast<void>(History(file));
  const auto day = GENERATE(20000, 20001);  // in another zone it may count as the next
  REQUIRE(take(file, {answer_of_points(1, 0, {"c1", "c2", "c3"})}) == 1);

  auto copies = std::vector{answer_of_points(2, 0, {"c1"}), answer_of_points(3, 1, {"c2"}),
                            answer_of_points(4, 2, {"c3"})};
  for (auto& copy : copies) {
    copy.stamp.when.day = memory::day_numbered(day);
  }
  CHECK(take(file, copies) == 0);
  CHECK(take(file, {answer_of_points(5, 7, {"back"})}) == 0);   // a card of another kind there
  CHECK(take(file, {answer_of_points(6, 1500, {"c1"})}) == 1);  // asked again
}

TEST_CASE("reviews of another program come in however close they lie", "[history]") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "pith.db";
  static_cast<void>(History(file));
  REQUIRE(take(file, {answer(9, 20002, memory::Rating::hard)}) == 1);
  const std::vector close = {answer_of_points(1, 0, {"c1"}), answer_of_points(2, 1, {"c1"}),
                             answer_of_points(3, 2, {"c2"}), answer_of_points(4, 400, {"c1"})};
  CHECK(take(file, close) == 4);
  CHECK(take(file, close) == 0);
}

TEST_CASE("a suspension of what is suspended already is nothing new", "[history]") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "pith.db";
  static_cast<void>(History(file));
  auto suspended = [number = std::uint8_t{10}](const std::string& id) mutable {
    auto event = answer(number++, 20010, memory::Rating::good);
    event.body = Suspension{{"deck", "item"}, id, true};
    return event;
  };
  REQUIRE(take(file, three_reviews()) == 3);
  CHECK(take(file, {suspended("c1")}) == 1);
  CHECK(take(file, {suspended("c1"), suspended("c2")}) == 1);
  CHECK(take(file, {suspended("")}) == 1);
  CHECK(take(file, {suspended(""), suspended("c3")}) == 0);
}

TEST_CASE("of two decks, only what says the same is a copy of an answer at the same instant",
          "[history]") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "pith.db";
  static_cast<void>(History(file));
  auto elsewhere = [number = std::uint8_t{4}](const std::string& content) mutable {
    auto event = answer(1, 20000, memory::Rating::good);
    event.stamp.id = answer(number++, 20000, memory::Rating::good).stamp.id;
    auto& body = std::get<Answer>(event.body);
    body.item.deck = "other";
    body.content_hash = content;
    return event;
  };
  auto first = three_reviews();
  for (auto& event : first) {
    std::get<Answer>(event.body).content_hash = "tea";
  }
  REQUIRE(take(file, first) == 3);

  CHECK(take(file, {elsewhere("tea")}) == 0);
  CHECK(take(file, {elsewhere("coffee")}) == 1);
}

TEST_CASE("an answer beyond the years that a calendar has is not taken in", "[history]") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "pith.db";
  static_cast<void>(History(file));
  constexpr std::int64_t kLastDay = 2'932'896;
  CHECK(take(file, {answer(1, kLastDay, memory::Rating::good)}) == 1);
  CHECK(take(file, {answer(2, kLastDay + 1, memory::Rating::good),
                    answer(3, -kLastDay - 2, memory::Rating::good)}) == 0);
}

TEST_CASE("what fails half-way leaves the history as it was", "[history]") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "pith.db";
  static_cast<void>(History(file));
  CHECK_THROWS(take_in(file, [](const auto& into) {
    into(answer(1, 20000, memory::Rating::good));
    throw std::runtime_error("the source broke");
  }));
  CHECK(test::events_in(History(file, {.read_only = true})).empty());
}
