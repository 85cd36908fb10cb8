// What became of learned wordings: which later verdicts they changed, and which deserve a place in
// the deck.
#pragma once

#include <string>
#include <vector>

#include "deck/item.h"
#include "history/store.h"

namespace pith::session {

/// A later verdict that would be another one without the wording, by words alone.
struct Change {
  history::Uuid answer;
  history::When when;
  grading::Verdict without = grading::Verdict::missed;
  grading::Verdict with = grading::Verdict::hit;
  grading::Verdict final = grading::Verdict::hit;  ///< What the learner left it at.
};

struct WordingUse {
  history::KnownWording wording;
  std::vector<Change> changes;  ///< In the order of the log.
  bool in_deck = false;         ///< The point accepts these words already.
  /// Worth being accepted by the deck: it earns its point alone, harms no sample, and was never
  /// overruled since.
  bool proposed = false;
};

/// The wordings of the item that count, with what they did. Wordings of points that the item has
/// not got are left out.
[[nodiscard]] std::vector<WordingUse> wording_uses(const history::History& history,
                                                   const deck::Item& item);

}  // namespace pith::session
