// Answers that cannot be meant: at a terminal they are asked again, elsewhere they are taken as
// they stand.
#pragma once

#include <cstdint>
#include <string_view>

#include "deck/item.h"

namespace pith::session {

enum class Slip : std::uint8_t {
  none,
  no_option,  ///< Something in it is neither a letter nor the text of an option, it says nothing of
              ///< any, or a letter comes twice in a row of letters.
  no_number   ///< A number is asked, and there is none in it.
};

/// `answer` has options by their letters in the order of the item's choices. One that is blank, or
/// says that it is not known, gives up and is no slip.
[[nodiscard]] Slip slip_in(const deck::Item& item, std::string_view answer);

}  // namespace pith::session
