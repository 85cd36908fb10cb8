#include "grading/bounded.h"

#include "grading/grader.h"
#include "text/utf8.h"

namespace pith::grading {

std::string_view bounded(std::string_view answer) {
  return text::prefix(answer, kLongestAnswer);
}

}  // namespace pith::grading
