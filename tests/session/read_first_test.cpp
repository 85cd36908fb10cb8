#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "session/engine.h"
#include "session/five_items.h"

using namespace pith;
using namespace pith::session;
using test::answers;
using test::asked;
using test::kDeck;
using test::Scene;

TEST_CASE("a new item that is read first is asked a little later, as a review", "[session]") {
  Scene scene(kDeck);
  auto session = scene.review();

  session.read_first();

  CHECK(asked(session) == "b");
  CHECK(answers(scene) == 0);
  session.answer("gamma");
  session.answer("delta");
  CHECK(asked(session) == "a");
  CHECK(session.question()->why == Why::fresh);
  CHECK_FALSE(session.answer("alpha, beta").aided);
  CHECK(session.last()->due > scene.now().day);
  CHECK(session.summary().skipped == 0);
}

TEST_CASE("what was read just before is only logged, and stays new", "[session]") {
  Scene scene("deck: d\nitems:\n  - {id: a, question: Q, points: [x]}\n");
  auto session = scene.review();
  session.read_first();
  CHECK(asked(session) == "a");

  const auto& result = session.answer("x");

  CHECK(result.aided);
  CHECK_FALSE(result.due);
  CHECK(scene.candidates()[0].is_new());
}

TEST_CASE("what was read is remembered by the next session of the day that begins with it",
          "[session]") {
  class Read : public ReadItems {
   public:
    [[nodiscard]] bool has(const deck::Item& item) const override { return ids_.contains(item.id); }
    void set(const deck::Item& item, bool read) override {
      read ? static_cast<void>(ids_.insert(item.id)) : static_cast<void>(ids_.erase(item.id));
    }

   private:
    std::set<std::string> ids_;
  };
  Scene scene(kDeck);
  Read read;
  SessionOptions options;
  options.read_items = &read;
  scene.review(options).read_first();

  auto session = scene.review(options);
  CHECK(asked(session) == "a");
  CHECK(session.answer("alpha, beta").aided);
  CHECK(scene.candidates()[0].is_new());
  CHECK(session.undo());
  CHECK(session.answer("alpha, beta").aided);

  auto later = scene.review(options);
  later.skip();
  later.answer("gamma");
  CHECK(later.undo());
  CHECK(later.undo());
  CHECK(asked(later) == "a");
  CHECK(read.has(scene.item(0)));
  later.read_first();
  later.answer("gamma");
  later.answer("delta");
  CHECK_FALSE(later.answer("alpha, beta").aided);
  CHECK_FALSE(read.has(scene.item(0)));
}

TEST_CASE("what practice without a schedule has just shown is only logged by the next session",
          "[session]") {
  Scene scene(
      "deck: d\nitems:\n  - {id: a, question: Q, points: [x]}\n"
      "  - {id: b, question: R, points: [y]}\n");
  SessionOptions practice;
  practice.scheduled = false;
  scene.review(practice).answer("?");

  SECTION("as its first answer") {
    auto session = scene.review();
    CHECK(session.answer("x").aided);
    CHECK(scene.candidates()[0].is_new());
  }
  SECTION("but not behind another item") {
    auto session = scene.review();
    session.skip();
    CHECK_FALSE(session.answer("y").aided);
  }
  SECTION("but not on another day") {
    scene.next_day();
    CHECK_FALSE(scene.review().answer("x").aided);
  }
}

TEST_CASE("reading an item first is undone like a skip", "[session]") {
  Scene scene(kDeck);
  auto session = scene.review();
  session.read_first();

  CHECK(session.undo());

  CHECK(asked(session) == "a");
  CHECK(session.question()->total == 5);
  session.answer("alpha");
  session.answer("gamma");
  session.answer("delta");
  CHECK(asked(session) == "e");
}

TEST_CASE("what was read is only logged where the reading is taken back, whatever came before",
          "[session]") {
  Scene scene(kDeck);
  auto session = scene.review();
  std::size_t place = 0;
  SECTION("as the first of the session") {}
  SECTION("after an answer") {
    session.answer("alpha, beta");
    place = 1;
  }
  SECTION("after a skip") {
    session.skip();
    place = 1;
  }
  session.read_first();
  REQUIRE(session.undo());
  const auto& name = scene.item(place).id;
  REQUIRE(asked(session) == name);

  CHECK(session.answer("alpha, beta, gamma").aided);
  CHECK(scene.candidates()[place].is_new());
  CHECK(session.undo());
  CHECK(session.answer("alpha, beta, gamma").aided);
}

TEST_CASE("what was read counts where something was asked after the reading was taken back",
          "[session]") {
  Scene scene(kDeck);
  auto session = scene.review();
  session.answer("alpha, beta");
  session.read_first();
  REQUIRE(session.undo());

  SECTION("what had been answered before") {
    REQUIRE(session.undo());
    session.answer("alpha, beta");
  }
  SECTION("what comes after it") {
    session.read_first();
    session.answer("delta");
    session.answer("epsilon");
  }
  REQUIRE(asked(session) == "b");
  CHECK_FALSE(session.answer("gamma").aided);
}

TEST_CASE("a drill has new items to be read first as well, and no others", "[session]") {
  Scene scene(kDeck);
  auto session = scene.drill();
  CHECK(session.question()->is_new);
  session.read_first();
  session.answer("gamma");
  session.answer("delta");
  CHECK(asked(session) == "a");
  session.answer("alpha, beta");

  scene.next_day();
  CHECK_FALSE(scene.drill().question()->is_new);
}
