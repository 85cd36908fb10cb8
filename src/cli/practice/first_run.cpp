#include "cli/practice/first_run.h"

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/decks/decks.h"
#include "cli/decks/shipped_copies.h"
#include "cli/files/data_folder.h"
#include "cli/files/history_file.h"
#include "cli/sitting.h"
#include "cli/tell.h"
#include "text/display.h"

namespace pith::cli {
namespace {

namespace fs = std::filesystem;

/// Whether there are only the shipped decks, and the learner did not name their folder as an own
/// one. Own decks count though the decks that are asked, named by their files, are shipped ones.
bool all_shipped(const Context& context, std::span<const deck::DeckSummary> decks) {
  std::error_code error;
  const bool named = fs::equivalent(own_deck_folder(context), context.paths.shipped_decks, error);
  const auto came_with_pith = [&](const deck::DeckSummary& deck) {
    return is_shipped(context, deck.path);
  };
  return !named && !decks.empty() && std::ranges::all_of(decks, came_with_pith) &&
         std::ranges::all_of(index_decks(context).decks(), came_with_pith);
}

}  // namespace

void say_what_was_found(Context& context, std::span<const deck::DeckSummary> decks,
                        const std::optional<std::string>& first) {
  std::vector<std::string> found;
  for (const auto& deck : decks) {
    found.push_back(context.tr.format("{} ({})", deck.id, context.tr.count(deck.items, "item")));
  }
  tell(context,
       context.tr.format("pith: a new history begins in {}", history_file(context).string()));
  const auto names = found.empty() ? context.tr("no decks")
                                   : fmt::format("{}", fmt::join(found, context.tr(", ")));
  tell(context,
       all_shipped(context, decks)
           ? context.tr.format("pith: no decks of your own yet; shipped with pith: {}", names)
           : context.tr.format("pith: found: {}", names));
  if (first && decks.size() > 1) {
    tell(context, context.tr.format("pith: all of them are asked; one alone: `pith {}`", *first));
  }
}

bool offer_copies(Context& context, std::span<const deck::DeckSummary> decks) {
  if (!all_shipped(context, decks)) {
    return true;
  }
  const auto folder = own_deck_folder(context);
  const auto question = style_for(context).quoting(
      context.tr("c copy these decks to {}, to be changed as you like · Enter go on without"),
      {folder.string()});
  terminal::Answer answer;
  {
    Sitting sitting(context);
    answer =
        sitting.editor().read_key({.line = question,
                                   .keys = {terminal::plain("c"), {terminal::KeyCode::enter, {}}},
                                   .time_limit = {}});
  }
  if (answer.outcome != terminal::Outcome::key) {
    return false;
  }
  if (answer.key == terminal::plain("c")) {
    make_data_folder_for(context, folder);
    const auto copied = copy_decks(decks, folder).size();
    tell(context, context.tr.format("pith: {} copied to {}", context.tr.count(copied, "deck"),
                                    folder.string()));
  }
  context.err << std::endl;
  return true;
}

}  // namespace pith::cli
