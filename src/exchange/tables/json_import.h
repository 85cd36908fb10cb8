// Decks and cards as JSON: what pith exports, and plain lists of questions with answers.
#pragma once

#include "exchange/imported.h"

namespace pith::exchange {

/// Whether a file is JSON that holds cards, by its name or the way it begins.
[[nodiscard]] bool looks_like_json_cards(const SourceFile& file);

/// Decks from `{"decks": […]}`, or one from a list of objects or an object with such a list. An
/// object with `points`, `choices`, `cloze`, `tolerance` or `kind` is an item as decks have it or
/// as pith exports it; any other is a card, its keys named as the columns of a table may be, or a
/// question with key points where its answer is a list.
[[nodiscard]] Imported read_json_cards(const SourceFile& file);

}  // namespace pith::exchange
