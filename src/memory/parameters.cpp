#include "memory/parameters.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/error.h"
#include "base/trim.h"

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

double parse_number(std::string_view number) {
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
  bool more = !base::trimmed(text).empty();
  while (more && values.size() <= kParameterCount) {
    const auto comma = text.find(',');
    values.push_back(parse_number(base::trimmed(text.substr(0, comma))));
    more = comma != std::string_view::npos;
    text.remove_prefix(more ? comma + 1 : text.size());
  }
  return parameters_from(values);
}

}  // namespace pith::memory
