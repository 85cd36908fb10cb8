#include "exchange/shelf.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/sha256.h"
#include "deck/cloze.h"
#include "deck/find_deck.h"
#include "deck/identity.h"
#include "deck/language.h"
#include "deck/limits.h"
#include "exchange/deck_name.h"
#include "exchange/lines.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace pith::exchange {
namespace {

using deck::kLongestName;
using deck::kLongestShown;
using deck::kMostPoints;
constexpr std::size_t kLargestDeck = std::size_t{8} << 20U;  // bytes of text, half of a deck file

void trim(std::string& text) {
  const auto inner = trimmed(text);
  if (inner.size() != text.size()) {
    text = std::string(inner);
  }
}

/// As the reader of decks takes texts: without space around them, and each tag once.
void trim(deck::Item& item) {
  for (auto* text : {&item.question, &item.explanation, &item.example}) {
    trim(*text);
  }
  for (auto& point : item.points) {
    trim(point.name);
    trim(point.detail);
    trim(point.group);
  }
  for (auto* list : {&item.hints, &item.tags}) {
    std::for_each(list->begin(), list->end(), [](std::string& text) { trim(text); });
    std::erase(*list, std::string());
  }
  std::set<std::string> seen;
  std::erase_if(item.tags, [&](const std::string& tag) { return !seen.insert(tag).second; });
}

/// The id wanted, with a number if it is taken; takes it.
std::string free_name(std::set<std::string>& taken, const std::string& wanted) {
  auto name = wanted;
  for (int n = 2; !taken.insert(name).second; ++n) {
    name = fmt::format("{}-{}", wanted, n);
  }
  return name;
}

/// Gives each point of a list its id; one whose name is no id, or is taken, gets a number. Ids that
/// are there already come first: their points may have a history.
void name_points(deck::Item& item) {
  std::set<std::string> taken;
  std::vector<std::size_t> unnamed;
  for (std::size_t i = 0; i < item.points.size(); ++i) {
    auto& id = item.points[i].id;
    if (id.empty()) {
      unnamed.push_back(i);
    } else {
      id = free_name(taken, id);
    }
  }
  for (const auto i : unnamed) {
    auto& point = item.points[i];
    const auto own = text::identity_of(point.name);
    point.id = free_name(taken, own.empty() ? fmt::format("p{}", i + 1) : own);
  }
}

bool is_too_long(const std::string& text) {
  return text.size() > kLongestShown;
}

bool too_long_to_ask(const deck::Item& item) {
  const auto most = item.kind == deck::Kind::points ? deck::kLongestQuestion : kLongestShown;
  return item.question.size() > most ||
         std::ranges::any_of(item.choices, is_too_long, &deck::Choice::text) ||
         (item.kind == deck::Kind::cloze && is_too_long(deck::written(item)));
}

/// Of what is shown beside question and points.
bool too_long_to_show(const deck::Item& item) {
  return is_too_long(item.explanation) || is_too_long(item.example) ||
         std::ranges::any_of(item.hints, is_too_long);
}

/// Why a deck cannot hold the item; empty if it can.
std::string flaw_of(const deck::Item& item) {
  const bool card = item.kind == deck::Kind::card;
  if (item.question.empty()) {
    return card ? "the front is empty" : "the question is empty";
  }
  if (item.points.empty() || item.points[0].name.empty()) {
    return card ? "the back is empty" : "there is no answer";
  }
  if (item.points.size() > kMostPoints && item.kind != deck::Kind::cloze) {
    return fmt::format("more than {} points", kMostPoints);
  }
  for (const auto& point : item.points) {
    if (point.name.empty()) {
      return "a point is empty";
    }
    if (point.name.size() > (item.kind == deck::Kind::points ? kLongestName : kLongestShown) ||
        point.detail.size() > deck::kLongestText) {
      return fmt::format("a text of {} bytes is too long for a point",
                         std::max(point.name.size(), point.detail.size()));
    }
  }
  return too_long_to_ask(item)    ? "the question is too long"
         : too_long_to_show(item) ? "the explanation is too long"
                                  : "";
}

/// About how many bytes of a deck file the item takes.
std::size_t size_of(const deck::Item& item) {
  std::size_t size = 100 + item.question.size() + item.explanation.size() + item.example.size();
  for (const auto& point : item.points) {
    size += 20 + point.name.size() + point.detail.size();
  }
  for (const auto& part : item.cloze) {
    size += part.text.size() + part.hint.size();
  }
  return size;
}

/// Decks that are small enough for a file each, numbered from the second on, with ids that neither
/// `others` nor the decks so far have.
void add_parts(deck::Deck deck, const std::unordered_set<std::string>& others,
               std::vector<deck::Deck>& decks) {
  const auto taken = [&](const std::string& wanted) {
    return others.contains(wanted) || deck::find_deck(decks, wanted) != nullptr;
  };
  auto items = std::move(deck.items);
  deck.items.clear();
  const auto id = deck.id;
  const auto title = deck.title;
  std::size_t size = 0;
  std::size_t part = 1;
  std::size_t number = 1;
  for (auto& item : items) {
    size += size_of(item);
    if (size > kLargestDeck && !deck.items.empty()) {
      decks.push_back(deck);
      deck.items.clear();
      do {
        deck.id = fmt::format("{}-{}", id, ++number);
      } while (taken(deck.id));
      deck.title = title.empty() ? title : fmt::format("{} ({})", title, ++part);
      size = size_of(item);
    }
    item.deck = deck.id;
    deck.items.push_back(std::move(item));
  }
  decks.push_back(std::move(deck));
}

/// A digest that only items have in common which nobody could tell apart.
std::string looks_of(const deck::Item& item) {
  auto looks =
      fmt::format("{}:{}:{}", static_cast<int>(item.kind), item.question.size(), item.question);
  for (const auto& point : item.points) {
    looks +=
        fmt::format("{}:{}{}:{}", point.name.size(), point.name, point.detail.size(), point.detail);
  }
  const auto digest = base::sha256(looks);
  return {digest.begin(), digest.end()};
}

}  // namespace

bool Shelf::add(deck::Item item, const Place& place) {
  trim(item);
  if (auto flaw = flaw_of(item); !flaw.empty()) {
    leave_out(place, std::move(flaw), item.question);
    return false;
  }
  if (item.kind == deck::Kind::points) {
    name_points(item);
  }
  item.deck = deck_.id;
  item.id_given = !item.id.empty();
  if (!item.id_given) {
    const bool cloze = item.kind == deck::Kind::cloze;
    item.id = deck::id_of_question(cloze ? deck::filled(item.cloze) : item.question);
  }
  if (!make_unique(item, place)) {
    return false;
  }
  taken_.emplace(item.id, deck_.items.size());
  deck_.items.push_back(std::move(item));
  return true;
}

bool Shelf::add_cloze(std::string_view text, deck::Item item, const Place& place) {
  auto parsed = deck::parse_cloze(trimmed(text));
  if (const auto* mistake = std::get_if<deck::ClozeMistake>(&parsed)) {
    leave_out(place, mistake->message, text);
    return false;
  }
  auto& cloze = std::get<deck::Cloze>(parsed);
  item.kind = deck::Kind::cloze;
  item.cloze = std::move(cloze.parts);
  item.points = std::move(cloze.points);
  item.question = deck::with_gaps(item.cloze);
  return add(std::move(item), place);
}

bool Shelf::make_unique(deck::Item& item, const Place& place) {
  if (!taken_.contains(item.id)) {
    return true;
  }
  const auto wanted = item.id;
  auto& [number, looks] = namesakes_[wanted];
  item.id = number == 1 ? wanted : fmt::format("{}-{}", wanted, number);
  for (auto taken = taken_.find(item.id); taken != taken_.end(); taken = taken_.find(item.id)) {
    looks.insert(looks_of(deck_.items[taken->second]));
    item.id = fmt::format("{}-{}", wanted, ++number);
  }
  item.id_given = true;
  if (looks.contains(looks_of(item))) {
    leave_out(place, "it is there already", item.question);
    return false;
  }
  return true;
}

void Shelf::finish(const std::unordered_set<std::string>& others) {
  if (deck_.items.empty()) {
    return;
  }
  for (auto* words : {&deck_.title, &deck_.description}) {
    trim(*words);
    words->resize(text::prefix(*words, kLongestShown).size());
  }
  title_nameless(deck_);
  deck::set_languages(deck_);
  add_parts(std::move(deck_), others, result_.decks);
}

void Shelf::leave_out(const Place& place, std::string reason, std::string_view text) {
  result_.left_out.push_back({place.line, place.text, std::move(reason), excerpt(text)});
}

bool add_both_ways(Shelf& shelf, deck::Item card, const Place& place) {
  auto other = card;
  other.question = card.points[0].name;
  other.points[0].name = card.question;
  if (card.id.empty()) {
    card.id = deck::id_of_question(trimmed(card.question));
  }
  other.id = deck::reversed_id(card.id);
  return shelf.add(std::move(card), place) && shelf.add(std::move(other), place);
}

}  // namespace pith::exchange
