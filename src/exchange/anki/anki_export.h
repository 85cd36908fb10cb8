// Packages for Anki: cards with their review history.
#pragma once

#include "exchange/exported.h"

namespace pith::exchange {

/// A package in the layout that every Anki since 2.0 reads. An item is a note, under a GUID that
/// stays the same (guid.h); a card in both directions is one note with two cards, a cloze one with
/// a card for each gap. Points become a list on the back, and their answers reviews of the whole
/// card. Due days, suspension and FSRS states go along; pictures too.
[[nodiscard]] Exported write_apkg(const Exportable& what);

}  // namespace pith::exchange
