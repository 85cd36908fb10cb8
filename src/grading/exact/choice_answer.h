// Answers that choose among options, by letter or by text.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "deck/item.h"
#include "grading/grade.h"

namespace pith::grading {

/// What an answer does with the options of an item, each by its place in Item::choices.
struct Choosing {
  std::vector<bool> chosen;
  std::vector<bool> denied;   ///< "not TCP"
  std::string_view denial{};  ///< The first word that denies one; in the answer.
  std::size_t strangers = 0;  ///< Pieces that name no option.
  bool at_once = false;       ///< All are chosen, or none, by one word for them.
};

/// Requires an item of Kind::choices and valid UTF-8.
[[nodiscard]] Choosing choosing_in(const deck::Item& item, std::string_view answer);

/// Right choices less wrong ones, as a share of all that are right. Requires an item of
/// Kind::choices and valid UTF-8.
[[nodiscard]] PointResult grade_choices(const deck::Item& item, std::string_view answer);

}  // namespace pith::grading
