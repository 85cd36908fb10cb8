// Copies of the decks that came with pith, for the learner to change.
#pragma once

#include <filesystem>
#include <span>
#include <vector>

#include "cli/context.h"
#include "deck/index/summary.h"

namespace pith::cli {

/// Copies decks to a folder, each whole or not at all, with the schema's own place in their first
/// lines; what is there under the name of a file is left as it is. The files that were written.
/// Throws StorageError.
std::vector<std::filesystem::path> copy_decks(const Context& context,
                                              std::span<const deck::DeckSummary> decks,
                                              const std::filesystem::path& folder);

}  // namespace pith::cli
