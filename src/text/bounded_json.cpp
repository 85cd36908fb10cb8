#include "text/bounded_json.h"

#include <cstddef>
#include <exception>

#include <nlohmann/json.hpp>

namespace pith::text {
namespace {

using nlohmann::json;

constexpr int kDeepest = 32;
constexpr std::size_t kMostValues = 2'000'000;  ///< A batch of the longest vectors has half of it.

class TooMuch : public std::exception {};

}  // namespace

json parse_bounded_json(std::string_view text) {
  std::size_t values = 0;
  const auto bounded = [&](int depth, json::parse_event_t /*event*/, json& /*parsed*/) {
    if (depth > kDeepest || ++values > kMostValues) {
      throw TooMuch();
    }
    return true;
  };
  try {
    return json::parse(text, bounded, false);
  } catch (const TooMuch&) {
    json none(json::value_t::discarded);  // In braces it would be a list with one entry.
    return none;
  }
}

}  // namespace pith::text
