// What a failure of any kind says to the learner.
#pragma once

#include <exception>
#include <string>

namespace pith::models {

/// The words of an Error; of anything else what can be said of it.
[[nodiscard]] std::string reason_of(const std::exception& failure);

}  // namespace pith::models
