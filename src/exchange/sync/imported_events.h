// What another program recorded, as events of the log.
#pragma once

#include <functional>
#include <span>

#include "exchange/imported.h"
#include "history/events.h"

namespace pith::exchange {

/// The study day and the clock on the wall at an instant.
using LocalWhen = std::function<history::When(memory::Instant)>;
/// The hash of an item's content (history::Content).
using ContentHash = std::function<std::string(const deck::Item&)>;

/// Calls `take` with an event for each review, reset and suspension, in order of time. Ids follow
/// from the card and the number of the review, so that a second import gives the same. A repeat on
/// the day of a review counts as relearning, as FSRS has it; a cram is logged only. Answers have no
/// text and no grader, and a session for each day.
void for_each_event(const ImportedHistory& history, std::span<const deck::Deck> decks,
                    const LocalWhen& when, const ContentHash& hash,
                    const std::function<void(history::Event)>& take);

}  // namespace pith::exchange
