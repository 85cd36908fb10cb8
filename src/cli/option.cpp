#include "cli/option.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/option_checks.h"
#include "cli/option_value.h"

namespace pith::cli {

Option Option::required() {
  return Option(*option_->required());
}

Option Option::one_of(const std::vector<std::string>& values) {
  return checked(
      *option_, [values](const std::string& given) { return not_among(given, values); },
      fmt::format("{{{}}}", fmt::join(values, ",")));
}

Option Option::between(int least, int most) {
  return checked(*option_,
                 [=](const std::string& given) { return not_between(given, least, most); });
}

Option Option::between(double least, double most) {
  return checked(*option_,
                 [=](const std::string& given) { return not_between(given, least, most); });
}

Option Option::positive() {
  return checked(*option_, not_positive);
}

Option Option::whole() {
  return checked(*option_, not_whole);
}

Option Option::one_value_each_time() {
  return Option(*option_->allow_extra_args(false));
}

Option Option::value_optional() {
  return Option(*option_->expected(0, 1));
}

Option Option::excludes(Option other) {
  return Option(*option_->excludes(other.option_));
}

Option Option::needs(Option other) {
  return Option(*option_->needs(other.option_));
}

std::string Option::names() const {
  return is_argument() ? option_->get_name(true) : option_->get_name(false, true);
}

std::vector<std::string> Option::long_names() const {
  return option_->get_lnames();
}

std::string Option::description() const {
  return option_->get_description();
}

bool Option::is_argument() const {
  return option_->get_positional();
}

bool Option::is_required() const {
  return option_->get_required();
}

bool Option::needs_value() const {
  return option_->get_expected_min() > 0;
}

bool Option::may_have_value() const {
  return option_->get_items_expected_max() > 0;
}

bool Option::takes_several() const {
  return option_->get_expected_max() > 1;
}

bool Option::is_number() const {
  return !option_->get_type_name().starts_with("TEXT");
}

std::vector<std::string> Option::values() const {
  // The library keeps them in the name of the type alone: TEXT:{auto,en,zh}.
  const auto type = option_->get_type_name();
  const auto open = type.find('{');
  const auto close = type.find('}');
  std::vector<std::string> values;
  if (open != std::string::npos && close != std::string::npos && open < close) {
    for (std::size_t at = open + 1; at <= close;) {
      const auto end = std::min(type.find(',', at), close);
      values.push_back(type.substr(at, end - at));
      at = end + 1;
    }
  }
  return values;
}

}  // namespace pith::cli
