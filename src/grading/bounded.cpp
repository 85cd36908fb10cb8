#include "grading/bounded.h"

#include <algorithm>

#include "grading/grader.h"

namespace pith::grading {

std::string_view bounded(std::string_view answer) {
  auto end = std::min(answer.size(), kLongestAnswer);
  while (end < answer.size() && (static_cast<unsigned char>(answer[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return answer.substr(0, end);
}

}  // namespace pith::grading
