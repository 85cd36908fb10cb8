// What the reader says about a deck, as one text to compare.
#pragma once

#include <string>
#include <string_view>

namespace pith::test {

/// Every complaint on a line of its own: `line:column: message [hint]`, warnings marked.
[[nodiscard]] std::string complaints_about(std::string_view deck);

}  // namespace pith::test
