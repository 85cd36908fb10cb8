#include "text/words.h"

#include <cmath>

#include <fmt/format.h>

namespace pith::text {

std::string plural(std::size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string duration_words(std::chrono::seconds time) {
  const auto minutes = time.count() / 60;
  const auto seconds = time.count() % 60;
  return minutes == 0   ? fmt::format("{} s", seconds)
         : seconds == 0 ? fmt::format("{} min", minutes)
                        : fmt::format("{}:{:02} min", minutes, seconds);
}

std::string with_hard_spaces(std::string words) {
  constexpr std::string_view kNoBreakSpace = "\u00A0";
  for (auto at = words.find(' '); at != std::string::npos; at = words.find(' ', at)) {
    words.replace(at, 1, kNoBreakSpace);
  }
  return words;
}

int percent(double share) {
  return static_cast<int>(std::lround(share * 100));
}

}  // namespace pith::text
