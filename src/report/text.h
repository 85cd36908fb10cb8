// A scorecard as plain text for a terminal, a mail or a file.
#pragma once

#include <cstddef>
#include <string>

#include "report/scorecard.h"
#include "text/messages.h"

namespace pith::report {

struct TextOptions {
  std::size_t columns = 80;
  bool unicode = true;  ///< Else pith's own marks are ASCII.
  text::Messages tr{};
};

/// Wrapped by cells and safe to print.
[[nodiscard]] std::string to_text(const Scorecard& card, const TextOptions& options = {});

}  // namespace pith::report
