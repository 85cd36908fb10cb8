// Decks as text: YAML, tables for spreadsheets and Anki, documents to be printed, JSON; and reviews
// as the CSV that spaced-repetition programs exchange.
#pragma once

#include "exchange/exported.h"

namespace pith::exchange {

/// The deck's own format: nothing is lost. Requires one deck.
[[nodiscard]] Exported write_yaml(const Exportable& what);

/// Rows that Anki imports, and on a second import updates: GUID, note type, deck, front, back,
/// explanation, hint, tags; HTML.
[[nodiscard]] Exported write_csv(const Exportable& what);
[[nodiscard]] Exported write_tsv(const Exportable& what);

/// A question-and-answer document, which markdown_qa.h reads again.
[[nodiscard]] Exported write_markdown(const Exportable& what);

/// Everything in a deck, as JSON (docs/interfaces.md).
[[nodiscard]] Exported write_json(const Exportable& what);

/// A row for each answer to a point that FSRS learns from, as revlog.h reads it; points are
/// numbered from 1 in the order of the decks, anew where they were reset.
[[nodiscard]] Exported write_revlog(const Exportable& what);

}  // namespace pith::exchange
