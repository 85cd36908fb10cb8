// What the learner read before it was asked, kept from one session to the next.
#pragma once

#include "deck/item.h"

namespace pith::session {

class ReadItems {
 public:
  ReadItems() = default;
  ReadItems(const ReadItems&) = delete;
  ReadItems& operator=(const ReadItems&) = delete;
  virtual ~ReadItems() = default;

  /// Whether it was read today.
  [[nodiscard]] virtual bool has(const deck::Item& item) const = 0;

  /// What cannot be kept is lost without complaint: the answer that follows comes first.
  virtual void set(const deck::Item& item, bool read) = 0;
};

}  // namespace pith::session
