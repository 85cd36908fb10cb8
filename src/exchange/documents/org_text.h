// Org's inline markup as light Markdown.
#pragma once

#include <string>
#include <string_view>

namespace pith::exchange {

/// A line of Org as Markdown: links, `=code=` and `~code~`, `*bold*` and `/italic/`, these where
/// they stand between word borders; everything else as it stands.
[[nodiscard]] std::string markdown_of_org(std::string_view line);

}  // namespace pith::exchange
