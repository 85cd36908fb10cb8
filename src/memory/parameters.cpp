#include "memory/parameters.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "text/error.h"

namespace pith::memory {
namespace {

constexpr std::size_t kFsrs45Count = 17;
constexpr std::size_t kFsrs5Count = 19;
constexpr double kFsrs5Decay = 0.5;

/// FSRS-4.5 spread difficulty linearly over the first rating; FSRS-5 does so exponentially.
void migrate_fsrs45(Parameters& w) {
  w[4] += 2 * w[5];
  w[5] = std::log(3 * w[5] + 1) / 3;
  w[6] += 0.5;
}

double parse_number(std::string_view part) {
  const auto first = part.find_first_not_of(" \t\n\r");
  const auto last = part.find_last_not_of(" \t\n\r");
  const auto number =
      first == part.npos ? std::string_view{} : part.substr(first, last - first + 1);
  double value = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error != std::errc{} || end != number.data() + number.size()) {
    throw UsageError(
        fmt::format("FSRS parameters: “{}” is not a number; expected {} numbers "
                    "separated by commas",
                    number, kParameterCount));
  }
  return value;
}

}  // namespace

Parameters clamped(Parameters parameters, const Bounds& bounds) {
  for (std::size_t i = 0; i < kParameterCount; ++i) {
    parameters[i] = std::clamp(parameters[i], bounds.low[i], bounds.high[i]);
  }
  return parameters;
}

Parameters parameters_from(std::span<const double> values) {
  const auto count = values.size();
  if (count == 0) {
    return kDefaultParameters;
  }
  if (count != kParameterCount && count != kFsrs5Count && count != kFsrs45Count) {
    throw UsageError(
        fmt::format("FSRS parameters: {} values; expected 21 (FSRS-6), 19 (FSRS-5) or "
                    "17 (FSRS-4.5)",
                    count));
  }
  const auto bad = std::ranges::find_if_not(values, [](double w) { return std::isfinite(w); });
  if (bad != values.end()) {
    throw UsageError(fmt::format("FSRS parameters: w{} is {}; expected a finite number",
                                 bad - values.begin(), *bad));
  }
  Parameters w{};
  std::ranges::copy(values, w.begin());
  if (count == kFsrs45Count) {
    migrate_fsrs45(w);
  }
  if (count != kParameterCount) {
    w.back() = kFsrs5Decay;
  }
  return clamped(w);
}

Parameters parse_parameters(std::string_view text) {
  std::vector<double> values;
  while (text.find_first_not_of(" \t\n\r") != text.npos) {
    const auto comma = text.find(',');
    values.push_back(parse_number(text.substr(0, comma)));
    if (comma == text.npos) {
      break;
    }
    text.remove_prefix(comma + 1);
    if (text.empty()) {
      values.push_back(parse_number(text));
    }
    if (values.size() > kParameterCount) {
      break;
    }
  }
  return parameters_from(values);
}

}  // namespace pith::memory
