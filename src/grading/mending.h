// Which words of an answer would earn a missed point, were they accepted.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "deck/item.h"
#include "grading/decision/free_text.h"
#include "grading/grade.h"

namespace pith::grading {

/// A clause of the answer, or a part of one, that would make the point a hit if it were accepted:
/// of those that say something, deny nothing, are no other point's evidence and come nearer to this
/// point than to any other, the nearest; none if what it got is one of its wordings already. Found
/// out by grading the answer again; empty where none of them is a good `accept`. The analysis and
/// the grade are the answer's.
[[nodiscard]] std::optional<std::string> mending_accept(const deck::Item& item,
                                                        std::string_view answer,
                                                        const FreeTextGrader& grader,
                                                        const Analysis& analysis,
                                                        const Grade& grade, std::size_t point);

}  // namespace pith::grading
