// What was mended in a deck with pith's own editing keeps its history, though nothing has an id.
#include "history/reworded.h"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "deck/reading/reader.h"
#include "history/fixture.h"

using namespace pith::history;
using pith::test::answer_to;
using pith::test::asked;
using pith::test::on_day;
using pith::test::Scene;

namespace {

pith::deck::Deck deck_of(const std::string& items) {
  return *pith::deck::read_deck("deck: net\nitems:\n" + items, "net.yaml").deck;
}

/// `from -> to` of items as indices, and of points by name.
std::vector<std::string> renamed(const pith::deck::Deck& before, const pith::deck::Deck& after) {
  const auto place = [](const pith::deck::Deck& deck, const std::string& id) {
    const auto found = std::ranges::find(deck.items, id, &pith::deck::Item::id);
    return std::to_string(found - deck.items.begin());
  };
  std::vector<std::string> pairs;
  for (const auto& [from, to] : reworded(before, after)) {
    pairs.push_back(from.point.empty() ? place(before, from.item) + " -> " + place(after, to.item)
                                       : from.point + " -> " + to.point);
  }
  return pairs;
}

constexpr auto kBefore =
    "  - question: Why does TCP use a three-way handshake?\n    points: [both sides agree, "
    "numbers are known]\n"
    "  - {question: das Haus, answer: house}\n"
    "  - {question: der Hund, answer: dog}\n";

}  // namespace

TEST_CASE("a question or a point reworded in its place is the one it was", "[history]") {
  using Pairs = std::vector<std::string>;
  const auto [before, after, expected] = GENERATE(table<std::string, std::string, Pairs>({
      {"das Haus", "das Haus (n.)", {"1 -> 1"}},
      {"Why does TCP use a three-way handshake", "Why is the TCP handshake three-way", {"0 -> 0"}},
      {"Why does TCP use a three-way handshake", "What are SYN and ACK for", {"0 -> 0"}},
      {"numbers are known", "the numbers are known", {"numbersareknown -> thenumbersareknown"}},
      {"das Haus", "DAS  HAUS!", {}},
      {"das Haus, answer: house", "Where is my coat, answer: there", {}},
      {"numbers are known", "old segments are refused", {}},
      {"  - {question: das Haus, answer: house}\n", "", {}},
      {"das Haus, answer: house}\n",
       "das Haus, answer: house}\n  - {question: die Uhr, answer: x}\n",
       {}},
  }));
  std::string text = kBefore;
  text.replace(text.find(before), before.size(), after);
  CAPTURE(text);
  CHECK(renamed(deck_of(kBefore), deck_of(text)) == expected);
}

TEST_CASE("the history of a reworded item goes on with its points", "[history]") {
  const Scene scene;
  auto history = scene.open();
  const auto before = deck_of(kBefore);
  auto after = before;
  after.items[0].id = "q-new";
  after.items[0].points[1].id = "the numbers are known";
  after.items[0].points[1].name = "the numbers are known";
  after.items[2].id = "q-dog";
  const auto& item = before.items[0];
  history.append(on_day(1),
                 answer_to(item.id, {asked(item.points[0].id), asked(item.points[1].id)}, "net"));

  const auto followed = follow_edit(history, on_day(2), before, after);

  CHECK(followed.size() == 2);  // of the dog nothing is known
  CHECK_FALSE(history.state({"net", item.id}));
  const auto state = history.state({"net", "q-new"});
  REQUIRE(state);
  REQUIRE(state->points.size() == 2);
  CHECK(state->points[1].id == "the numbers are known");
  CHECK(state->points[1].memory.reviews == 1);
  CHECK(follow_edit(history, on_day(3), before, after).empty());
}
