// An item as it was asked, for the log.
#pragma once

#include "deck/item.h"
#include "history/events.h"

namespace pith::session {

/// The hash covers all that bears on an answer: question, points with their wordings and weights,
/// options, number. Equal items have equal hashes on every machine.
[[nodiscard]] history::Content content_of(const deck::Item& item);

}  // namespace pith::session
