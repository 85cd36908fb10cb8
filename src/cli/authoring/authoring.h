// Changing decks with a person's editor: what is no deck afterwards is shown and opened again.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "cli/context.h"
#include "deck/item.h"
#include "terminal/line_editor.h"

namespace pith::cli {

/// Whether a person is there, and an editor: vi at least.
[[nodiscard]] bool can_edit(const Context& context);

/// Lets the person edit `text`, a version of the deck file `deck`, from a line on, until it is a
/// deck: in a private file beside it, which goes away. Gives what was written; empty if that is
/// `text`, or if the person dropped it. Throws InvalidInput if the person left: what was written is
/// then kept beside the deck, and the message says where; StorageError if the editor cannot be run
/// or fails.
[[nodiscard]] std::optional<std::string> edited_until_sound(Context& context,
                                                            const std::filesystem::path& deck,
                                                            const std::string& text,
                                                            std::size_t line);

/// The same for a person who sits at `editor` already.
[[nodiscard]] std::optional<std::string> edited_until_sound(Context& context,
                                                            terminal::LineEditor& editor,
                                                            const std::filesystem::path& deck,
                                                            const std::string& text,
                                                            std::size_t line);

/// Replaces the deck file's text. Throws StorageError if it was changed meanwhile; what would have
/// been written is then beside it, and the message says where.
void store(const std::filesystem::path& deck, std::string_view before, std::string_view after);

/// Replaces the deck file's text by what `change` makes of it, in turn with others who do so.
/// Throws what `change` throws, and StorageError as above.
void store_change(const std::filesystem::path& deck,
                  const std::function<std::string(const std::string&)>& change);

/// Shows an item of a deck as it will be asked, what it asks for, and what would make grading it
/// unfair.
void present(Context& context, const deck::Deck& deck, const deck::Item& item);

}  // namespace pith::cli
