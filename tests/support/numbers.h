// Answers to questions for a number.
#pragma once

#include <string>

#include "grading/grader.h"
#include "support/items.h"

namespace pith::test {

/// The score of an answer to a question for a number.
inline double score_asked(const std::string& question, double wanted, const std::string& answer,
                          double tolerance = 0) {
  auto asked = item("zh", question, {point("n")});
  asked.kind = deck::Kind::number;
  asked.number = deck::NumberAnswer{wanted, tolerance};
  return grading::grade(asked, answer).score;
}

}  // namespace pith::test
