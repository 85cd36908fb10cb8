#include "text/own_marks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

namespace pith::text {

std::string ascii_marks(std::string words) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kAscii = {
      {{"·", "-"}, {"–", "-"}, {"→", "->"}, {"“", "\""}, {"”", "\""}, {"…", "..."}}};
  for (const auto& [mark, ascii] : kAscii) {
    for (auto at = words.find(mark); at != std::string::npos; at = words.find(mark, at)) {
      words.replace(at, mark.size(), ascii);
    }
  }
  return words;
}

std::string bar(double share, std::size_t cells, bool unicode) {
  const auto clamped = std::isnan(share) ? 0.0 : std::clamp(share, 0.0, 1.0);
  const auto full = static_cast<std::size_t>(std::lround(clamped * static_cast<double>(cells)));
  std::string bar;
  for (std::size_t i = 0; i < cells; ++i) {
    bar += i < full ? (unicode ? "█" : "#") : (unicode ? "░" : "-");
  }
  return bar;
}

}  // namespace pith::text
