// One thing to ask: an item, and which of its points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "deck/item.h"

namespace pith::session {

enum class Why : std::uint8_t {
  due,       ///< Its expected score, or one of its points, has fallen.
  fresh,     ///< It was never reviewed.
  practice,  ///< The learner asked for it.
  again,     ///< Points were missed earlier in this session.
  follow_up  ///< Points were missed in the answer just before; nothing was revealed since.
};

/// Whether it asks its points for the first time in the session.
[[nodiscard]] constexpr bool is_first(Why why) {
  return why != Why::again && why != Why::follow_up;
}

/// The item must outlive the task.
struct Task {
  const deck::Item* item = nullptr;
  std::vector<std::size_t> asked;  ///< Indices into Item::points, ascending, at least one.
  Why why = Why::practice;
  int repeats = 0;          ///< How often it was asked before in this session.
  std::size_t section = 0;  ///< Index into SessionOptions::sections, where there are any.
  std::string prompt{};     ///< Asked instead of the item's question, if not empty.
  bool is_new = false;      ///< The item was never reviewed, though it is not asked for that.
};

}  // namespace pith::session
