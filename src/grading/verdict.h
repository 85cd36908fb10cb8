// Names of verdicts, as they stand in outputs and in the history.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "grading/grade.h"

namespace pith::grading {

/// All of them, in the order of their numbers.
inline constexpr std::array kVerdicts = {Verdict::hit, Verdict::partial, Verdict::missed,
                                         Verdict::contradicted};

[[nodiscard]] std::string_view name_of(Verdict verdict);
[[nodiscard]] std::optional<Verdict> verdict_named(std::string_view name);

}  // namespace pith::grading
