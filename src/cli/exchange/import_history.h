// Puts the reviews of imported cards into the history, and their media beside the decks.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/context.h"
#include "cli/files/open_history.h"
#include "exchange/imported.h"

namespace pith::cli {

/// Adds the reviews in one commit, with a line of progress at a terminal; how many were new.
std::size_t import_history(Context& context, HistoryOnDemand& history,
                           const exchange::Imported& imported);

/// The decks whose cards have reviews, of which the history holds nothing: they were taken in
/// before, under another name of the deck.
std::vector<std::string> decks_reviewed_elsewhere(const history::History& history,
                                                  const exchange::Imported& imported);

/// Makes the FSRS parameters that the file holds the learner's own. Throws UsageError if it holds
/// none.
void adopt_parameters(Context& context, HistoryOnDemand& history,
                      const exchange::Imported& imported);

/// Writes the media into their folder beside the decks; what cannot be read or written goes into
/// `left_out`, a file that is there already stays. How many were written.
std::size_t write_media(exchange::Imported& imported, const std::filesystem::path& beside);

}  // namespace pith::cli
