// What is redacted leaves no text behind, and which wordings count.
#include <fstream>
#include <iterator>
#include <string>

#include <catch2/catch.hpp>

#include "history/fixture.h"
#include "history/store.h"

using namespace pith::history;
using pith::test::answer_to;
using pith::test::asked;
using pith::test::day;
using pith::test::full_answer;
using pith::test::id_of;
using pith::test::on_day;
using pith::test::Scene;

namespace {

/// Whether the bytes are in the file of the history or in its WAL.
bool holds(const Scene& scene, std::string_view text) {
  for (const char* suffix : {"", "-wal"}) {
    std::ifstream file(scene.file().string() + suffix, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (bytes.find(text) != std::string::npos) {
      return true;
    }
  }
  return false;
}

Answer confiding_answer() {
  Answer answer = full_answer();
  answer.text = "my password is hunter2hunter2";
  return answer;
}

}  // namespace

TEST_CASE("a redacted answer keeps its verdicts and leaves no text in the file", "[history]") {
  const Scene scene;
  History history = scene.open();
  const Answer answer = confiding_answer();
  const auto stamp = history.append(on_day(0), answer);
  history.append(on_day(0),
                 Wording{{"startup", "moat"}, "算法", "hunter2hunter2", Effect::accept, stamp.id});
  const auto before = pith::test::derived(scene.file());

  history.redact(on_day(1), stamp.id);

  const auto kept = history.answers();
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].redacted);
  CHECK(kept[0].answer.text.empty());
  CHECK(kept[0].answer.points == answer.points);
  CHECK(history.wordings().empty());
  CHECK(pith::test::derived(scene.file()) == before);
  CHECK_FALSE(holds(scene, "hunter2"));
  CHECK_THROWS_WITH(history.redact(on_day(1), id_of(5)),
                    "the history has no answer 05050505-0505-0505-0505-050505050505");
}

TEST_CASE("a text that another reader keeps in the file is not said to be overwritten",
          "[history]") {
  const Scene scene;
  History history(scene.file(), {.patience = std::chrono::milliseconds{20}});
  const auto stamp = history.append(on_day(0), confiding_answer());
  {
    const History reader(scene.file(), {.read_only = true});
    reader.as_of_one_moment([&] {
      CHECK(reader.answers().size() == 1);
      CHECK_THROWS_WITH(history.redact(on_day(1), stamp.id),
                        Catch::Contains("another process is reading the history"));
    });
  }
  REQUIRE(history.answers().size() == 1);
  CHECK(history.answers()[0].answer.text.empty());

  history.redact(on_day(1), stamp.id);
  CHECK_FALSE(holds(scene, "hunter2"));
}

TEST_CASE("a redacted answer takes along what it was before it was overruled", "[history]") {
  const Scene scene;
  History history = scene.open();
  const Answer answer = confiding_answer();
  const Wording wording{answer.item, "算法", "hunter2hunter2"};
  history.append(on_day(0), answer_to("moat", {asked("算法")}));
  const auto first = history.append(on_day(0), answer);
  const auto second = history.amend(on_day(0), first.id, answer, std::span(&wording, 1));
  const auto last = history.amend(on_day(0), second.id, answer, std::span(&wording, 1));

  history.redact(on_day(1), last.id);

  CHECK_FALSE(holds(scene, "hunter2"));
  const auto all = history.answers({.retracted = true});
  REQUIRE(all.size() == 4);
  CHECK_FALSE(all[0].redacted);
  CHECK(all[0].answer.text == "团队和算法");
  for (const auto& said : std::span(all).subspan(1)) {
    CHECK(said.redacted);
    CHECK(said.answer.text.empty());
  }
}

TEST_CASE("what corrects a redacted answer is redacted as well, and teaches nothing", "[history]") {
  const Scene scene;
  History history = scene.open();
  auto answer = answer_to("moat", {asked("a")});
  answer.text = "my password";
  const auto first = history.append(on_day(0), answer);
  history.redact(on_day(0), first.id);
  const Wording wording{{"startup", "moat"}, "a", "my password"};

  const auto second = history.amend(on_day(0), first.id, answer, std::span(&wording, 1));
  const auto third = history.amend(on_day(0), second.id, answer, std::span(&wording, 1));

  CHECK(history.answer(third.id)->redacted);
  CHECK(history.answer(third.id)->answer.text.empty());
  CHECK(history.wordings().empty());
  CHECK_FALSE(holds(scene, "my password"));
}

TEST_CASE("a redacted wording leaves no text in the event that forgot it", "[history]") {
  const Scene scene;
  History history = scene.open();
  const Answer answer = confiding_answer();
  const auto stamp = history.append(on_day(0), answer);
  history.append(on_day(0),
                 Wording{answer.item, "算法", "hunter2hunter2", Effect::accept, stamp.id});
  ItemId item = answer.item;
  if (GENERATE(false, true)) {
    item.item = "trench";
    history.append(on_day(1),
                   Alias{{answer.item.deck, answer.item.item, ""}, {item.deck, item.item, ""}});
  }
  history.append(on_day(2), Wording{item, "算法", "hunter2hunter2", Effect::forget, std::nullopt});
  history.append(on_day(2), Wording{item, "算法", "开源", Effect::forget, std::nullopt});

  history.redact(on_day(3), stamp.id);

  CHECK_FALSE(holds(scene, "hunter2"));
  CHECK(holds(scene, "开源"));
}

TEST_CASE("a wording stays forgotten when one of the answers that taught it is redacted",
          "[history]") {
  const Scene scene;
  History history = scene.open();
  const Answer answer = full_answer();
  const auto first = history.append(on_day(0), answer);
  const auto second = history.append(on_day(0), answer);
  for (const auto& stamp : {first, second}) {
    history.append(on_day(0), Wording{answer.item, "算法", "自研", Effect::accept, stamp.id});
  }
  history.append(on_day(0), Wording{answer.item, "算法", "自研", Effect::forget, std::nullopt});

  history.redact(on_day(1), first.id);
  CHECK(history.wordings().empty());
  history.redact(on_day(1), second.id);
  CHECK(history.wordings().empty());
  CHECK_FALSE(holds(scene, "自研"));
}

TEST_CASE("a wording is known with the answer that taught it, until that is blanked", "[history]") {
  const Scene scene;
  History history = scene.open();
  Answer answer;
  answer.item = {"startup", "moat"};
  answer.text = "自研，外加开源";
  const auto said = history.append(on_day(0), answer);
  history.append(on_day(0), Wording{answer.item, "a", "自研", Effect::accept, said.id});
  REQUIRE(history.wordings().size() == 1);
  CHECK(history.wordings()[0].said == answer.text);

  history.redact(on_day(1), said.id);
  CHECK(history.wordings().empty());
}

TEST_CASE("wordings count until they are taken back", "[history]") {
  const Scene scene;
  History history = scene.open();
  const ItemId item{"startup", "moat"};
  history.append(on_day(0), Wording{item, "a", "自研", Effect::accept, std::nullopt});
  history.append(on_day(0), Wording{item, "a", "开源", Effect::accept, std::nullopt});
  history.append(on_day(1), Wording{item, "a", "开源", Effect::reject, std::nullopt});
  history.append(on_day(1), Wording{item, "b", "人才", Effect::accept, std::nullopt});
  history.append(on_day(2), Wording{item, "b", "人才", Effect::forget, std::nullopt});

  const auto known = history.wordings(item);

  REQUIRE(known.size() == 2);
  CHECK(known[0].text == "开源");
  CHECK(known[0].effect == Effect::reject);
  CHECK(known[0].stamp.when.day == day(1));
  CHECK(known[1].text == "自研");
  CHECK(known[1].effect == Effect::accept);
  CHECK(history.wordings().size() == 2);
  CHECK(history.wordings(ItemId{"startup", "funds"}).empty());
}
