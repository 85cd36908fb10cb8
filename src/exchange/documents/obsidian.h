// Notes of Obsidian's spaced-repetition plug-in: `front::back`, `:::`, `?`, `??`, `==cloze==`.
#pragma once

#include "exchange/imported.h"

namespace pith::exchange {

[[nodiscard]] bool looks_like_obsidian(std::string_view text);

/// Cards of a note: `::` on one line (`:::` both ways), `?` alone on a line between front and back
/// (`??` both ways), and paragraphs with `==…==` as clozes. `#flashcards/…` tags become tags. The
/// plug-in's dates in `<!--SR:…-->` have no counterpart in FSRS and are remarked upon, as is all
/// text that is no card.
[[nodiscard]] Imported read_obsidian(const SourceFile& file);

}  // namespace pith::exchange
