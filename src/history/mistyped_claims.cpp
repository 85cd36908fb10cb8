#include "history/mistyped_claims.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/is_digit.h"
#include "deck/find_deck.h"
#include "deck/identity.h"
#include "deck/points.h"
#include "history/identity.h"
#include "text/normalise.h"
#include "text/similar.h"
#include "text/utf8.h"

namespace pith::history {
namespace {

using Names = std::vector<std::string>;

std::string digits_of(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits), base::is_digit);
  return digits;
}

/// What was meant, if one letter in three is wrong at most. Numbers that differ are no typo:
/// `q12` and `q13` are two.
std::optional<std::string> meant_by(const std::string& was, Names names) {
  constexpr std::size_t kFewestLetters = 3;
  std::erase_if(names, [&](const auto& name) { return digits_of(name) != digits_of(was); });
  return text::count_code_points(was) < kFewestLetters ? std::nullopt : text::nearest(was, names);
}

/// Names of what is gone, as `was:` may call it.
class Gone {
 public:
  Gone(const History& history, std::span<const deck::Deck> decks) {
    for (const auto& [name, wording, points] : vanished(history, decks)) {
      if (!name.point.empty()) {
        auto& names = points_[{name.deck, name.item}];
        names.push_back(name.point);
        names.push_back(wording.substr(0, wording.find(": ")));
        continue;
      }
      auto& names = items_[name.deck];
      names.push_back(name.item);
      names.push_back(wording);
      full_.push_back(to_text(name));
      if (deck::find_deck(decks, name.deck) == nullptr) {
        decks_.insert(name.deck);
      }
    }
  }

  [[nodiscard]] Names like(const Name& claimant, const std::string& was) const {
    if (claimant.item.empty()) {
      return {decks_.begin(), decks_.end()};
    }
    if (!claimant.point.empty()) {
      const auto found = points_.find({claimant.deck, claimant.item});
      return found == points_.end() ? Names() : found->second;
    }
    const auto found = items_.find(claimant.deck);
    return was.find('/') != std::string::npos ? full_
           : found == items_.end()            ? Names()
                                              : found->second;
  }

 private:
  std::set<std::string> decks_;
  std::map<std::string, Names> items_;  ///< By deck.
  std::map<ItemId, Names> points_;
  Names full_;  ///< Of items, with their decks.
};

class Search {
 public:
  Search(const History& history, std::span<const deck::Deck> decks)
      : history_(history), decks_(decks) {}

  std::vector<MistypedClaim> run() {
    for (const auto& deck : decks_) {
      look_at(deck);
    }
    return std::move(found_);
  }

 private:
  void look_at(const deck::Deck& deck) {
    for (const auto& was : deck.was) {
      consider(was, {deck.id, "", ""}, {{was, "", ""}});
    }
    for (const auto& item : deck.items) {
      for (const auto& was : item.was) {
        const auto slash = was.find('/');
        const bool full = slash != std::string::npos;
        consider(was, {deck.id, item.id, ""},
                 {{full ? was.substr(0, slash) : deck.id, full ? was.substr(slash + 1) : was, ""},
                  {deck.id, deck::id_of_question(was), ""}});
      }
      for (const auto& point : item.points) {
        for (const auto& was : point.was) {
          consider(was, {deck.id, item.id, point.id},
                   {{deck.id, item.id, was}, {deck.id, item.id, text::identity_of(was)}});
        }
      }
    }
  }

  void consider(const std::string& was, const Name& claimant, const std::vector<Name>& readings) {
    if (!gone_) {
      gone_.emplace(history_, decks_);
    }
    const auto names = gone_->like(claimant, was);
    const auto meant = names.empty() ? std::nullopt : meant_by(was, names);
    if (meant && std::ranges::none_of(readings, [&](const Name& name) { return is_known(name); })) {
      found_.push_back({was, claimant, *meant});
    }
  }

  /// Whether something is, or was, called so.
  [[nodiscard]] bool is_known(const Name& name) const {
    const Stamp first;  // before every renaming
    return stands_in_deck(name) || history_.knows(name) ||
           history_.present_name(name, first) != name;
  }

  [[nodiscard]] bool stands_in_deck(const Name& name) const {
    const auto* deck = deck::find_deck(decks_, name.deck);
    if (deck == nullptr || name.item.empty()) {
      return deck != nullptr;
    }
    const auto item = std::ranges::find(deck->items, name.item, &deck::Item::id);
    return item != deck->items.end() &&
           (name.point.empty() || deck::find_point(*item, name.point) != nullptr);
  }

  const History& history_;
  std::span<const deck::Deck> decks_;
  std::optional<Gone> gone_;  ///< Looked for when there is a claim.
  std::vector<MistypedClaim> found_;
};

}  // namespace

std::vector<MistypedClaim> mistyped_claims(const History& history,
                                           std::span<const deck::Deck> decks) {
  return Search(history, decks).run();
}

}  // namespace pith::history
