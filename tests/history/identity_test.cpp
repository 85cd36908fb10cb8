// Edits of decks: typos, new names, moves. History follows where it was told to, and nothing is
// lost where it was not.
#include "history/identity.h"

#include <catch2/catch.hpp>

#include "deck/identity.h"
#include "history/fixture.h"
#include "history/proposals.h"

using namespace pith::history;
using pith::deck::Deck;
using pith::deck::Item;
using pith::deck::Point;
using pith::test::answer_to;
using pith::test::asked;
using pith::test::events_in;
using pith::test::on_day;
using pith::test::Scene;

namespace {

Item item_with(const std::string& deck, const std::string& id, std::vector<std::string> points) {
  Item item;
  item.deck = deck;
  item.id = id;
  for (auto& point_id : points) {
    Point point;
    point.id = point_id;
    point.name = point_id;
    item.points.push_back(point);
  }
  return item;
}

Deck deck_with(const std::string& id, std::vector<Item> items) {
  Deck deck;
  deck.id = id;
  deck.items = std::move(items);
  return deck;
}

/// A history with one answered item: startup/moat with the points 算法 and 团队.
struct Answered : Scene {
  Answered() : history(open()) {
    const std::vector<Body> answer = {answer_to("moat", {asked("算法"), asked("团队")})};
    const std::vector<Content> content = {
        {"hash", "如何建立技术壁垒？", {{"算法", "原创算法"}, {"团队", "核心团队"}}}};
    history.append(on_day(0), answer, content);
  }
  History history;
};

}  // namespace

TEST_CASE("an item's former id brings its history along, once", "[history]") {
  Answered scene;
  Deck deck = deck_with("startup", {item_with("startup", "wall", {"算法", "团队"})});
  deck.items[0].was = {"moat"};

  CHECK(adopt_former_names(scene.history, on_day(1), deck, {.decks = {"startup"}}) == 1);
  CHECK(adopt_former_names(scene.history, on_day(1), deck, {.decks = {"startup"}}) == 0);

  CHECK(scene.history.state({"startup", "wall"})->answers == 1);
  CHECK(!scene.history.state({"startup", "moat"}));
  CHECK(vanished(scene.history, deck).empty());
}

TEST_CASE("a point's former id brings its history along", "[history]") {
  Answered scene;
  Deck deck = deck_with("startup", {item_with("startup", "moat", {"独特算法", "团队"})});
  deck.items[0].points[0].was = {"算法"};

  CHECK(adopt_former_names(scene.history, on_day(1), deck, {.decks = {"startup"}}) == 1);

  const auto state = scene.history.state({"startup", "moat"});
  REQUIRE(state->points.size() == 2);
  CHECK(state->points[1].id == "独特算法");
  CHECK(state->points[1].memory.reviews == 1);
}

TEST_CASE("former names may be given as they were written: question and name of the point",
          "[history]") {
  const Scene scene;
  History history = scene.open();
  const std::string id = pith::deck::id_of_question("What is FSRS?");
  history.append(on_day(0), answer_to(id, {asked("memorymodel")}));
  Deck deck = deck_with("startup", {item_with("startup", "fsrs", {"model"})});
  deck.items[0].was = {"What is FSRS?"};
  deck.items[0].points[0].was = {"Memory model"};

  CHECK(adopt_former_names(history, on_day(1), deck, {.decks = {"startup"}}) == 2);

  const auto state = history.state({"startup", "fsrs"});
  REQUIRE(state);
  CHECK(state->points[0].id == "model");
}

TEST_CASE("deck, item and point renamed at once come along in one go", "[history]") {
  Answered scene;
  Deck deck = deck_with("business", {item_with("business", "wall", {"独特算法", "团队"})});
  deck.was = {"startup"};
  deck.items[0].was = {"moat"};
  deck.items[0].points[0].was = {"算法"};

  CHECK(adopt_former_names(scene.history, on_day(1), deck, {.decks = {"business"}}) == 3);

  CHECK(scene.history.known_decks() == std::vector<std::string>{"business"});
  CHECK(vanished(scene.history, deck).empty());
}

TEST_CASE("an item moved from another deck says so with deck/item", "[history]") {
  Answered scene;
  Deck deck = deck_with("strategy", {item_with("strategy", "moat", {"算法", "团队"})});
  deck.items[0].was = {"startup/moat"};

  adopt_former_names(scene.history, on_day(1), deck, {.decks = {"startup", "strategy"}});

  CHECK(scene.history.state({"strategy", "moat"})->answers == 1);
}

TEST_CASE("a former name that something bears today takes nothing from it", "[history]") {
  Answered scene;
  Deck deck = deck_with("startup", {item_with("startup", "moat", {"算法", "团队", "专利"}),
                                    item_with("startup", "wall", {"x"})});
  deck.items[1].was = {"moat"};
  deck.items[0].points[2].was = {"算法"};

  CHECK(aliases_wanted(scene.history, deck, {.decks = {"startup"}}).empty());

  Deck other = deck_with("business", {});
  other.was = {"startup"};
  CHECK(aliases_wanted(scene.history, other, {.decks = {"startup", "business"}}).empty());
}

TEST_CASE("a former id may be in use again: what each claims is meant at once", "[history]") {
  const Scene scene;
  History history = scene.open();
  history.append(on_day(0), answer_to("a", {asked("paris")}));
  history.append(on_day(0), answer_to("a", {asked("paris")}));
  history.append(on_day(0), answer_to("z", {asked("lima")}));
  const auto answers = [&](const std::string& id) {
    const auto state = history.state({"startup", id});
    return state ? state->answers : 0;
  };
  Deck deck;
  SECTION("in a chain") {
    deck = deck_with("startup", {item_with("startup", "france", {"paris"}),
                                 item_with("startup", "a", {"lima"})});
    deck.items[0].was = {"a"};
    deck.items[1].was = {"z"};
    CHECK(vanished(history, std::vector{deck}).empty());
    adopt_former_names(history, on_day(1), deck, {.decks = {"startup"}});
    CHECK(answers("france") == 2);
    CHECK(answers("a") == 1);
    CHECK(answers("z") == 0);
  }
  SECTION("exchanged") {
    deck = deck_with("startup",
                     {item_with("startup", "z", {"paris"}), item_with("startup", "a", {"lima"})});
    deck.items[0].was = {"a"};
    deck.items[1].was = {"z"};
    adopt_former_names(history, on_day(1), deck, {.decks = {"startup"}});
    CHECK(answers("z") == 2);
    CHECK(answers("a") == 1);
  }
  CHECK(vanished(history, deck).empty());
  CHECK(claims_refused(history, std::vector{deck}).empty());
  SECTION("once") {
    CHECK(adopt_former_names(history, on_day(1), deck, {.decks = {"startup"}}) == 0);
  }
  SECTION("also when another device answers under the old name") {
    const Scene laptop;
    History other = laptop.open();
    other.append(on_day(1), answer_to("z", {asked("lima")}));
    history.merge(events_in(other));
    const auto before = answers("a");
    adopt_former_names(history, on_day(2), deck, {.decks = {"startup"}});
    CHECK(answers("a") >= before);
    CHECK(answers("a") + answers("z") + answers("france") == 4);
  }
}

TEST_CASE("a former id that an unrelated question has now brings its history along", "[history]") {
  Answered scene;
  Deck deck = deck_with("startup", {item_with("startup", "wall", {"算法", "团队"}),
                                    item_with("startup", "moat", {"x"})});
  deck.items[0].was = {"moat"};
  deck.items[0].question = "如何建立技术壁垒？";
  deck.items[1].question = "What is new?";

  adopt_former_names(scene.history, on_day(1), deck, {.decks = {"startup"}});
  CHECK(scene.history.state({"startup", "wall"})->answers == 1);
  CHECK(!scene.history.state({"startup", "moat"}));

  scene.history.append(on_day(1), answer_to("moat", {asked("x")}));
  CHECK(adopt_former_names(scene.history, on_day(2), deck, {.decks = {"startup"}}) == 0);
  CHECK(scene.history.state({"startup", "moat"})->answers == 1);
}

TEST_CASE("what a claim does not get is told", "[history]") {
  Answered scene;
  Deck deck = deck_with("startup", {item_with("startup", "moat", {"算法", "团队", "专利"}),
                                    item_with("startup", "wall", {"x"})});
  deck.items[1].was = {"moat"};
  deck.items[0].points[2].was = {"算法"};
  const auto refused = claims_refused(scene.history, std::vector{deck});
  REQUIRE(refused.size() == 2);
  CHECK(refused[0].from == Name{"startup", "moat", ""});
  CHECK(refused[0].to == Name{"startup", "wall", ""});
  CHECK(refused[1].from == Name{"startup", "moat", "算法"});
  CHECK(refused[1].to == Name{"startup", "moat", "专利"});
}

TEST_CASE("a point's former name may be in use again", "[history]") {
  const Scene scene;
  History history = scene.open();
  using pith::memory::Rating;
  history.append(on_day(0), answer_to("fruit", {asked("apple", Rating::good, 1),
                                                asked("pear", Rating::good, 3)}));
  const auto weight = [&](const std::string& id) {
    const auto state = history.state({"startup", "fruit"});
    for (const auto& point : state->points) {
      if (point.id == id) {
        return point.weight;
      }
    }
    return 0.0;
  };
  Deck deck;
  std::string first;
  SECTION("in a chain") {
    first = "malus";
  }
  SECTION("exchanged") {
    first = "pear";
  }
  deck = deck_with("startup", {item_with("startup", "fruit", {first, "apple"})});
  deck.items[0].points[0].was = {"apple"};
  deck.items[0].points[1].was = {"pear"};
  adopt_former_names(history, on_day(1), deck, {.decks = {"startup"}});
  CHECK(weight(first) == 1);
  CHECK(weight("apple") == 3);
  CHECK(vanished(history, deck).empty());
  CHECK(adopt_former_names(history, on_day(1), deck, {.decks = {"startup"}}) == 0);
}

TEST_CASE("an item of another deck that is still there keeps its history", "[history]") {
  Answered scene;
  Deck thief = deck_with("strategy", {item_with("strategy", "fort", {"算法", "团队"})});
  thief.items[0].was = {"startup/moat"};
  const Deck owner = deck_with("startup", {item_with("startup", "moat", {"算法", "团队"})});
  bool there = true;
  const Present present = {{"startup", "strategy"},
                           [&](const ItemId& id) { return there && id.item == "moat"; }};

  CHECK(aliases_wanted(scene.history, thief, present).empty());
  CHECK(vanished(scene.history, std::vector{owner, thief}).empty());

  there = false;
  CHECK(adopt_former_names(scene.history, on_day(1), thief, present) == 1);
  CHECK(scene.history.state({"strategy", "fort"})->answers == 1);
}

TEST_CASE("answers another device gave under the old name come along later", "[history]") {
  Answered scene;
  Deck deck = deck_with("startup", {item_with("startup", "wall", {"算法", "团队"})});
  deck.items[0].was = {"moat"};
  adopt_former_names(scene.history, on_day(1), deck, {.decks = {"startup"}});
  const Scene laptop;
  History other = laptop.open();
  other.append(on_day(5), answer_to("moat", {asked("算法")}));
  scene.history.merge(events_in(other));

  CHECK(adopt_former_names(scene.history, on_day(2), deck, {.decks = {"startup"}}) == 1);

  CHECK(scene.history.state({"startup", "wall"})->answers == 2);
  CHECK(adopt_former_names(scene.history, on_day(2), deck, {.decks = {"startup"}}) == 0);
}

TEST_CASE("what a deck says of a point counts as well while another item is renamed", "[history]") {
  Answered scene;
  scene.history.append(on_day(0), answer_to("wall", {asked("x")}));
  Deck deck = deck_with("startup", {item_with("startup", "moat", {"独特算法", "团队"}),
                                    item_with("startup", "rampart", {"x"})});
  deck.items[0].points[0].was = {"算法"};
  deck.items[1].was = {"wall"};

  const std::vector<Deck> decks = {deck};
  CHECK(vanished(scene.history, decks).empty());
  CHECK(proposals(scene.history, decks).empty());
}

TEST_CASE("a point of a renamed item or deck is not gone while the deck says what it was",
          "[history]") {
  Answered scene;
  Deck deck = deck_with("business", {item_with("business", "wall", {"独特算法", "团队"})});
  deck.items[0].points[0].was = {"算法"};
  SECTION("item") {
    deck.id = deck.items[0].deck = "startup";
  }
  SECTION("deck") {
    deck.was = {"startup"};
  }
  deck.items[0].was = {"moat"};

  CHECK(vanished(scene.history, std::vector{deck}).empty());
}

TEST_CASE("what vanished without a word is named with its last wording", "[history]") {
  Answered scene;

  SECTION("a typo mended in a question without an id") {
    const Deck deck = deck_with("startup", {item_with("startup", "q-new", {"算法", "团队"})});
    const auto gone = vanished(scene.history, deck);
    REQUIRE(gone.size() == 1);
    CHECK(gone[0].name == Name{"startup", "moat", ""});
    CHECK(gone[0].wording == "如何建立技术壁垒？");
  }
  SECTION("a typo mended in a point") {
    const Deck deck = deck_with("startup", {item_with("startup", "moat", {"算法", "团对"})});
    const auto gone = vanished(scene.history, deck);
    REQUIRE(gone.size() == 1);
    CHECK(gone[0].name == Name{"startup", "moat", "团队"});
    CHECK(gone[0].wording == "核心团队");
  }
}
