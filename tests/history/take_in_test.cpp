#include "history/take_in.h"

#include <algorithm>
#include <stdexcept>

#include <catch2/catch.hpp>

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
  const auto events = history.own_events(0, 10);
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

TEST_CASE("what fails half-way leaves the history as it was", "[history]") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "pith.db";
  static_cast<void>(History(file));
  CHECK_THROWS(take_in(file, [](const auto& into) {
    into(answer(1, 20000, memory::Rating::good));
    throw std::runtime_error("the source broke");
  }));
  CHECK(History(file, {.read_only = true}).events(0, 10).empty());
}
