#include "cli/decks/not_joined_yet.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/files/history_file.h"
#include "cli/tell.h"

namespace pith::cli {

void tell_of_not_joined(const Context& context, const history::History& history,
                        const session::KnownDecks& decks) {
  const auto& tr = context.tr;
  const auto waiting = session::not_joined_yet(history, decks);
  if (!waiting.empty()) {
    tell(context,
         tr.format("pith: what `was:` renames in {} is joined with its history at the next review; "
                   "until then it counts as new",
                   fmt::format("{}", fmt::join(waiting, tr(", ")))));
  }
}

void tell_of_not_joined(const Context& context, std::span<const deck::Deck> decks) {
  std::vector<deck::DeckSummary> summaries;
  std::ranges::transform(decks, std::back_inserter(summaries), deck::summary_of);
  if (std::ranges::any_of(summaries, &deck::DeckSummary::renames)) {
    const history::History history(history_file(context), {.read_only = true});
    tell_of_not_joined(context, history, {summaries, [&](std::size_t i) { return decks[i]; }});
  }
}

}  // namespace pith::cli
