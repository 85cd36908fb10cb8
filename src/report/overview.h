// The first lines about a learner's progress: label and sentence.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "statistics/statistics.h"
#include "text/messages.h"

namespace pith::report {

using LabelledLines = std::vector<std::pair<std::string, std::string>>;

/// Today, due, streak, the period, what is known, retention.
[[nodiscard]] LabelledLines overview_lines(const statistics::Statistics& figures,
                                           const text::Messages& tr = {});

}  // namespace pith::report
