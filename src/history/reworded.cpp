#include "history/reworded.h"

#include <algorithm>
#include <functional>
#include <span>
#include <string>

#include "history/letters.h"

namespace pith::history {
namespace {

/// Two wordings in the same place with this much in common are one, reworded. proposals() asks for
/// more, since it knows no places.
constexpr double kAlike = 0.4;

bool alike(std::string_view a, std::string_view b) {
  return similarity(Letters(a), Letters(b), kAlike) >= kAlike;
}

bool are_one(const deck::Point& before, const deck::Point& after) {
  return alike(before.name, after.name) ||
         (!before.detail.empty() && alike(before.detail, after.detail));
}

bool are_one(const deck::Item& before, const deck::Item& after) {
  return before.kind == after.kind &&
         (alike(before.question, after.question) ||
          std::ranges::any_of(before.points, [&](const deck::Point& point) {
            return std::ranges::find(after.points, point.name, &deck::Point::name) !=
                   after.points.end();
          }));
}

/// Calls `pair` with what has vanished and what is new in its place.
template <typename Thing>
void for_reworded(const std::vector<Thing>& before, const std::vector<Thing>& after,
                  const std::function<void(const Thing&, const Thing&)>& pair) {
  const auto has = [](const std::vector<Thing>& things, const Thing& thing) {
    return std::ranges::find(things, thing.id, &Thing::id) != things.end();
  };
  for (std::size_t i = 0; i < before.size() && before.size() == after.size(); ++i) {
    if (!has(after, before[i]) && !has(before, after[i]) && are_one(before[i], after[i])) {
      pair(before[i], after[i]);
    }
  }
}

void add_points(std::vector<Alias>& aliases, const deck::Item& before, const deck::Item& after) {
  for_reworded<deck::Point>(
      before.points, after.points, [&](const deck::Point& was, const deck::Point& is) {
        aliases.push_back({{after.deck, after.id, was.id}, {after.deck, after.id, is.id}});
      });
}

}  // namespace

std::vector<Alias> reworded(const deck::Deck& before, const deck::Deck& after) {
  std::vector<Alias> aliases;
  if (before.id != after.id) {
    return aliases;  // a deck of another name: relink asks about that
  }
  for (const auto& item : before.items) {
    const auto same = std::ranges::find(after.items, item.id, &deck::Item::id);
    if (same != after.items.end()) {
      add_points(aliases, item, *same);
    }
  }
  for_reworded<deck::Item>(before.items, after.items,
                           [&](const deck::Item& was, const deck::Item& is) {
                             aliases.push_back({{was.deck, was.id, ""}, {is.deck, is.id, ""}});
                             add_points(aliases, was, is);
                           });
  return aliases;
}

std::vector<Alias> follow_edit(History& history, const When& when, const deck::Deck& before,
                               const deck::Deck& after) {
  std::vector<Alias> followed;
  for (auto& alias : reworded(before, after)) {
    if (history.knows(alias.from)) {
      history.append(when, alias);
      followed.push_back(std::move(alias));
    }
  }
  return followed;
}

}  // namespace pith::history
