// Tables among the data files that are compiled in.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "grading/vector.h"

namespace pith::grading {

/// Lines `key <tab> text`, in their order; comments (`#`) and others are ignored.
[[nodiscard]] std::vector<std::pair<std::string_view, std::string_view>> text_rows(
    std::string_view table);

/// Lines `key <tab> numbers separated by spaces`, in their order; others are ignored.
[[nodiscard]] std::vector<std::pair<std::string_view, Vector>> number_rows(std::string_view table);

}  // namespace pith::grading
