// pith new deck: a deck to begin with.
#pragma once

#include <optional>
#include <string>

#include "cli/command.h"
#include "deck/item.h"

namespace pith::cli {

void add_new_deck(Command parent, Action& action);

/// Throws InvalidInput with the mistakes unless the text is a deck.
void require_deck(const std::string& text, const std::string& path, const text::Messages& tr);

/// The same of a deck that is there already, whose file is named.
void require_still_deck(const std::string& text, const std::string& path, const text::Messages& tr);

[[nodiscard]] bool may_be_id(const std::string& id);

/// The id of a deck in the file, if the path names one and the id may be one.
[[nodiscard]] std::optional<std::string> id_for_file(const std::string& path);

}  // namespace pith::cli
