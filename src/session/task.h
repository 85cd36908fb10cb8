// One thing to ask: an item, and which of its points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "deck/item.h"

namespace pith::session {

enum class Why : std::uint8_t {
  due,       ///< Its expected score, or one of its points, has fallen.
  fresh,     ///< It was never reviewed.
  practice,  ///< The learner asked for it.
  again      ///< Points were missed earlier in this session.
};

/// The item must outlive the task.
struct Task {
  const deck::Item* item = nullptr;
  std::vector<std::size_t> asked;  ///< Indices into Item::points, ascending, at least one.
  Why why = Why::practice;
  int repeats = 0;  ///< How often it was asked before in this session.
};

}  // namespace pith::session
