// Answers that choose among options, by letter or by text.
#pragma once

#include <string_view>

#include "deck/item.h"
#include "grading/grade.h"

namespace pith::grading {

/// Right choices less wrong ones, as a share of all that are right. Requires an item of
/// Kind::choices and valid UTF-8.
[[nodiscard]] PointResult grade_choices(const deck::Item& item, std::string_view answer);

}  // namespace pith::grading
