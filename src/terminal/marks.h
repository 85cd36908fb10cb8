// Which items the learner means to edit, once the session is over.
#pragma once

#include "deck/item.h"

namespace pith::terminal {

class Marks {
 public:
  Marks() = default;
  Marks(const Marks&) = delete;
  Marks& operator=(const Marks&) = delete;
  virtual ~Marks() = default;

  [[nodiscard]] virtual bool has(const deck::Item& item) const = 0;

  /// Whether that could be kept.
  [[nodiscard]] virtual bool set(const deck::Item& item, bool marked) = 0;
};

}  // namespace pith::terminal
