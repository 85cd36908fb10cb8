// What is renamed keeps its history, whatever it was called before.
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "history/fixture.h"
#include "history/store.h"

using namespace pith::history;
using pith::test::answer_to;
using pith::test::asked;
using pith::test::check_rebuild;
using pith::test::events_in;
using pith::test::on_day;
using pith::test::Scene;

namespace {

const ItemId kRenamed{"startup", "moat"};

}  // namespace

TEST_CASE("a renamed item keeps its history", "[history]") {
  const Scene scene;
  History history = scene.open();
  history.append(on_day(0), answer_to("old", {asked("a")}));
  history.append(on_day(0), Wording{{"startup", "old"}, "a", "自研", Effect::accept, std::nullopt});

  history.append(on_day(1), Alias{{"startup", "old", ""}, {"startup", "moat", ""}});
  history.append(on_day(2), answer_to("moat", {asked("a")}));

  CHECK(!history.state({"startup", "old"}));
  CHECK(history.state(kRenamed)->answers == 2);
  CHECK(history.wordings(kRenamed).size() == 1);
  AnswerFilter filter;
  filter.item = kRenamed;
  REQUIRE(history.answers(filter).size() == 2);
  CHECK(history.answers(filter)[0].answer.item.item == "old");
  CHECK(history.answers(filter)[0].item == kRenamed);
  check_rebuild(scene);

  SECTION("and the name may be used again for something else") {
    history.append(on_day(3), answer_to("old", {asked("z")}));
    CHECK(history.state({"startup", "old"})->answers == 1);
    CHECK(history.state(kRenamed)->answers == 2);
    check_rebuild(scene);
  }
  SECTION("and gets its old name back when the renaming is undone") {
    const auto events = events_in(history);
    history.append(on_day(3), Retraction{events[2].stamp.id});
    CHECK(history.state({"startup", "old"})->answers == 1);
    CHECK(history.state(kRenamed)->answers == 1);
    check_rebuild(scene);
  }
  SECTION("through further names and back") {
    history.append(on_day(3), Alias{{"startup", "moat", ""}, {"startup", "wall", ""}});
    history.append(on_day(4), Alias{{"startup", "", ""}, {"business", "", ""}});
    CHECK(history.state({"business", "wall"})->answers == 2);
    history.append(on_day(5), Alias{{"business", "wall", ""}, {"startup", "old", ""}});
    CHECK(history.state({"startup", "old"})->answers == 2);
    CHECK(history.known_decks() == std::vector<std::string>{"startup"});
    check_rebuild(scene);
  }
}

TEST_CASE("a renamed deck takes all its items along", "[history]") {
  const Scene scene;
  History history = scene.open();
  history.append(on_day(0), answer_to("moat", {asked("a")}, "ai"));
  history.append(on_day(0), answer_to("funds", {asked("a")}, "ai"));
  history.append(on_day(0), answer_to("stem", {asked("a")}, "fsrs"));

  history.append(on_day(1), Alias{{"ai", "", ""}, {"startup", "", ""}});

  CHECK(history.states("ai").empty());
  CHECK(history.states("startup").size() == 2);
  CHECK(history.states("fsrs").size() == 1);
  check_rebuild(scene);
}

TEST_CASE("a renamed point keeps its history", "[history]") {
  const Scene scene;
  History history = scene.open();
  history.append(on_day(0), answer_to("moat", {asked("专利"), asked("团队")}));
  const auto memory = history.state(kRenamed)->points[0].memory;

  history.append(on_day(1), Alias{{"startup", "moat", "专利"}, {"startup", "moat", "ip"}});

  const auto state = history.state(kRenamed);
  REQUIRE(state->points.size() == 2);
  CHECK(state->points[0].id == "ip");
  CHECK(state->points[0].memory == memory);
  check_rebuild(scene);
  history.append(on_day(2), answer_to("moat", {asked("ip")}));
  CHECK(history.state(kRenamed)->points[0].memory.reviews == 2);
  check_rebuild(scene);
}
