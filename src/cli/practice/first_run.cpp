#include "cli/practice/first_run.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <ostream>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/stopped.h"
#include "cli/decks/decks.h"
#include "cli/decks/shipped_copies.h"
#include "cli/files/data_folder.h"
#include "cli/files/history_file.h"
#include "cli/printable.h"
#include "cli/sitting.h"
#include "cli/tell.h"
#include "text/display.h"

namespace pith::cli {
namespace {

namespace fs = std::filesystem;

/// Whether there are only the shipped decks. Own decks count though the decks that are asked, named
/// by their files, are shipped ones.
bool all_shipped(const Context& context, std::span<const deck::DeckSummary> decks) {
  const auto came_with_pith = [&](const deck::DeckSummary& deck) {
    return is_shipped(context, deck.path);
  };
  return !decks.empty() && std::ranges::all_of(decks, came_with_pith) &&
         std::ranges::all_of(index_decks(context).decks(), came_with_pith);
}

void say_where_history_begins(const Context& context) {
  tell(context,
       context.tr.format("pith: a new history begins in {}", history_file(context).string()));
}

/// A deck to be picked.
struct Offer {
  std::string id;
  std::string words;  ///< Its title and size.
  bool own_language = false;
};

/// Those in the learner's language first, and the tour before the others of its language.
std::vector<Offer> offers_of(const Context& context, const deck::CollectionIndex& index) {
  std::vector<Offer> offers;
  for (std::size_t i = 0; i < index.decks().size(); ++i) {
    const auto& deck = index.decks()[i];
    const auto title = one_line(index.deck(i).title);
    const auto items = context.tr.count(deck.items, "item");
    offers.push_back({deck.id,
                      title.empty() ? context.tr.format("{} ({})", deck.id, items)
                                    : context.tr.format("{} ({}, {})", title, deck.id, items),
                      text::language_of_locale(deck.language) == context.tr.language()});
  }
  std::ranges::stable_sort(offers, std::ranges::greater(), [](const Offer& offer) {
    return std::pair(offer.own_language, offer.id == "pith-tour");
  });
  return offers;
}

void say_what_pith_is(const Context& context, std::span<const Offer> offers) {
  const auto& tr = context.tr;
  tell(context, tr("pith asks, you answer in your own words. It says which points you hit and "
                   "which you missed, and asks again before you forget."));
  context.err << '\n';
  tell(context, tr("These decks came with it:"));
  for (std::size_t i = 0; i < offers.size(); ++i) {
    tell(context, fmt::format("  {} {}", i + 1, offers[i].words));
  }
  context.err << '\n';
  tell(context, tr("Your own: `pith new deck NAME` or `pith import FILE`; `pith help decks` tells "
                   "how to write one."));
}

/// The key pressed. Throws Stopped if it ends pith.
terminal::Key key_pressed(const Context& context, const std::string& line,
                          std::vector<terminal::Key> keys) {
  Sitting sitting(context);
  const auto answer = sitting.editor().read_key({.line = line, .keys = std::move(keys)});
  if (answer.outcome != terminal::Outcome::key) {
    throw Stopped();
  }
  return answer.key;
}

void copy_and_say_so(Context& context, std::span<const deck::DeckSummary> decks) {
  const auto folder = own_deck_folder(context);
  make_data_folder_for(context, folder);
  const auto copied = copy_decks(context, decks, folder).size();
  tell(context, context.tr.format("pith: {} copied to {}", context.tr.count(copied, "deck"),
                                  folder.string()));
}

std::string picking_line(const Context& context, std::size_t decks, bool copied) {
  const auto& tr = context.tr;
  const auto line = tr.format("1-{} one of them · Enter the first · a all of them", decks);
  return style_for(context).quoting(
      copied ? line : line + " · " + tr("c copy these decks to {}, to be changed as you like"),
      {own_deck_folder(context).string()});
}

/// Which deck is picked, or none for all of them.
FirstChoice pick(Context& context, const deck::CollectionIndex& index,
                 std::span<const Offer> offers) {
  const auto most = std::min<std::size_t>(offers.size(), 9);
  std::vector<terminal::Key> keys = {terminal::kEnter, terminal::plain("a"), terminal::plain("c")};
  for (std::size_t i = 1; i <= most; ++i) {
    keys.push_back(terminal::plain(std::to_string(i)));
  }
  for (bool copied = false;;) {
    const auto key = key_pressed(context, picking_line(context, most, copied), keys);
    if (key == terminal::plain("a")) {
      return {};
    }
    if (key != terminal::plain("c")) {
      return {offers[key == terminal::kEnter ? 0 : std::stoul(key.text) - 1].id};
    }
    if (!std::exchange(copied, true)) {
      copy_and_say_so(context, index.decks());
    }
  }
}

}  // namespace

std::optional<FirstChoice> greet_newcomer(Context& context) {
  const auto index = index_decks(context);
  if (index.decks().size() < 2 || !all_shipped(context, index.decks())) {
    return std::nullopt;
  }
  const auto offers = offers_of(context, index);
  say_what_pith_is(context, offers);
  auto choice = pick(context, index, offers);
  say_where_history_begins(context);
  if (choice.deck) {
    tell(context,
         context.tr.format("pith: `pith {}` asks this deck alone, `pith` all decks", *choice.deck));
  }
  context.err << std::endl;
  return choice;
}

void say_what_was_found(Context& context, std::span<const deck::DeckSummary> decks,
                        const std::optional<std::string>& first) {
  std::vector<std::string> found;
  for (const auto& deck : decks) {
    found.push_back(context.tr.format("{} ({})", deck.id, context.tr.count(deck.items, "item")));
  }
  say_where_history_begins(context);
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
    answer = sitting.editor().read_key(
        {.line = question, .keys = {terminal::plain("c"), {terminal::KeyCode::enter, {}}}});
  }
  if (answer.outcome != terminal::Outcome::key) {
    return false;
  }
  if (answer.key == terminal::plain("c")) {
    copy_and_say_so(context, decks);
  }
  context.err << std::endl;
  return true;
}

}  // namespace pith::cli
