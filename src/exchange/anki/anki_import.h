// Packages of Anki: notes of every kind with tags, decks, media, suspension and review history.
#pragma once

#include "exchange/imported.h"

namespace pith::exchange {

[[nodiscard]] bool looks_like_anki(const SourceFile& file);

/// A deck for each top-level deck of Anki; the levels below become tags. A card is an item, a cloze
/// deletion a point; ids follow from GUIDs (guid.h). The history is read from `file.bytes` while
/// they are there. Due dates, intervals and eases are not taken: they follow from the reviews.
/// Throws InvalidInput if the file is no package or is damaged.
[[nodiscard]] Imported read_anki(const SourceFile& file);

}  // namespace pith::exchange
