// The gaps of a cloze, and what an answer may have meant for each.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "deck/item.h"

namespace pith::grading {

/// A gap of a cloze, and what may have been meant for it.
struct Gap {
  std::size_t point = 0;
  std::string_view text;
  std::size_t pieces = 1;  ///< Of its text, which may have commas.
  std::vector<std::string_view> fillers;
};

/// The gaps of an item of Kind::cloze, in their order, each with the stretches of the answer that
/// may be meant for it.
[[nodiscard]] std::vector<Gap> filled_gaps(const deck::Item& item, std::string_view answer);

}  // namespace pith::grading
