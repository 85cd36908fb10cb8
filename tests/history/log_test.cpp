// The log: what goes in comes out, nothing is changed or lost.
#include <algorithm>
#include <string>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "history/fixture.h"
#include "history/store.h"

using namespace pith::history;
using pith::UsageError;
using pith::memory::Rating;
using pith::test::answer_to;
using pith::test::asked;
using pith::test::day;
using pith::test::events_in;
using pith::test::full_answer;
using pith::test::id_of;
using pith::test::on_day;
using pith::test::own_events;
using pith::test::Scene;

TEST_CASE("an answer comes back as it was given", "[history]") {
  const Scene scene;
  const Answer given = full_answer();
  const auto stamp = scene.open().append(on_day(3, std::chrono::minutes{-150}), given);

  const History history = scene.open();
  const auto answers = history.answers();

  REQUIRE(answers.size() == 1);
  const Stamp& kept = answers[0].stamp;
  CHECK(kept.id == stamp.id);
  CHECK(kept.device == history.device());
  CHECK(kept.sequence == 1);
  CHECK(kept.when.time == on_day(3).time);
  CHECK(kept.when.utc_offset == std::chrono::minutes{-150});
  CHECK(kept.when.day == day(3));
  CHECK(kept.schema == 5);
  const Answer& back = answers[0].answer;
  CHECK(back.session == given.session);
  CHECK(back.mode == given.mode);
  CHECK(back.scheduled == given.scheduled);
  CHECK(back.relearning == given.relearning);
  CHECK(back.aided == given.aided);
  CHECK(back.hints == given.hints);
  CHECK(back.time_over == given.time_over);
  CHECK(back.seconds == given.seconds);
  CHECK(back.item == given.item);
  CHECK(back.content_hash == given.content_hash);
  CHECK(back.text == given.text);
  CHECK(back.points == given.points);
  CHECK(back.versions == given.versions);
}

TEST_CASE("every kind of event comes back as it was", "[history]") {
  const Scene scene;
  const ItemId item{"startup", "moat"};
  pith::memory::Parameters weights = pith::memory::kDefaultParameters;
  weights[3] = 8.1 + 0.2;
  const std::vector<Body> bodies = {
      full_answer(),
      Alias{{"startup", "old", ""}, {"startup", "moat", ""}},
      Wording{item, "算法", "自研", Effect::reject, id_of(9)},
      ParametersChanged{weights, day(1), day(2), 400},
      Suspension{item, "算法", true},
      Bury{item, day(9)},
      Reset{item, "团队"},
      Reschedule{item, day(40)},
      Retraction{id_of(1)},
      Redaction{id_of(2)},
  };
  History history = scene.open();
  const auto stamps = history.append(on_day(0), bodies);

  const auto events = events_in(history);

  REQUIRE(events.size() == bodies.size());
  for (std::size_t i = 0; i < events.size(); ++i) {
    CHECK(events[i].stamp.id == stamps[i].id);
    CHECK(events[i].stamp.sequence == static_cast<std::int64_t>(i + 1));
    CHECK(kind_of(events[i].body) == kind_of(bodies[i]));
  }
  CHECK(std::get<Alias>(events[1].body).from == Name{"startup", "old", ""});
  CHECK(std::get<Alias>(events[1].body).to == Name{"startup", "moat", ""});
  const auto wording = std::get<Wording>(events[2].body);
  CHECK(wording.item == item);
  CHECK(wording.point == "算法");
  CHECK(wording.text == "自研");
  CHECK(wording.effect == Effect::reject);
  CHECK(wording.answer == id_of(9));
  const auto parameters = std::get<ParametersChanged>(events[3].body);
  CHECK(parameters.values == weights);
  CHECK(parameters.first_day == day(1));
  CHECK(parameters.last_day == day(2));
  CHECK(parameters.reviews == 400);
  CHECK(std::get<Suspension>(events[4].body).suspended);
  CHECK(std::get<Suspension>(events[4].body).point == "算法");
  CHECK(std::get<Bury>(events[5].body).until == day(9));
  CHECK(std::get<Reset>(events[6].body).point == "团队");
  CHECK(std::get<Reschedule>(events[7].body).day == day(40));
  CHECK(std::get<Retraction>(events[8].body).event == id_of(1));
  CHECK(std::get<Redaction>(events[9].body).answer == id_of(2));
  CHECK(own_events(history, events[7].stamp).size() == 2);
}

TEST_CASE("the wording of an item is kept once for each hash", "[history]") {
  const Scene scene;
  History history = scene.open();
  const Content content{"hash", "如何建立壁垒？", {{"算法", "原创算法"}, {"团队", "核心团队"}}};
  const std::vector<Body> bodies = {full_answer()};

  history.append(on_day(0), bodies, std::vector<Content>{content});
  history.append(on_day(1), bodies, std::vector<Content>{content});

  const auto kept = history.content("hash");
  REQUIRE(kept);
  CHECK(kept->question == "如何建立壁垒？");
  REQUIRE(kept->points.size() == 2);
  CHECK(kept->points[1].id == "团队");
  CHECK(kept->points[1].wording == "核心团队");
  CHECK(!history.content("other"));
}

TEST_CASE("events of one instant keep the order in which they were written", "[history]") {
  const Scene scene;
  for (int i = 0; i < 50; ++i) {
    Answer answer = answer_to("moat", {asked("a")});
    answer.hints = i;
    scene.open().append(on_day(0), answer);
  }

  const auto answers = scene.open().answers();

  REQUIRE(answers.size() == 50);
  for (int i = 0; i < 50; ++i) {
    CHECK(answers[static_cast<std::size_t>(i)].answer.hints == i);
  }
}

TEST_CASE("answers are read by page, item and session, in either direction", "[history]") {
  const Scene scene;
  History history = scene.open();
  for (int i = 0; i < 6; ++i) {
    Answer answer = answer_to(i % 2 == 0 ? "even" : "odd", {asked("a")});
    answer.hints = i;
    answer.session = id_of(static_cast<std::uint8_t>(i / 3));
    history.append(on_day(i), answer);
  }
  const auto hints = [&](const AnswerFilter& filter) {
    std::vector<int> found;
    for (const auto& answer : history.answers(filter)) {
      found.push_back(answer.answer.hints);
    }
    return found;
  };
  const auto first_page = history.answers({.limit = 2});

  CHECK(hints({.beyond = key_of(first_page[1].stamp), .limit = 2}) == std::vector{2, 3});
  CHECK(hints({.newest_first = true, .limit = 2}) == std::vector{5, 4});
  CHECK(hints({.newest_first = true, .beyond = key_of(first_page[1].stamp)}) == std::vector{0});
  CHECK(hints({.item = ItemId{"startup", "odd"}}) == std::vector{1, 3, 5});
  CHECK(hints({.item = ItemId{"startup", "odd"}, .newest_first = true, .limit = 1}) ==
        std::vector{5});
  CHECK(hints({.session = id_of(1)}) == std::vector{3, 4, 5});
  CHECK(hints({.from_day = day(4)}) == std::vector{4, 5});
  CHECK(hints({.item = ItemId{"startup", "none"}}).empty());
  const auto sessions = history.sessions();
  REQUIRE(sessions.size() == 2);
  CHECK(sessions[0].id == id_of(1));
  CHECK(sessions[0].answers == 3);
  const auto answers = history.answers();
  CHECK(std::ranges::count(answers, day(4),
                           [](const auto& logged) { return logged.stamp.when.day; }) == 1);
}

TEST_CASE("every answer is gone through, however many there are", "[history]") {
  Scene scene;
  History history = scene.open();
  history.at_once([&] {
    for (int i = 0; i < 1'205; ++i) {
      auto answer = answer_to(i % 241 == 0 ? "odd" : "moat", {asked("a")});
      answer.hints = i;
      history.append(on_day(i / 10), answer);
    }
  });
  const auto hints = [&](const AnswerFilter& filter) {
    std::vector<int> found;
    history.for_each_answer(
        filter, [&](const LoggedAnswer& logged) { found.push_back(logged.answer.hints); });
    return found;
  };
  const auto all = hints({});
  CHECK(all.size() == 1'205);
  CHECK(std::set<int>(all.begin(), all.end()).size() == all.size());
  CHECK(hints({.newest_first = true, .limit = 3}).size() == 1'205);
  CHECK(hints({.item = ItemId{"startup", "moat"}}).size() == 1'200);
  CHECK(hints({.item = ItemId{"startup", "odd"}}) == std::vector{0, 241, 482, 723, 964});
}

TEST_CASE("the log can only be added to", "[history]") {
  const Scene scene;
  {
    History history = scene.open();
    history.append(on_day(0), full_answer());
    history.append(on_day(0), Wording{{"startup", "moat"}, "算法", "自研"});
    history.append(on_day(0), Alias{{"a", "", ""}, {"b", "", ""}});
    history.append(on_day(0), Bury{{"startup", "moat"}, day(9)});
  }
  SQLite::Database raw(scene.file().string(), SQLite::OPEN_READWRITE);
  const std::string sql = GENERATE(
      "UPDATE event SET time_ms = 0", "DELETE FROM event", "UPDATE answer SET seconds = 0",
      "UPDATE answer SET text = 'other'", "UPDATE answer SET text = ''", "DELETE FROM answer",
      "UPDATE answer_point SET rating = 4", "DELETE FROM answer_point", "DELETE FROM wording",
      "UPDATE wording SET text = ''", "UPDATE alias SET to_deck = 'c'", "DELETE FROM alias",
      "UPDATE control SET day = 0", "DELETE FROM control", "UPDATE item SET item = 'x'");
  CAPTURE(sql);

  CHECK_THROWS_WITH(raw.exec(sql), "the log is append-only");
}

TEST_CASE("undo takes back answer after answer, to the first", "[history]") {
  const Scene scene;
  History history = scene.open();
  std::vector<std::string> dumps = {pith::test::derived(scene.file())};
  for (int i = 0; i < 5; ++i) {
    history.append(on_day(i * 10), answer_to(i % 2 == 0 ? "moat" : "funds", {asked("a")}));
    dumps.push_back(pith::test::derived(scene.file()));
  }

  for (int left = 4; left >= 0; --left) {
    const auto undone = history.undo(on_day(50));
    REQUIRE(undone);
    CHECK(undone->stamp.when.day == day(left * 10));
    CHECK(pith::test::derived(scene.file()) == dumps[static_cast<std::size_t>(left)]);
  }

  CHECK(!history.undo(on_day(50)));
  CHECK(history.answers().empty());
  CHECK(history.answers({.retracted = true}).size() == 5);
  CHECK(history.answers({.retracted = true})[0].retracted);
}

TEST_CASE("undo keeps to a session if told to", "[history]") {
  const Scene scene;
  History history = scene.open();
  Answer answer = answer_to("moat", {asked("a")});
  answer.session = id_of(1);
  history.append(on_day(0), answer);
  answer.session = id_of(2);
  history.append(on_day(1), answer);

  const auto undone = history.undo(on_day(2), id_of(1));

  REQUIRE(undone);
  CHECK(undone->answer.session == id_of(1));
  CHECK(!history.undo(on_day(2), id_of(1)));
  CHECK(history.answers().size() == 1);
}

TEST_CASE("a corrected answer takes the place of the first, and undo takes back both",
          "[history]") {
  const Scene scene;
  History history = scene.open();
  const auto first = history.append(on_day(0), answer_to("moat", {asked("a", Rating::again)}));
  const Wording learned{{"startup", "moat"}, "a", "自研", Effect::accept, std::nullopt};

  const auto second = history.amend(on_day(1), first.id, answer_to("moat", {asked("a")}),
                                    std::vector<Wording>{learned});

  CHECK(second.when.time == on_day(0).time);
  REQUIRE(history.answers().size() == 1);
  CHECK(history.answers()[0].stamp.id == second.id);
  REQUIRE(history.state({"startup", "moat"}));
  CHECK(history.state({"startup", "moat"})->points[0].memory.last_review == day(0));
  CHECK(history.state({"startup", "moat"})->points[0].memory.reviews == 1);
  CHECK(history.wordings().size() == 1);

  history.undo(on_day(2));

  CHECK(history.answers().empty());
  CHECK(history.wordings().empty());
  CHECK_THROWS_AS(history.amend(on_day(1), id_of(3), answer_to("moat", {})), UsageError);
}

TEST_CASE("an answer that was taken back is not corrected", "[history]") {
  const Scene scene;
  History history = scene.open();
  const auto stamp = history.append(on_day(0), answer_to("moat", {asked("a")}));
  history.undo(on_day(0));
  CHECK_THROWS_AS(history.amend(on_day(0), stamp.id, answer_to("moat", {asked("a")})), AnswerGone);
  CHECK(history.answers().empty());
}
