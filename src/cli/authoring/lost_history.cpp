#include "cli/authoring/lost_history.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cli/authoring/renamed_elsewhere.h"
#include "cli/decks/decks.h"
#include "cli/decks/not_joined_yet.h"
#include "cli/files/history_file.h"
#include "deck/find_deck.h"
#include "deck/points.h"
#include "history/identity.h"
#include "history/mistyped_claims.h"
#include "history/proposals.h"

namespace pith::cli {
namespace {

using deck::Diagnostic;
using deck::Severity;

/// The place of what a name means in a deck that has it.
deck::Position place_of(const deck::Deck& deck, const history::Name& name) {
  const auto item = std::ranges::find(deck.items, name.item, &deck::Item::id);
  if (item == deck.items.end()) {
    return deck.at;
  }
  const auto* point = deck::find_point(*item, name.point);
  return point == nullptr ? item->at : point->at;
}

Diagnostic older_deck(const deck::Deck& deck, const history::Proposal& pair) {
  return {Severity::warning,
          deck.path,
          place_of(deck, pair.to),
          renamed_elsewhere(pair.to, pair.from),
          "copy the newer deck here, or rename it here as well",
          ""};
}

Diagnostic lost_history(const deck::Deck& deck, const history::Proposal& pair) {
  if (pair.elsewhere) {
    return older_deck(deck, pair);
  }
  const auto& from = pair.from;
  const auto& to = pair.to;
  const auto& wording = pair.from_wording;
  const bool moved = !from.item.empty() && from.deck != to.deck;
  const auto gone = from.item.empty()    ? from.deck
                    : moved              ? history::to_text(from)
                    : from.point.empty() ? from.item
                                         : from.point;
  return {Severity::warning,
          deck.path,
          place_of(deck, to),
          fmt::format("'{}' was answered before and is gone{}; is it this one, {}?",
                      wording.empty() ? gone : wording,
                      moved ? fmt::format(" from '{}'", from.deck) : "",
                      from.item.empty() ? "renamed"
                      : moved           ? "moved"
                                        : "reworded"),
          fmt::format("join them with `pith relink`, or write `was: {}` here", gone),
          ""};
}

/// The checked decks and the others of the learner's.
std::vector<deck::Deck> with_others(Context& context, const deck::Collection& checked) {
  auto decks = checked.decks;
  for (auto& deck : load_decks(context).decks) {
    if (deck::find_deck(decks, deck.id) == nullptr) {
      decks.push_back(std::move(deck));
    }
  }
  return decks;
}

Diagnostic refused_claim(const deck::Deck& deck, const history::Alias& claim) {
  const auto& name = claim.from.point.empty() ? claim.from.item : claim.from.point;
  return {
      Severity::warning,
      deck.path,
      place_of(deck, claim.to),
      fmt::format("'was: {}' brings nothing along: what is called so now keeps its history", name),
      "if that is another one, say by 'was' what it was called, or give it another id",
      ""};
}

Diagnostic mistyped(const deck::Deck& deck, const history::MistypedClaim& claim) {
  return {Severity::warning,
          deck.path,
          place_of(deck, claim.to),
          fmt::format("'was: {}' brings nothing along: nothing that was answered is called so",
                      claim.was),
          fmt::format("did you mean '{}'?", claim.meant),
          ""};
}

}  // namespace

deck::Diagnostics lost_histories(Context& context, const deck::Collection& checked, bool all) {
  const history::History history(history_file(context), {.read_only = true});
  if (history.known_decks().empty()) {
    return {};
  }
  const auto others = all ? std::vector<deck::Deck>() : with_others(context, checked);
  const auto& decks = all ? checked.decks : others;
  deck::Diagnostics found;
  const auto add = [&](const auto& each, auto as_diagnostic) {
    if (const auto* deck = deck::find_deck(checked.decks, each.to.deck)) {
      found.push_back(as_diagnostic(*deck, each));
    }
  };
  for (const auto& pair : history::proposals(history, decks)) {
    add(pair, lost_history);
  }
  for (const auto& claim : history::claims_refused(history, decks)) {
    add(claim, refused_claim);
  }
  for (const auto& claim : history::mistyped_claims(history, decks)) {
    add(claim, mistyped);
  }
  tell_of_not_joined(context, decks);
  return found;
}

}  // namespace pith::cli
