#include "session/exam.h"

#include <map>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "session/scene.h"

using namespace pith;
using namespace pith::session;
using test::Scene;

namespace {

/// Twelve items: six on strategy, four on money, two on law; the numbers are their points.
std::string deck_of_twelve() {
  std::string yaml = "deck: d\ntags: [interview]\nitems:\n";
  const std::vector<std::pair<std::string, int>> topics = {
      {"strategy", 6}, {"money", 4}, {"law", 2}};
  for (const auto& [topic, count] : topics) {
    for (int i = 1; i <= count; ++i) {
      yaml += "  - {id: " + topic + std::to_string(i) + ", question: About " + topic + " " +
              std::to_string(i) + ", tags: [" + topic + ", extra], points: [";
      for (int p = 0; p < i; ++p) {
        yaml += (p > 0 ? ", " : "") + topic + std::to_string(i) + "x" + std::to_string(p);
      }
      yaml += "]}\n";
    }
  }
  return yaml;
}

std::vector<std::string> ids(const std::vector<Task>& tasks) {
  std::vector<std::string> found;
  for (const auto& task : tasks) {
    found.push_back(task.item->id);
  }
  return found;
}

ExamRules rules_with(std::uint64_t seed, std::size_t count, const Scene& scene) {
  ExamRules rules;
  rules.day = scene.now().day;
  rules.count = count;
  rules.seed = seed;
  rules.by_memory = false;
  return rules;
}

}  // namespace

TEST_CASE("the same seed gives the same exam, another one another", "[session]") {
  Scene scene(deck_of_twelve());
  const auto first = ids(exam_queue(scene.candidates(), rules_with(7, 6, scene)));

  CHECK(ids(exam_queue(scene.candidates(), rules_with(7, 6, scene))) == first);
  std::set<std::vector<std::string>> others;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    others.insert(ids(exam_queue(scene.candidates(), rules_with(seed, 6, scene))));
  }
  CHECK(others.size() > 10);
}

TEST_CASE("a seeded exam stays the same whatever was learned since", "[session]") {
  Scene scene(deck_of_twelve());
  const auto before = ids(exam_queue(scene.candidates(), rules_with(7, 6, scene)));
  auto session = scene.drill();
  for (int i = 0; i < 8; ++i) {
    session.answer(i % 2 == 0 ? "" : "strategy2x0 strategy2x1 strategy4x0");
  }
  scene.next_day(3);
  CHECK(ids(exam_queue(scene.candidates(), rules_with(7, 6, scene))) == before);
}

TEST_CASE("every topic has its share of the questions", "[session]") {
  Scene scene(deck_of_twelve());
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    std::map<std::string, int> topics;
    std::set<std::string> different;
    for (const auto& id : ids(exam_queue(scene.candidates(), rules_with(seed, 6, scene)))) {
      ++topics[id.substr(0, id.size() - 1)];
      different.insert(id);
    }
    CHECK(different.size() == 6);
    CHECK(topics["strategy"] == 3);
    CHECK(topics["money"] == 2);
    CHECK(topics["law"] == 1);
  }
}

TEST_CASE("within a topic the questions go from easy to hard", "[session]") {
  Scene scene(deck_of_twelve());
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    std::set<std::size_t> thirds;
    for (const auto& task : exam_queue(scene.candidates(), rules_with(seed, 6, scene))) {
      if (task.item->id.starts_with("strategy")) {
        thirds.insert((task.asked.size() - 1) / 2);
      }
    }
    CHECK(thirds == std::set<std::size_t>{0, 1, 2});
  }
}

TEST_CASE("more questions than there are gives all of them once", "[session]") {
  Scene scene(deck_of_twelve());
  const auto all = ids(exam_queue(scene.candidates(), rules_with(1, 100, scene)));
  CHECK(all.size() == 12);
  CHECK(std::set<std::string>(all.begin(), all.end()).size() == 12);
  CHECK(exam_queue({}, rules_with(1, 10, scene)).empty());
}

TEST_CASE("a suspended item is in no exam", "[session]") {
  Scene scene(deck_of_twelve());
  scene.history().append(scene.now(), history::Suspension{scene.id(0), "", true});
  const auto asked = ids(exam_queue(scene.candidates(), rules_with(1, 100, scene)));
  CHECK(asked.size() == 11);
  for (const auto& id : asked) {
    CHECK(id != "strategy1");
  }
}

TEST_CASE("what is forgotten is harder than what is known, a new item lies between", "[session]") {
  Scene scene(
      "deck: d\nitems:\n  - {id: a, question: A, points: [x]}\n"
      "  - {id: b, question: B, points: [y]}\n  - {id: c, question: C, points: [z]}\n");
  auto session = scene.drill();
  session.answer("x");
  session.answer("");
  scene.next_day();
  auto rules = rules_with(1, 3, scene);
  rules.by_memory = true;
  const auto candidates = scene.candidates();

  const auto known = difficulty_of(candidates[0], rules);
  const auto forgotten = difficulty_of(candidates[1], rules);
  const auto fresh = difficulty_of(candidates[2], rules);

  CHECK(fresh == 0.5);
  CHECK(known < fresh);
  CHECK(known < forgotten);
  CHECK(forgotten <= 1.0);
}

TEST_CASE("the topic is the first tag that tells items of a deck apart", "[session]") {
  Scene scene(deck_of_twelve());
  std::vector<const deck::Item*> items = {&scene.item(0), &scene.item(6)};
  CHECK(topics_of(items) == std::vector<std::string>{"strategy", "money"});
  CHECK(topics_of(std::vector{items[0]}) == std::vector<std::string>{"d"});
}
