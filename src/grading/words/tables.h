// The data files that are compiled in, and the tables among them.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "grading/words/vector.h"

namespace pith::grading {

/// A compiled-in table of src/grading/data by its file name without extension.
[[nodiscard]] std::string_view data_table(std::string_view name);

/// Lines `key <tab> text`, in their order; comments (`#`) and others are ignored.
[[nodiscard]] std::vector<std::pair<std::string_view, std::string_view>> text_rows(
    std::string_view table);

/// What of a row's text stands before its further columns.
[[nodiscard]] std::string_view first_column(std::string_view columns);

/// Numbers separated by spaces, up to the first that is none.
[[nodiscard]] Vector numbers_in(std::string_view text);

/// Lines `key <tab> numbers separated by spaces`, in their order; others are ignored.
[[nodiscard]] std::vector<std::pair<std::string_view, Vector>> number_rows(std::string_view table);

}  // namespace pith::grading
