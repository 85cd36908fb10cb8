// Answers graded anew, with other wordings than when they were given. Pure.
#pragma once

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "deck/item.h"
#include "grading/encoder.h"
#include "grading/grader.h"
#include "history/store.h"

namespace pith::session {

using Wordings = std::vector<history::KnownWording>;

/// An answer graded anew.
struct Regraded {
  std::vector<std::size_t> asked;  ///< Places in the item, ascending.
  grading::Grade grade;            ///< Of that part.

  /// Null if the point was not asked.
  [[nodiscard]] const grading::PointResult* of(const deck::Item& item, std::size_t point) const;
};

/// Grades answers to an item anew. The points asked are made ready once for each set of wordings:
/// most answers are graded with the same ones.
class Regrader {
 public:
  /// `item` and `encoder`, which may be null, must outlive it.
  Regrader(const deck::Item& item, const grading::SentenceEncoder* encoder)
      : item_(item), encoder_(encoder) {}

  /// Of an answer whose points have their present names (history/present_names.h).
  [[nodiscard]] Regraded operator()(const history::Answer& answer, const Wordings& wordings);

 private:
  using Key = std::pair<std::vector<std::size_t>, std::vector<history::Uuid>>;

  [[nodiscard]] std::vector<std::size_t> places_asked(const history::Answer& answer) const;
  const grading::PreparedItem& ready(const std::vector<std::size_t>& asked,
                                     const Wordings& wordings);

  const deck::Item& item_;
  const grading::SentenceEncoder* encoder_;
  std::map<Key, grading::PreparedItem> ready_;
};

}  // namespace pith::session
