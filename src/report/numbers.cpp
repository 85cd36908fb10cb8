#include "report/numbers.h"

#include <cmath>

#include <fmt/format.h>

#include "text/words.h"

namespace pith::report {

std::string grouped(std::int64_t number) {
  auto digits = fmt::format("{}", number);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > (number < 0 ? 1 : 0);
       at -= 3) {
    digits.insert(static_cast<std::size_t>(at), ",");
  }
  return digits;
}

std::string period_name(std::string_view period, const text::Messages& tr) {
  return period == "today"       ? tr("today")
         : period == "yesterday" ? tr("yesterday")
         : period == "week"      ? tr("7 days")
         : period == "month"     ? tr("30 days")
         : period == "year"      ? tr("365 days")
                                 : tr("all");
}

std::string percent_or_dash(const std::optional<double>& share) {
  return share ? fmt::format("{}%", text::percent(*share)) : "–";
}

std::string time_words(double seconds, const text::Messages& tr) {
  constexpr long kHour = 60;
  constexpr long kManyHours = 10 * kHour;
  if (std::round(seconds) < 60) {
    return tr.format("{:.0f} s", seconds);
  }
  const auto minutes = std::lround(seconds / 60);
  return minutes < kHour        ? tr.format("{} min", minutes)
         : minutes < kManyHours ? tr.format("{}:{:02} h", minutes / kHour, minutes % kHour)
                                : tr.format("{} h", grouped(std::lround(seconds / 3600)));
}

std::string counted(std::int64_t number, std::string_view noun, const text::Messages& tr) {
  if (!tr.is_english()) {
    return tr.count(static_cast<std::size_t>(number), noun);
  }
  const bool hisses = noun.ends_with("ch");
  return fmt::format("{} {}{}", grouped(number), noun, number == 1 ? "" : hisses ? "es" : "s");
}

}  // namespace pith::report
