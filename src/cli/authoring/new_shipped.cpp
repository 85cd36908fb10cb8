#include "cli/authoring/new_shipped.h"

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/error.h"
#include "cli/decks/decks.h"
#include "cli/decks/shipped_copies.h"
#include "cli/files/data_folder.h"
#include "cli/printable.h"
#include "cli/tell.h"

namespace pith::cli {
namespace {

/// The deck with this id, or all if it is empty.
std::vector<deck::DeckSummary> shipped_decks(const Context& context, const std::string& id) {
  const auto index = index_shipped(context);
  const auto all = index.decks();
  std::vector<deck::DeckSummary> meant;
  std::vector<std::string> ids;
  for (const auto& deck : all) {
    ids.push_back(deck.id);
    if (id.empty() || deck.id == id) {
      meant.push_back(deck);
    }
  }
  if (meant.empty()) {
    throw UsageError(
        fmt::format("no deck of this name came with pith; these did: {}", fmt::join(ids, ", ")));
  }
  return meant;
}

}  // namespace

ExitStatus copy_shipped(Context& context, const std::string& id) {
  const auto decks = shipped_decks(context, id);
  const auto folder = own_deck_folder(context);
  const bool asked = are_shipped_asked(context);
  make_data_folder_for(context, folder);
  const auto copies = copy_decks(context, decks, folder);
  if (copies.empty() && !id.empty()) {
    const auto file = folder / std::filesystem::path(decks[0].path).filename();
    throw UsageError(fmt::format("the deck '{}' is there already: {}", id, file.string()));
  }
  for (const auto& copy : copies) {
    context.out << one_line(copy.string()) << '\n';
  }
  if (copies.empty()) {
    tell(context,
         context.tr.format("There is a file for each of them in {} already.", folder.string()));
  }
  if (!id.empty()) {
    say_if_set_aside(context, asked);
  }
  return done;
}

}  // namespace pith::cli
