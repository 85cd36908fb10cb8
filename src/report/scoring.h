// Makes up the scorecard of a session from what it says of itself and what the log keeps.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "history/store.h"
#include "report/scorecard.h"
#include "session/engine.h"

namespace pith::report {

struct ScoringOptions {
  std::string title;
  std::optional<double> pass;  ///< Of the whole, [0, 1]; else the mean of the items' own.
  /// The decks of the items, whole: what tells an item apart in its deck is its topic.
  std::span<const deck::Deck> decks;
};

/// The scorecard of the session as it stands. Questions that were skipped, or not reached, count 0;
/// only in a practice whose time ran out those it did not reach do not count.
[[nodiscard]] Scorecard scorecard_of(const session::Session& session,
                                     const history::History& history, const history::When& now,
                                     const ScoringOptions& options);

}  // namespace pith::report
