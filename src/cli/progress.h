// How well items are known: what the history says of them today.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/context.h"
#include "deck/item.h"
#include "history/store.h"
#include "memory/fsrs.h"
#include "session/candidate.h"

namespace pith::cli {

struct ItemProgress {
  int reviews = 0;                               ///< Answers given.
  std::optional<double> expected_score;          ///< [0, 1]; empty if new.
  std::optional<memory::StudyDay> due;           ///< Empty if new or suspended.
  bool suspended = false;                        ///< As a whole.
  std::size_t suspended_points = 0;              ///< By themselves.
  std::optional<memory::StudyDay> buried_until;  ///< A day after today.
  bool fresh = true;                             ///< No review counts yet.
  bool silent = false;                           ///< No point of it is asked: all are suspended.
  std::optional<double> difficulty;  ///< 1..10: the mean of the points reviewed, by weight.
  int lapses = 0;                    ///< Of all points.
  bool leech = false;                ///< A point of it is one.
};

/// Whether something of the item is not asked.
[[nodiscard]] inline bool is_suspended(const ItemProgress& progress) {
  return progress.suspended || progress.suspended_points > 0;
}

/// Reads the history, which need not exist, without changing it. Throws StorageError.
class Progress {
 public:
  explicit Progress(const Context& context);

  [[nodiscard]] ItemProgress of(const deck::Item& item) const;

  /// The study day on which the history is looked at.
  [[nodiscard]] memory::StudyDay today() const { return today_; }

 private:
  [[nodiscard]] const history::ItemState* state(const deck::Item& item) const;

  history::History history_;
  memory::Parameters parameters_;
  memory::ForgettingCurve curve_;
  session::Wishes wishes_;
  memory::StudyDay today_{};
  /// Of the decks that were asked for, by deck and item.
  mutable std::map<std::string, std::map<std::string, history::ItemState>> states_;
};

}  // namespace pith::cli
