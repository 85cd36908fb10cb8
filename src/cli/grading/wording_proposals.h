// Learned wordings as `accept` lines of the decks: shown, and written into them.
#pragma once

#include <span>

#include "cli/context.h"
#include "cli/exit_status.h"
#include "cli/grading/learned.h"
#include "deck/collection.h"

namespace pith::cli {

/// The lines that write_proposals() would add, each with its place; nothing if there is none.
void print_proposals(Context& context, const deck::Collection& collection,
                     std::span<const Learned> all);

/// Adds the proposals to the decks' files and keeps their layout; says what was added, or why
/// nothing was. invalid_input if a deck could not take one. Throws UsageError or StorageError,
/// after all other decks were written, if one came with pith, cannot be written or has changed
/// since it was read.
ExitStatus write_proposals(Context& context, const deck::Collection& collection,
                           std::span<const Learned> all);

}  // namespace pith::cli
