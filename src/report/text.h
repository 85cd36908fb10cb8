// A scorecard as plain text for a terminal, a mail or a file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "report/scorecard.h"
#include "text/messages.h"

namespace pith::report {

/// What a stretch of a report is, for whoever gives it a colour.
enum class Tone : std::uint8_t { plain, heading, soft, accent, good, fair, poor };

struct TextOptions {
  std::size_t columns = 80;
  bool unicode = true;  ///< Else pith's own marks are ASCII.
  text::Messages tr{};
  /// Gives text, safe to print, with the escape sequences of its tone; empty: without any.
  std::function<std::string(Tone, std::string_view)> paint{};
  /// The questions of a practice too, for who did not see its results as they came; those of an
  /// exam are always told.
  bool questions = false;
};

/// Wrapped by cells and safe to print.
[[nodiscard]] std::string to_text(const Scorecard& card, const TextOptions& options = {});

}  // namespace pith::report
