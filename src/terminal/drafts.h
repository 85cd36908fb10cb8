// Answers that were begun and not sent, kept from one session to the next.
#pragma once

#include <string>
#include <string_view>

#include "deck/item.h"

namespace pith::terminal {

class Drafts {
 public:
  Drafts() = default;
  Drafts(const Drafts&) = delete;
  Drafts& operator=(const Drafts&) = delete;
  virtual ~Drafts() = default;

  /// What was begun for the item, options of a choice by the deck's letters; empty if nothing was.
  [[nodiscard]] virtual std::string of(const deck::Item& item) = 0;

  /// Replaces it; blank text forgets it. What cannot be kept is lost without complaint: an answer
  /// being typed is no moment for one.
  virtual void keep(const deck::Item& item, std::string_view text) = 0;
};

}  // namespace pith::terminal
