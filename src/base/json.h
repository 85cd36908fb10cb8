// JSON as pith writes it.
#pragma once

#include <functional>
#include <optional>

#include <nlohmann/json.hpp>

#include "base/json_fwd.h"

namespace pith::base {

/// The value, or null for nothing.
template <typename Value>
[[nodiscard]] Json or_null(const std::optional<Value>& value) {
  return value ? Json(*value) : Json();
}

/// What `form` makes of the value (a function of it, or a member), or null for nothing.
template <typename Value, typename Form>
[[nodiscard]] Json or_null(const std::optional<Value>& value, Form form) {
  return value ? Json(std::invoke(form, *value)) : Json();
}

}  // namespace pith::base
