#include "grading/words/spelling.h"

#include <algorithm>
#include <utility>

namespace pith::grading {
namespace {

constexpr std::size_t kShortestRoot = 4;  ///< Letters.

}  // namespace

bool within_one_edit(std::u32string_view a, std::u32string_view b) {
  if (a.size() > b.size()) {
    std::swap(a, b);
  }
  if (b.size() - a.size() > 1) {
    return false;
  }
  std::size_t i = 0;
  while (i < a.size() && a[i] == b[i]) {
    ++i;
  }
  if (a.size() < b.size()) {
    return a.substr(i) == b.substr(i + 1);
  }
  const bool swapped = i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] &&
                       a.substr(i + 2) == b.substr(i + 2);
  return i == a.size() || swapped || a.substr(i + 1) == b.substr(i + 1);
}

bool share_root(std::u32string_view a, std::u32string_view b) {
  const auto shorter = std::min(a.size(), b.size());
  std::size_t common = 0;
  while (common < shorter && a[common] == b[common]) {
    ++common;
  }
  const bool beginning = common == shorter && common >= kShortestRoot;
  return beginning || (common >= kShortestRoot + 1 && common + 3 >= shorter);
}

}  // namespace pith::grading
