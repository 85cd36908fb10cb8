#include "history/letters.h"

#include <algorithm>

#include "text/normalise.h"
#include "text/similar.h"
#include "text/utf8.h"

namespace pith::history {
namespace {

/// Edit distance takes the square of the length; beyond this the beginnings are compared.
constexpr std::size_t kLongestCompared = 400;

}  // namespace

Letters::Letters(std::string_view wording) : text(text::identity_of(wording)) {
  text.resize(text::prefix(text, kLongestCompared).size());
  length = text::count_code_points(text);
}

double similarity(const Letters& a, const Letters& b, double least) {
  const auto [shorter, longer] = std::minmax(a.length, b.length);
  if (longer == 0 || a.text == b.text) {
    return longer == 0 ? 0.0 : 1.0;
  }
  if (static_cast<double>(shorter) < least * static_cast<double>(longer)) {
    return 0.0;
  }
  return 1.0 -
         static_cast<double>(text::edit_distance(a.text, b.text)) / static_cast<double>(longer);
}

}  // namespace pith::history
