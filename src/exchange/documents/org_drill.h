// Emacs org-drill: headings tagged `:drill:`.
#pragma once

#include "exchange/imported.h"

namespace pith::exchange {

/// A heading tagged `:drill:` is an item: its text is the question and what stands under its
/// subheadings the answer; `[hidden text||hint]` makes a cloze where there is no subheading;
/// `DRILL_CARD_TYPE: twosided` a card both ways. Its `:ID:` becomes the item's id, other tags tags.
/// Schedules of SM-2/5/8 have no counterpart in FSRS and are remarked upon.
[[nodiscard]] Imported read_org_drill(const SourceFile& file);

}  // namespace pith::exchange
