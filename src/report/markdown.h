// A scorecard as Markdown, to be pasted into notes, an issue or a README.
#pragma once

#include <string>
#include <string_view>

#include "report/scorecard.h"
#include "text/messages.h"

namespace pith::report {

[[nodiscard]] std::string to_markdown(const Scorecard& card, const text::Messages& tr = {});

/// Text on one line that Markdown shows as it is, in a table's cell as well.
[[nodiscard]] std::string markdown_escaped(std::string_view text);

}  // namespace pith::report
