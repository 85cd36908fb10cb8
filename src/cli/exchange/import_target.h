// Puts the decks of an import where they go.
#pragma once

#include <set>
#include <string>

#include "base/error.h"
#include "cli/context.h"
#include "cli/exchange/import_output.h"
#include "cli/exchange/imported_file.h"
#include "cli/exchange/standing_decks.h"
#include "exchange/imported.h"

namespace pith::cli {

/// A deck cannot go where another one is: of one file of several, the others are taken all the
/// same.
class DeckInTheWay : public UsageError {
 public:
  using UsageError::UsageError;
};

/// Gives the decks the ids that they have there: that of the file that is named, else one that
/// none of `made` has, the decks of this call so far, and no other deck that stands there. Throws
/// UsageError if a file is to hold several.
void settle_ids(exchange::Imported& result, std::set<std::string>& made,
                const StandingDecks& standing, const ImportTarget& target);

/// The deck's text, after a check that pith itself can read it.
[[nodiscard]] std::string yaml_of(const deck::Deck& deck, const std::string& path);

/// Throws DeckInTheWay if one of the decks would take another's place, or its id, and StorageError
/// if it cannot be a file there.
void require_room(const Context& context, const std::vector<deck::Deck>& decks,
                  const StandingDecks& standing, const ImportTarget& target);

/// Writes the decks, for which there is room, and says in `file` where and what they replaced.
void write_decks(Context& context, ImportedFile& file, const ImportTarget& target);

/// Says in `file` what would go where decks stand already.
void compare_with_replaced(const Context& context, ImportedFile& file, const ImportTarget& target);

}  // namespace pith::cli
