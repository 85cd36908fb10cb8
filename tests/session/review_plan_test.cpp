#include "session/review_plan.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "history/day.h"
#include "session/load.h"
#include "session/scene.h"

using namespace pith;
using session::Why;
using test::Scene;

namespace {

/// What is asked of which item: its id and those of the points.
using Asked = std::pair<std::string, std::set<std::string>>;

/// A deck whose items and points come and go with the version of it.
std::string some_deck() {
  const auto few = [](int most) { return *rc::gen::inRange(1, most + 1); };
  auto yaml = fmt::format("deck: d\ndefaults: {{new_per_day: {}}}\nitems:\n", few(4));
  const int items = few(6);
  for (int i = 0; i < items; ++i) {
    yaml += fmt::format("  - id: i{}\n    question: Question {}\n", i, i);
    if (*rc::gen::inRange(0, 4) == 0) {
      yaml += fmt::format("    new_per_day: {}\n", few(4) - 1);
    }
    yaml += "    points:\n";
    const int points = few(3);
    for (int p = 0; p < points; ++p) {
      yaml +=
          fmt::format("      - {{point: point {} of {}, id: p{}, weight: {}}}\n", p, i, p, few(3));
    }
  }
  return yaml;
}

history::AnsweredPoint rated(const std::string& id, memory::Rating rating) {
  history::AnsweredPoint point;
  point.id = id;
  point.rating = rating;
  return point;
}

/// Something that a learner might do to an item of the deck.
history::Body some_event(const Scene& scene) {
  const auto& item = scene.item(*rc::gen::inRange<std::size_t>(0, scene.size()));
  const history::ItemId id{item.deck, item.id};
  const auto& point = item.points[*rc::gen::inRange<std::size_t>(0, item.points.size())].id;
  const auto day = scene.now().day;
  switch (*rc::gen::inRange(0, 9)) {
    case 0:
      return history::Suspension{id, *rc::gen::arbitrary<bool>() ? point : "",
                                 *rc::gen::arbitrary<bool>()};
    case 1:
      return history::Bury{id, day + std::chrono::days{*rc::gen::inRange(1, 4)}};
    case 2:
      return history::Reset{id, *rc::gen::arbitrary<bool>() ? point : ""};
    case 3:
      return history::Reschedule{id, day + std::chrono::days{*rc::gen::inRange(0, 4)}};
    default: {
      history::Answer answer;
      answer.item = id;
      const auto rating = *memory::rating_numbered(*rc::gen::inRange(1, 5));
      for (const auto& each : item.points) {
        answer.points.push_back(rated(each.id, rating));
      }
      return answer;
    }
  }
}

session::ReviewRules rules_now(Scene& scene) {
  return session::rules_for(scene.history(), scene.now().day, scene.wishes);
}

std::set<Asked> asked(const std::vector<session::Task>& tasks, Why why) {
  std::set<Asked> all;
  for (const auto& task : tasks) {
    if (task.why == why) {
      Asked asked{task.item->id, {}};
      for (const auto point : task.asked) {
        asked.second.insert(task.item->points[point].id);
      }
      all.insert(std::move(asked));
    }
  }
  return all;
}

session::ReviewPlan plan(Scene& scene) {
  const std::vector<std::string> decks = {"d"};
  return session::review_plan(scene.history(), decks, rules_now(scene));
}

std::vector<session::Task> tasks_of(Scene& scene, session::ReviewPlan plan) {
  session::PlannedTasks planned(
      scene.history(), std::move(plan), [&](const history::ItemId& id) { return scene.find(id); },
      scene.wishes);
  std::vector<session::Task> tasks;
  while (planned.left() > 0) {
    const auto page = planned.next();
    tasks.insert(tasks.end(), page.begin(), page.end());
  }
  return tasks;
}

std::vector<session::Task> all_tasks(Scene& scene) {
  return tasks_of(scene, plan(scene));
}

constexpr auto kManyItems = 100;

std::string many_items() {
  std::string yaml = "deck: d\ndefaults: {new_per_day: 1000}\nitems:\n";
  for (int i = 0; i < kManyItems; ++i) {
    yaml += fmt::format("  - {{id: i{}, question: Question {}, points: [p{}]}}\n", i, i, i);
  }
  return yaml;
}

/// Items that many points make due for the floor as well.
std::string busy_deck(int items) {
  std::string yaml = "deck: d\nitems:\n";
  for (int i = 0; i < items; ++i) {
    yaml += fmt::format("  - {{id: i{}, question: Question {}, points: [p{}, q{}]}}\n", i, i, i, i);
  }
  return yaml;
}

/// Answers to most items of the deck, some better than others by the seed.
std::vector<history::Body> busy_day(const Scene& scene, std::size_t seed) {
  std::vector<history::Body> answers;
  for (std::size_t i = 0; i < scene.size(); ++i) {
    const auto luck = (i * seed) % 7;
    history::Answer answer;
    answer.item = scene.id(i);
    for (const auto& point : scene.item(i).points) {
      const auto easy = luck > 2 ? memory::Rating::easy : memory::Rating::good;
      answer.points.push_back(
          rated(point.id, luck == 0 && answer.points.empty() ? memory::Rating::again : easy));
    }
    if (luck != 1) {
      answers.emplace_back(std::move(answer));
    }
  }
  return answers;
}

/// An answer to all points of an item.
void answer_well(Scene& scene, const history::ItemId& id) {
  history::Answer answer;
  answer.item = id;
  for (const auto& point : scene.find(id)->points) {
    answer.points.push_back(rated(point.id, memory::Rating::easy));
  }
  scene.history().append(scene.now(), answer);
}

/// Answers to everything that the history has as due, so that nothing of it is left today.
void answer_what_is_due(Scene& scene) {
  for (const auto& due : scene.history().on(scene.now().day).due()) {
    answer_well(scene, due.item);
  }
}

/// What is due of the items wanted, by a look at the memory of each.
std::vector<Asked> due_of(Scene& scene, const session::ItemFilter& wanted) {
  auto candidates = scene.candidates();
  std::erase_if(candidates, [&](const session::Candidate& candidate) {
    return !wanted({candidate.item->deck, candidate.item->id});
  });
  const auto due = asked(session::review_queue(candidates, rules_now(scene)), Why::due);
  return {due.begin(), due.end()};
}

/// The same by the indexes of the history.
std::vector<Asked> planned_of(Scene& scene, const session::ItemFilter& wanted) {
  const std::vector<std::string> decks = {"d"};
  std::vector<Asked> found;
  const auto plan = session::review_plan(scene.history(), decks, rules_now(scene), wanted);
  for (const auto& item : plan.due) {
    found.emplace_back(item.id.item, std::set(item.asked.begin(), item.asked.end()));
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

TEST_CASE("what the history plans by itself is what a look at every item would ask", "[session]") {
  rc::prop("decks that change, answers, suspensions, resets, days that pass", [] {
    Scene scene(some_deck());
    for (int step = *rc::gen::inRange(1, 9); step > 0; --step) {
      switch (*rc::gen::inRange(0, 8)) {
        case 0:
          scene.edit(some_deck());
          break;
        case 1:
          scene.history().undo(scene.now());
          break;
        case 2:
        case 3:
          scene.next_day(*rc::gen::inRange(1, 12));
          break;
        default:
          scene.history().append(scene.now(), some_event(scene));
      }
      const auto expected = scene.due();
      RC_ASSERT(plan(scene).size() == expected.size());
      const auto found = all_tasks(scene);
      RC_ASSERT(asked(found, Why::due) == asked(expected, Why::due));
      RC_ASSERT(asked(found, Why::fresh) == asked(expected, Why::fresh));
      RC_ASSERT(found.size() == expected.size());
    }
    const auto before = asked(all_tasks(scene), Why::due);
    scene.history().rebuild();
    RC_ASSERT(asked(all_tasks(scene), Why::due) == before);
    RC_ASSERT(plan(scene).size() == scene.due().size());
  });
}

TEST_CASE("a deck that the history was not told of yet is planned as it is", "[session]") {
  Scene scene(busy_deck(120));
  scene.wishes.fuzz = true;
  scene.history().append(scene.now(), busy_day(scene, 3));
  scene.next_day(4);
  const bool answered_before = GENERATE(false, true);
  CAPTURE(answered_before);
  if (answered_before) {
    answer_what_is_due(scene);
    REQUIRE(scene.history().on(scene.now().day).count_due() == 0);
  }
  const auto edited = deck::read_deck(
      "defaults: {desired_retention: 0.93, new_per_day: 7}\n" + busy_deck(110), "test.yaml");
  std::vector<const deck::Item*> items;
  for (const auto& item : edited.deck->items) {
    items.push_back(&item);
  }
  const session::Untold untold = {
      {"d", session::candidates_for(scene.history(), items, scene.wishes)}};
  const std::vector<std::string> decks = {"d"};
  const auto rules = session::rules_for(scene.history(), scene.now().day, scene.wishes, untold);
  const auto before = session::review_plan(scene.history(), decks, rules, {}, untold);

  scene.edit("defaults: {desired_retention: 0.93, new_per_day: 7}\n" + busy_deck(110));
  const auto after = plan(scene);

  CHECK(after.waiting > 0);
  CHECK(before.waiting == after.waiting);
  REQUIRE(before.due.size() == after.due.size());
  for (std::size_t i = 0; i < after.due.size(); ++i) {
    CHECK(before.due[i].id == after.due[i].id);
    CHECK(std::set(before.due[i].asked.begin(), before.due[i].asked.end()) ==
          std::set(after.due[i].asked.begin(), after.due[i].asked.end()));
  }
  REQUIRE(before.fresh.size() == 1);
  CHECK(before.fresh[0].items == after.fresh[0].items);
}

TEST_CASE("where much is due, the history alone leaves the same for the days to come",
          "[session]") {
  Scene scene(many_items());
  scene.wishes.fuzz = true;
  scene.edit(many_items());
  for (const auto& task : all_tasks(scene)) {
    const history::ItemId id{task.item->deck, task.item->id};
    history::Answer answer;
    answer.item = id;
    answer.points = {rated(task.item->points[0].id, memory::Rating::easy)};
    scene.history().append(scene.now(), answer);
    if (id.item.ends_with('7')) {
      scene.history().append(scene.now(), history::Reschedule{id, scene.now().day});
    }
  }
  scene.next_day(8);
  const auto expected = scene.due();
  CHECK(expected.size() < scene.history().on(scene.now().day).count_due());
  CHECK(asked(all_tasks(scene), Why::due) == asked(expected, Why::due));
  const auto today = plan(scene);
  CHECK(today.due.size() + today.waiting == scene.history().on(scene.now().day).count_due());
}

TEST_CASE("an even load is found by the index as by a look at every memory", "[session]") {
  std::size_t uneven = 0;
  rc::prop("busy days, a part of the collection, an edited deck, events of every kind", [&] {
    Scene scene(busy_deck(kManyItems));
    scene.wishes.fuzz = true;
    scene.edit(busy_deck(kManyItems));
    for (int day = *rc::gen::inRange(1, 4); day > 0; --day) {
      scene.history().append(scene.now(), busy_day(scene, *rc::gen::inRange<std::size_t>(1, 1000)));
      scene.next_day(*rc::gen::inRange(1, 10));
    }
    for (int more = *rc::gen::inRange(0, 12); more > 0; --more) {
      scene.history().append(scene.now(), some_event(scene));
    }
    if (*rc::gen::arbitrary<bool>()) {
      scene.edit(busy_deck(*rc::gen::inRange(20, kManyItems)));
    }
    scene.next_day(*rc::gen::inRange(0, 4));
    const auto skipped = static_cast<char>('0' + *rc::gen::inRange(0, 12));  // beyond '9': none
    const session::ItemFilter wanted = [=](const auto& id) { return id.item.back() != skipped; };
    const auto expected = due_of(scene, wanted);
    RC_ASSERT(planned_of(scene, wanted) == expected);
    if (skipped > '9') {
      RC_ASSERT(planned_of(scene, {}) == expected);
    }
    uneven += std::size_t{expected.size() < scene.history().on(scene.now().day).count_due()};
    scene.history().rebuild();
    RC_ASSERT(planned_of(scene, wanted) == expected);
  });
  CHECK(uneven > 0);
}

TEST_CASE("what is answered today counts towards its load: what can wait still can", "[session]") {
  const auto deck = "defaults: {desired_retention: 0.93}\n" + busy_deck(120);
  Scene scene(deck);
  scene.wishes.fuzz = true;
  scene.edit(deck);
  scene.history().append(scene.now(), busy_day(scene, 3));
  scene.next_day(4);
  const auto morning = plan(scene);
  REQUIRE(morning.waiting > 0);
  REQUIRE(morning.due.size() > 10);

  for (std::size_t i = 0; i < morning.due.size(); ++i) {
    history::Answer answer;
    answer.item = morning.due[i].id;
    for (const auto& point : morning.due[i].asked) {
      answer.points.push_back(
          rated(point, i % 3 == 0 ? memory::Rating::again : memory::Rating::good));
    }
    scene.history().append(scene.now(), answer);
    const auto now = plan(scene);
    CHECK(now.due.size() == morning.due.size() - i - 1);
    CHECK(now.waiting == morning.waiting);
    CHECK(asked(scene.due(), Why::due).size() == now.due.size());
  }

  scene.history().undo(scene.now());
  CHECK(plan(scene).due.size() == 1);
  scene.next_day();
  CHECK_FALSE(plan(scene).due.empty());
}

TEST_CASE("what is drilled before its day leaves what is asked today as it was", "[session]") {
  const auto deck = "defaults: {desired_retention: 0.93}\n" + busy_deck(200);
  Scene scene(deck);
  scene.wishes.fuzz = true;
  scene.edit(deck);
  for (std::size_t i = 0; i < scene.size(); ++i) {
    if (i == 100) {
      scene.next_day(2);
    }
    answer_well(scene, scene.id(i));
  }
  scene.next_day(3);
  const auto day = scene.now().day;
  const auto morning = asked(all_tasks(scene), Why::due);
  REQUIRE(plan(scene).waiting > 0);
  std::vector<history::ItemId> ahead;
  scene.history().on(day).for_each_waiting(session::load_horizon(day), true,
                                           [&](const auto& later) {
                                             ahead.push_back(later.item);
                                             return true;
                                           });
  REQUIRE_FALSE(ahead.empty());

  for (const auto& id : ahead) {
    answer_well(scene, id);
  }
  CHECK(asked(all_tasks(scene), Why::due) == morning);
  CHECK(asked(scene.due(), Why::due) == morning);
}

TEST_CASE("decks that were not asked for are no burden", "[session]") {
  Scene scene(many_items());
  scene.wishes.fuzz = true;
  scene.edit(many_items());
  scene.history().append(scene.now(), busy_day(scene, 1));
  scene.next_day(8);
  REQUIRE(scene.history().on(scene.now().day).count_due() > 0);
  CHECK(session::review_plan(scene.history(), {}, rules_now(scene)).size() == 0);
}

TEST_CASE("a limit of new items and a filter are kept", "[session]") {
  Scene scene(many_items());
  auto rules = rules_now(scene);
  rules.new_items = 3;
  const std::vector<std::string> decks = {"d"};
  const auto odd = [](const history::ItemId& id) { return (id.item.back() - '0') % 2 == 1; };
  const auto planned = session::review_plan(scene.history(), decks, rules, odd);
  CHECK(planned.size() == 3);
  const auto tasks = tasks_of(scene, planned);
  REQUIRE(tasks.size() == 3);
  CHECK(tasks[0].item->id == "i1");
  CHECK(tasks[2].item->id == "i5");
}

TEST_CASE("a plan that is cut short holds what would have been asked first", "[session]") {
  Scene scene(many_items());
  for (std::size_t i = 0; i < 5; ++i) {
    scene.history().append(scene.now(), history::Reschedule{scene.id(i), scene.now().day});
  }
  const auto whole = all_tasks(scene);
  const auto most = GENERATE(std::size_t{0}, 3, 5, 9, 1000);
  CAPTURE(most);
  auto cut = plan(scene);
  const auto expected = std::min(most, cut.size());
  cut.keep(most);
  CHECK(cut.size() == expected);
  const auto tasks = tasks_of(scene, cut);
  REQUIRE(tasks.size() == expected);
  for (std::size_t i = 0; i < expected; ++i) {
    CHECK(tasks[i].item->id == whole[i].item->id);
  }
}

TEST_CASE(
    "new items that another session has asked meanwhile are not asked twice, nor others for them",
    "[session]") {
  Scene scene(
      "deck: d\ndefaults: {new_per_day: 2}\nitems:\n"
      "  - {id: i0, question: A, points: [a]}\n  - {id: i1, question: B, points: [b]}\n"
      "  - {id: i2, question: C, points: [c]}\n  - {id: i3, question: D, points: [d]}\n");
  const auto planned = plan(scene);
  CHECK(planned.size() == 2);
  history::Answer answer;
  answer.item = scene.id(0);
  answer.points = {rated(scene.item(0).points[0].id, memory::Rating::good)};
  scene.history().append(scene.now(), answer);

  const auto tasks = tasks_of(scene, planned);
  REQUIRE(tasks.size() == 1);
  CHECK(tasks[0].item->id == "i1");
}

TEST_CASE("a session that plans ahead asks everything and counts what is to come", "[session]") {
  Scene scene(many_items());
  session::SessionOptions options;
  std::size_t looked_up = 0;
  options.later.emplace(
      scene.history(), plan(scene),
      [&](const history::ItemId& id) {
        ++looked_up;
        return scene.find(id);
      },
      scene.wishes);
  auto session = scene.start({}, std::move(options));
  CHECK(looked_up < kManyItems / 2);
  std::size_t answers = 0;
  for (; session.question(); ++answers) {
    CHECK(session.question()->total == kManyItems);
    CHECK(session.summary().left == kManyItems - answers);
    session.answer(session.question()->item->points[0].name);
  }
  CHECK(answers == kManyItems);
}

TEST_CASE("an item that has vanished since it was planned is left out", "[session]") {
  Scene scene(many_items());
  session::PlannedTasks planned(
      scene.history(), plan(scene),
      [&](const history::ItemId& id) { return id.item == "i0" ? nullptr : scene.find(id); },
      scene.wishes);
  std::size_t tasks = 0;
  while (planned.left() > 0) {
    tasks += planned.next().size();
  }
  CHECK(tasks == kManyItems - 1);
}
