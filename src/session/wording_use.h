// What became of learned wordings: which later verdicts they changed, and which deserve a place in
// the deck.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "deck/item.h"
#include "grading/encoder.h"
#include "history/store.h"

namespace pith::session {

/// A later verdict that would be another one without the wording.
struct Change {
  history::Uuid answer;
  history::When when;
  grading::Verdict without = grading::Verdict::missed;
  grading::Verdict with = grading::Verdict::hit;
  grading::Verdict final = grading::Verdict::hit;  ///< What the learner left it at.
};

struct WordingUse {
  history::KnownWording wording;
  std::vector<Change> changes{};  ///< In the order of the log.
  bool in_deck = false;           ///< The point accepts these words already.
  bool ambiguous = false;         ///< The same words were taught for another point, too.
  /// Worth being accepted by the deck: it has words of its own, by words alone it earns its point
  /// and, beside all that is proposed for the item, no other; it harms no sample, and it was taught
  /// for no other point and never overruled since.
  [[nodiscard]] bool proposed() const { return objection.empty(); }
  std::string_view objection{};  ///< Why it is not proposed, to be translated; empty if it is.
};

/// The wordings of the item that count, with what they did by the encoder, or by words if that is
/// null. An answer is graded with what was learned before it. Wordings of points that the item has
/// not got are left out.
[[nodiscard]] std::vector<WordingUse> wording_uses(const history::History& history,
                                                   const deck::Item& item,
                                                   const grading::SentenceEncoder* encoder);

}  // namespace pith::session
