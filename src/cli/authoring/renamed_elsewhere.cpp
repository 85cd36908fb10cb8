#include "cli/authoring/renamed_elsewhere.h"

#include <algorithm>

#include <fmt/format.h>

#include "cli/tell.h"
#include "history/identity.h"

namespace pith::cli {
namespace {

using history::Name;

void tell_of(const Context& context, const Name& here, const Name& there) {
  tell(context, context.tr.format("pith: {}", context.tr.sentence(renamed_elsewhere(here, there))));
}

}  // namespace

std::string renamed_elsewhere(const Name& here, const Name& there) {
  return fmt::format(
      "another device renamed '{}' to '{}', and its history with it: the deck here is the older "
      "one",
      to_text(here), to_text(there));
}

void leave_out_renamed_elsewhere(const Context& context, std::vector<history::Proposal>& pairs) {
  for (const auto& pair : pairs) {
    if (pair.elsewhere) {
      tell_of(context, pair.to, pair.from);
    }
  }
  std::erase_if(pairs, [](const auto& pair) { return pair.elsewhere; });
}

void tell_of_renamed_decks(const Context& context, const history::History& history,
                           const std::vector<std::string>& decks) {
  const history::Stamp first;  // before every renaming
  for (const auto& id : decks) {
    const Name here = {id, "", ""};
    const auto there = history.present_name(here, first);
    const bool gone = std::ranges::find(decks, there.deck) == decks.end();
    if (gone && !history.knows(here) && history.knows(there) &&
        history.was_led_elsewhere(here, there)) {
      tell_of(context, here, there);
    }
  }
}

}  // namespace pith::cli
