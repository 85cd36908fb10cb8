// Answers that fill the gaps of a text: in order, by name (`c2: text`), or some of them.
#pragma once

#include <string_view>
#include <vector>

#include "deck/item.h"
#include "grading/grade.h"

namespace pith::grading {

/// A result for each point, which is right if all its gaps are. Requires an item of Kind::cloze and
/// valid UTF-8.
[[nodiscard]] std::vector<PointResult> grade_cloze(const deck::Item& item, std::string_view answer,
                                                   bool use_accept);

}  // namespace pith::grading
