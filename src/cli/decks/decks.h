// Finds the decks that a command works on.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/context.h"
#include "deck/collection.h"
#include "deck/index/collection_index.h"
#include "deck/index/deck_cache.h"

namespace pith::cli {

/// What becomes of a folder that the learner named and that is not there: who adds a deck may make
/// it.
enum class Missing : std::uint8_t { refused, ignored };

/// The learner's decks, from the first of --decks, $PITH_DECKS, `decks:` of the configuration and
/// the data folder that is set; the shipped ones beside them while none of those has an item,
/// unless --decks is given. Throws UsageError if something that is named is not there.
[[nodiscard]] deck::Collection load_decks(const Context& context,
                                          Missing missing = Missing::refused);

/// The decks at paths that were named.
[[nodiscard]] deck::Collection load_decks(const Context& context,
                                          std::span<const std::filesystem::path> paths);

/// Whether a file is called as the deck with this id would be.
[[nodiscard]] bool is_file_of(const std::filesystem::path& file, std::string_view id);

/// Files of this build of pith in a folder of the cache.
[[nodiscard]] deck::DeckCache cache_of(const Context& context, std::string_view folder);

/// The decks that came with pith, read when needed.
[[nodiscard]] deck::CollectionIndex index_shipped(const Context& context);

/// What load_decks(context) gives, read when needed.
[[nodiscard]] deck::CollectionIndex index_decks(const Context& context,
                                                Missing missing = Missing::refused);

/// Whether the file of a deck lies among those that came with pith, and their folder is not named
/// as one of the learner's own.
[[nodiscard]] bool is_shipped(const Context& context, const std::filesystem::path& deck);

/// Whether decks that came with pith are among those of index_decks().
[[nodiscard]] bool are_shipped_asked(const Context& context);

/// Says so if they were, and are no longer: there are own items now.
void say_if_set_aside(Context& context, bool asked_before);

/// Says so if there are no decks at all.
void warn_of_nothing(Context& context, bool any_decks);

/// The folder in which the learner's decks are looked for, or the first of several. It need not
/// exist before its first deck, unless --decks names it: then UsageError.
[[nodiscard]] std::filesystem::path own_deck_folder(const Context& context);

/// The same folder, if it is there and its decks are read.
[[nodiscard]] std::optional<std::filesystem::path> deck_folder_that_is_read(const Context& context);

/// Throws UsageError, with the remedy, if the deck came with pith: those are never written to.
void require_own(const Context& context, const deck::Deck& deck);

}  // namespace pith::cli
