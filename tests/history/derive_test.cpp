// What follows from the log: memories and due days; and that it always can be made anew.
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "history/day.h"
#include "history/fixture.h"
#include "history/store.h"
#include "memory/due.h"

using namespace pith::history;
using pith::memory::Rating;
using pith::test::answer_to;
using pith::test::asked;
using pith::test::check_rebuild;
using pith::test::day;
using pith::test::derived;
using pith::test::events_in;
using pith::test::id_of;
using pith::test::on_day;
using pith::test::Scene;

namespace {

const ItemId kMoat{"startup", "moat"};

int due_after(const History& history, const ItemId& id, int from) {
  const auto state = history.state(id);
  REQUIRE(state);
  REQUIRE(state->due);
  return static_cast<int>((*state->due - day(from)).count());
}

/// A session of something: answers, undos, suspensions and the like, as a seed will have it.
void live(History& history, unsigned seed, int steps) {
  std::mt19937 random(seed);
  const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  int today = 0;
  for (int step = 0; step < steps; ++step) {
    today = std::max(0, today + pick(6) - 1);
    const ItemId id{"startup", "item-" + std::to_string(pick(5))};
    switch (pick(12)) {
      case 0:
        history.undo(on_day(today));
        break;
      case 1:
        history.append(on_day(today), Suspension{id, pick(2) == 0 ? "" : "a", pick(2) == 0});
        break;
      case 2:
        history.append(on_day(today), Bury{id, day(today + 2)});
        break;
      case 3:
        history.append(on_day(today), Reschedule{id, day(today + pick(30))});
        break;
      case 4:
        history.append(on_day(today), Reset{id, pick(2) == 0 ? "" : "b"});
        break;
      case 5:
        history.append(on_day(today), Alias{{"startup", id.item, ""},
                                            {"startup", "item-" + std::to_string(pick(5)), ""}});
        break;
      case 6:
        history.append(on_day(today), Alias{{"startup", id.item, "a"}, {"startup", id.item, "c"}});
        break;
      default: {
        Answer answer =
            answer_to(id.item, {asked("a", static_cast<Rating>(1 + pick(4)), 1 + pick(3)),
                                asked("b", static_cast<Rating>(1 + pick(4)))});
        answer.relearning = pick(5) == 0;
        answer.scheduled = pick(8) != 0;
        history.append(on_day(today), answer);
      }
    }
  }
}

}  // namespace

TEST_CASE("a point that was answered follows FSRS and is due by it", "[history]") {
  const Scene scene;
  History history = scene.open();
  history.set_rules("startup", "1", {.floor = std::nullopt, .fuzz = false}, {});
  history.append(on_day(0), answer_to("moat", {asked("a")}));
  history.append(on_day(2), answer_to("moat", {asked("a")}));

  const auto state = history.state(kMoat);

  REQUIRE(state);
  const auto& parameters = pith::memory::kDefaultParameters;
  const auto expected = pith::memory::later_review(
      parameters, pith::memory::first_review(parameters, Rating::good), 2, Rating::good);
  REQUIRE(state->points.size() == 1);
  CHECK(state->points[0].memory.state == expected);
  CHECK(state->points[0].memory.reviews == 2);
  CHECK(state->introduced == day(0));
  CHECK(state->answers == 2);
  CHECK(due_after(history, kMoat, 2) == static_cast<int>(expected.stability + 0.5));
  check_rebuild(scene);
}

TEST_CASE("whatever happened, a rebuild gives the same bits", "[history]") {
  const unsigned seed = GENERATE(range(0U, 5U));
  CAPTURE(seed);
  const Scene scene;
  History history = scene.open();
  live(history, seed, 80);

  check_rebuild(scene);
}

TEST_CASE("the union of two logs gives the same whichever comes first", "[history]") {
  const unsigned seed = GENERATE(range(0U, 3U));
  CAPTURE(seed);
  const Scene one;
  const Scene other;
  {
    History first = one.open();
    History second = other.open();
    live(first, seed, 40);
    live(second, seed + 100, 40);
    const auto from_first = events_in(first);
    auto from_second = events_in(second);
    std::shuffle(from_second.begin(), from_second.end(), std::mt19937(seed));

    CHECK(first.merge(from_second) == from_second.size());
    CHECK(second.merge(from_first) == from_first.size());
    CHECK(first.merge(from_second) == 0);
  }

  CHECK(derived(one.file()) == derived(other.file()));
  check_rebuild(one);
  check_rebuild(other);
}

TEST_CASE("an answer that comes in late takes its place", "[history]") {
  const Scene scene;
  const Scene laptop;
  History history = scene.open();
  history.append(on_day(0), answer_to("moat", {asked("a")}));
  History other = laptop.open();
  other.append(on_day(3), answer_to("moat", {asked("a", Rating::again)}));
  history.append(on_day(9), answer_to("moat", {asked("a")}));

  history.merge(events_in(other));

  const auto state = history.state(kMoat);
  CHECK(state->points[0].memory.reviews == 3);
  CHECK(state->points[0].memory.lapses == 1);
  CHECK(state->points[0].memory.last_review == day(9));
  check_rebuild(scene);
}

TEST_CASE("a redaction that comes in before its answer still blanks it", "[history]") {
  const Scene scene;
  const Scene laptop;
  History other = laptop.open();
  const auto stamp = other.append(on_day(0), answer_to("moat", {asked("a")}));
  const auto answer = events_in(other);
  other.redact(on_day(0), stamp.id);
  History history = scene.open();

  history.merge(events_in(other, 1));
  history.merge(answer);

  REQUIRE(history.answers().size() == 1);
  CHECK(history.answers()[0].answer.text.empty());
  CHECK(history.answers()[0].redacted);
}

TEST_CASE("suspended, buried and rescheduled items are due when that says", "[history]") {
  const Scene scene;
  History history = scene.open();
  history.append(on_day(0), answer_to("moat", {asked("a")}));
  const auto usual = history.state(kMoat)->due;

  history.append(on_day(0), Suspension{kMoat, "", true});
  CHECK(!history.state(kMoat)->due);
  CHECK(history.on(day(1000)).due().empty());
  history.append(on_day(0), Suspension{kMoat, "", false});
  CHECK(history.state(kMoat)->due == usual);
  history.append(on_day(0), Bury{kMoat, day(5)});
  CHECK(history.state(kMoat)->due == day(5));
  history.append(on_day(0), Reschedule{kMoat, day(20)});
  CHECK(history.state(kMoat)->due == day(20));
  CHECK(history.on(day(19)).due().empty());
  CHECK(history.on(day(20)).count_due() == 1);
  history.append(on_day(6), answer_to("moat", {asked("a")}));
  CHECK(!history.state(kMoat)->rescheduled);
  history.append(on_day(7), Reset{kMoat, ""});
  CHECK(!history.state(kMoat)->due);
  CHECK(!history.state(kMoat)->introduced);
  check_rebuild(scene);
}

TEST_CASE("what does not count as a review changes no memory", "[history]") {
  const Scene scene;
  History history = scene.open();
  history.append(on_day(0), answer_to("moat", {asked("a")}));
  const auto memory = history.state(kMoat)->points[0].memory;
  Answer answer = answer_to("moat", {asked("a", Rating::again)});

  history.append(on_day(0), answer);
  answer.scheduled = false;
  history.append(on_day(3), answer);
  answer.scheduled = true;
  answer.aided = true;
  history.append(on_day(3), answer);

  CHECK(history.state(kMoat)->points[0].memory == memory);
  CHECK(history.state(kMoat)->answers == 4);
  check_rebuild(scene);
}

TEST_CASE("new parameters replay everything, and taking them back does too", "[history]") {
  const Scene scene;
  History history = scene.open();
  live(history, 5, 40);
  const std::string before = derived(scene.file());
  ParametersChanged change;
  change.values[2] = 4.5;

  const auto stamp = history.append(on_day(400), change);
  CHECK(history.parameters() == change.values);
  CHECK(derived(scene.file()) != before);
  check_rebuild(scene);
  history.append(on_day(400), Retraction{stamp.id});

  CHECK(history.parameters() == pith::memory::kDefaultParameters);
  CHECK(derived(scene.file()) == before);
}

TEST_CASE("rules of a deck and its items set the due days", "[history]") {
  const Scene scene;
  History history = scene.open();
  for (const char* item : {"moat", "funds"}) {
    history.append(on_day(0), answer_to(item, {asked("a", Rating::easy), asked("b")}));
  }
  const pith::memory::SchedulingOptions usual{.floor = std::nullopt, .fuzz = false};
  pith::memory::SchedulingOptions sure = usual;
  sure.desired_retention = 0.97;
  history.set_rules("startup", "1", usual, {});
  const int usually = due_after(history, kMoat, 0);

  const std::vector<ItemRule> rules = {{"moat", sure, {{"a"}, {"b"}}}, {"funds", usual, {{"a"}}}};
  history.set_rules("startup", "2", usual, rules);

  CHECK(history.rule_stamps() == std::map<std::string, std::string>{{"startup", "2"}});
  CHECK(due_after(history, kMoat, 0) < usually);
  CHECK(due_after(history, {"startup", "funds"}, 0) > usually);
  CHECK(history.state({"startup", "funds"})->points[1].retired);
  check_rebuild(scene);
  history.append(on_day(9), answer_to("funds", {asked("a")}));
  check_rebuild(scene);
}

TEST_CASE("items introduced and answers given are counted by study day", "[history]") {
  const Scene scene;
  History history = scene.open();
  history.append(on_day(0), answer_to("moat", {asked("a")}));
  history.append(on_day(0), answer_to("funds", {asked("a")}));
  history.append(on_day(0), answer_to("stem", {asked("a")}, "fsrs"));
  Answer practice = answer_to("team", {asked("a")});
  practice.scheduled = false;
  history.append(on_day(0), practice);
  history.append(on_day(1), answer_to("moat", {asked("a")}));

  CHECK(history.on(day(0)).introduced() ==
        std::map<std::string, std::size_t>{{"fsrs", 1}, {"startup", 2}});
  CHECK(history.on(day(1)).introduced().empty());
  const auto answers = history.answers();
  CHECK(std::ranges::count(answers, day(0),
                           [](const auto& logged) { return logged.stamp.when.day; }) == 4);
  CHECK(history.known_decks() == std::vector<std::string>{"fsrs", "startup"});
  CHECK(history.states("startup").size() == 3);
}

TEST_CASE("the states of a deck are those of its items one by one", "[history]") {
  const Scene scene;
  History history = scene.open();
  const auto untold = {"moat", "funds", "team"};
  for (const auto* item : untold) {
    history.append(on_day(0), answer_to(item, {asked("a"), asked("b", Rating::again)}));
  }
  history.append(on_day(0), answer_to("stem", {asked("a")}, "fsrs"));
  history.append(on_day(1), Suspension{{"startup", "team"}, "b", true});
  const auto check_alike = [&](const std::string& deck, std::size_t count) {
    const auto states = history.states(deck);
    REQUIRE(states.size() == count);
    for (const ItemState& state : states) {
      CHECK(state == history.state(state.id));
    }
    CHECK(std::ranges::is_sorted(states, {}, [](const ItemState& each) { return each.id.item; }));
  };

  check_alike("startup", 3);
  check_alike("fsrs", 1);
  check_alike("nowhere", 0);

  history.set_rules("startup", "1", {},
                    std::vector<ItemRule>{{"moat", {}, {{"a", 2.0}, {"new", 1.0}}},
                                          {"unseen", {}, {{"a", 1.0}}}});
  check_alike("startup", 3);
  CHECK(history.states("startup")[0].gone);
  CHECK(history.states("startup")[1].points[1].retired);
}

TEST_CASE("the reviews that FSRS learns from are told in order", "[history]") {
  const Scene scene;
  History history = scene.open();
  history.append(on_day(0), answer_to("moat", {asked("a", Rating::again)}));
  Answer again = answer_to("moat", {asked("a")});
  history.append(on_day(0), again);
  again.relearning = true;
  history.append(on_day(0), again);
  history.append(on_day(4), again);
  history.append(on_day(5), Reset{kMoat, ""});
  history.append(on_day(6), answer_to("moat", {asked("a")}));

  std::vector<PointReview> reviews;
  history.for_each_review([&](const PointReview& review) { reviews.push_back(review); });

  REQUIRE(reviews.size() == 4);
  CHECK(reviews[0].rating == Rating::again);
  CHECK(reviews[0].first);
  CHECK(reviews[1].counts == pith::memory::Counts::same_day_review);
  CHECK(reviews[2].day == day(4));
  CHECK(!reviews[2].first);
  CHECK(reviews[3].first);
}

TEST_CASE("decks, items and points are known once they have history", "[history]") {
  const Scene scene;
  History history = scene.open();
  history.append(on_day(0), answer_to("moat", {asked("a")}));

  CHECK(history.knows({"startup", "", ""}));
  CHECK(history.knows({"startup", "moat", ""}));
  CHECK(history.knows({"startup", "moat", "a"}));
  CHECK_FALSE(history.knows({"startup", "moat", "b"}));
  CHECK_FALSE(history.knows({"startup", "wall", ""}));
  CHECK_FALSE(history.knows({"business", "", ""}));
}

TEST_CASE("time zones, a clock set back and a long pause leave the log in order", "[history]") {
  const Scene scene;
  History history = scene.open();
  const auto at = [](int hour, int offset_hours, int number) {
    When when = on_day(0, std::chrono::hours{offset_hours});
    when.time += std::chrono::hours{hour};
    when.day = day(number);
    return when;
  };

  SECTION("flying east: two study days within twelve hours are two reviews") {
    history.append(at(0, 1, 0), answer_to("moat", {asked("a")}));
    history.append(at(12, 9, 1), answer_to("moat", {asked("a")}));
    CHECK(history.state(kMoat)->points[0].memory.reviews == 2);
  }
  SECTION("flying west: one study day of thirty hours is one review") {
    history.append(at(0, 9, 0), answer_to("moat", {asked("a")}));
    history.append(at(15, -8, 0), answer_to("moat", {asked("a")}));
    CHECK(history.state(kMoat)->points[0].memory.reviews == 1);
  }
  SECTION(
      "west over the date line: a study day comes twice, later by the clock but not by the day") {
    history.append(at(0, 12, 1), answer_to("moat", {asked("a")}));
    history.append(at(3, -11, 0), answer_to("moat", {asked("a")}));
    const auto state = history.state(kMoat);
    CHECK(state->introduced == day(0));
    CHECK(state->points[0].memory.last_review == day(1));
    CHECK(state->points[0].memory.reviews == 2);
  }
  SECTION("a clock set back by five days: the answer stands where its clock put it") {
    history.append(on_day(10), answer_to("moat", {asked("a")}));
    history.append(on_day(5), answer_to("moat", {asked("a")}));
    history.append(on_day(11), answer_to("moat", {asked("a")}));
    CHECK(history.state(kMoat)->introduced == day(5));
    CHECK(history.state(kMoat)->points[0].memory.reviews == 3);
    REQUIRE(history.undo(on_day(5))->stamp.when.day == day(11));
    REQUIRE(history.undo(on_day(5))->stamp.when.day == day(5));
  }
  SECTION("a clock set back: what was done last still has the last word") {
    history.append(on_day(10), answer_to("moat", {asked("a")}));
    history.append(on_day(5), Suspension{kMoat, "", true});
    history.append(on_day(2), Suspension{kMoat, "", false});
    CHECK(!history.state(kMoat)->suspended);
    history.append(on_day(2), Reset{kMoat, ""});
    CHECK(!history.state(kMoat)->introduced);
  }
  SECTION("a daylight saving change in the night leaves days whole") {
    history.append(at(0, 2, 0), answer_to("moat", {asked("a")}));
    history.append(at(23, 1, 1), answer_to("moat", {asked("a")}));
    const auto memory = history.state(kMoat)->points[0].memory;
    CHECK(memory.last_review == day(1));
    CHECK(memory.reviews == 2);
  }
  SECTION("a year without a review") {
    history.append(on_day(0), answer_to("moat", {asked("a")}));
    history.append(on_day(365), answer_to("moat", {asked("a", Rating::again)}));
    CHECK(history.state(kMoat)->points[0].memory.lapses == 1);
    CHECK(*history.state(kMoat)->due > day(365));
  }
  check_rebuild(scene);
}

TEST_CASE("retractions of other devices that name themselves or each other undo nothing",
          "[history]") {
  const Scene scene;
  History history = scene.open();
  const auto said = history.append(on_day(0), answer_to("moat", {asked("a")}));
  const auto retraction = [](std::uint8_t number, std::uint8_t target) {
    Event event;
    event.stamp = {id_of(number), id_of(99), number, on_day(1), 5};
    event.body = Retraction{id_of(target)};
    return event;
  };
  const std::vector<Event> ring = {retraction(1, 1), retraction(2, 3), retraction(3, 2)};

  CHECK(history.merge(ring) == 3);

  CHECK(history.answers().size() == 1);
  history.append(on_day(2), Retraction{id_of(2)});
  history.append(on_day(2), Retraction{said.id});
  CHECK(history.answers().empty());
  CHECK(history.check().empty());
}
