// What a learner is told when a history begins, and the offer to copy the decks that ship with
// pith, so that they can be changed.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "cli/context.h"
#include "deck/index/summary.h"

namespace pith::cli {

/// What somebody new wants to be asked.
struct FirstChoice {
  std::optional<std::string> deck;  ///< Empty: all decks.
};

/// Says what pith is, and lets somebody new pick one of the decks that came with it, or copy them;
/// empty if there are others, or but one. Requires a terminal. Throws Stopped if they leave,
/// StorageError if a file cannot be written.
[[nodiscard]] std::optional<FirstChoice> greet_newcomer(Context& context);

/// Says where the history will be and which decks there are; and, if all of several are asked, how
/// to have the one that comes `first` alone.
void say_what_was_found(Context& context, std::span<const deck::DeckSummary> decks,
                        const std::optional<std::string>& first);

/// If the collection is the shipped one, asks whether to copy it to the learner's deck folder, and
/// does. A file that is there is left as it is. False if the learner wants to stop. Requires a
/// terminal. Throws StorageError if a file cannot be written.
[[nodiscard]] bool offer_copies(Context& context, std::span<const deck::DeckSummary> decks);

}  // namespace pith::cli
