// What the grader makes of an answer, for tests that ask about one point.
#pragma once

#include <string_view>

#include "grading/grader.h"
#include "grading/verdict.h"

namespace pith::test {

/// Of the item's first point, by words.
inline grading::Verdict first_verdict(const deck::Item& item, std::string_view answer) {
  return grading::grade(item, answer).points.front().verdict;
}

}  // namespace pith::test
