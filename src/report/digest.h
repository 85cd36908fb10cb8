// Progress in a dozen lines, for a mail or a chat message.
#pragma once

#include <cstddef>
#include <string>

#include "report/text.h"
#include "statistics/statistics.h"

namespace pith::report {

/// At most 16 short lines and what wrapping adds.
[[nodiscard]] std::string digest(const statistics::Statistics& figures,
                                 const TextOptions& options = {});

}  // namespace pith::report
