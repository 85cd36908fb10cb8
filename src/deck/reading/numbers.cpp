#include "deck/reading/numbers.h"

#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "base/trim.h"

namespace pith::deck {
namespace {

/// Where a share from 0 to 1 is asked for, a number from here on is one of a hundred.
constexpr double kLeastPercent = 10.0;

struct Amount {
  double number = 0.0;
  std::string_view unit;
};

bool may_begin_unit(char c) {
  return c == ' ' || c == '%' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::optional<Amount> amount_in(std::string_view text) {
  Amount amount;
  const auto* end = text.data() + text.size();
  const auto [behind, error] = std::from_chars(text.data(), end, amount.number);
  const bool sound = error == std::errc{} && std::isfinite(amount.number) &&
                     (behind == end || may_begin_unit(*behind));
  amount.unit = base::trimmed(text.substr(static_cast<std::size_t>(behind - text.data())));
  return sound ? std::optional(amount) : std::nullopt;
}

}  // namespace

bool contains(const Range& range, double number) {
  return range.open ? number > range.low && number < range.high
                    : number >= range.low && number <= range.high;
}

std::string remedy_in(const Range& range, std::string_view key, std::string_view text) {
  const auto amount = amount_in(text);
  if (!amount) {
    return {};
  }
  const bool share = amount->unit.empty() && range.high == 1.0 && amount->number >= kLeastPercent;
  if (share || amount->unit == "%") {
    const auto part = amount->number / 100.0 * (share ? 1.0 : range.whole.value_or(0.0));
    return (share || range.whole) && contains(range, part)
               ? fmt::format("for {} % write {}: {:g}", amount->number, key, part)
               : "";
  }
  return !amount->unit.empty() && contains(range, amount->number)
             ? fmt::format("write {}: {}", key, amount->number)
             : "";
}

std::optional<double> number_before_unit(std::string_view text) {
  const auto amount = amount_in(text);
  return amount && !amount->unit.empty() ? std::optional(amount->number) : std::nullopt;
}

std::optional<double> parse_number(std::string_view text) {
  if (text.starts_with('+')) {
    text.remove_prefix(1);
  }
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) {
    return std::nullopt;
  }
  return value;
}

bool is_out_of_range(std::string_view text) {
  if (text.starts_with('+')) {
    text.remove_prefix(1);
  }
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc::result_out_of_range && end == text.data() + text.size();
}

}  // namespace pith::deck
