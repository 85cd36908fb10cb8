// Lists of checkboxes: options to choose from, of which the ticked ones are right.
#pragma once

#include <vector>

#include "deck/item.h"
#include "exchange/documents/markdown_blocks.h"

namespace pith::exchange {

/// The options of a list that is made only of checkboxes (`- [x] sparrow`, `- [ ] bat`), the ticked
/// ones first. Empty for any other list, and where all are ticked, or none.
[[nodiscard]] std::vector<deck::Choice> ticked_options(const Block& list);

}  // namespace pith::exchange
