#include "cli/grading/wording_proposals.h"

#include <algorithm>
#include <cstddef>
#include <exception>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "base/error.h"
#include "cli/decks/decks.h"
#include "cli/files/replace_file.h"
#include "cli/printable.h"
#include "cli/tell.h"
#include "deck/editing/accept_writer.h"
#include "deck/find_deck.h"
#include "deck/reading/reader.h"
#include "report/json.h"
#include "text/display.h"

namespace pith::cli {
namespace {

const deck::Deck& deck_of(const deck::Collection& collection, const deck::Item& item) {
  return *deck::find_deck(collection.decks, item.deck);
}

std::size_t place_in(const deck::Deck& deck, const deck::Item& item) {
  return static_cast<std::size_t>(&item - deck.items.data());
}

/// Whether the deck still has the item at its place, with the same points.
bool has_still(const deck::Deck& deck, std::size_t place, const deck::Item& item) {
  return place < deck.items.size() && deck.items[place].id == item.id &&
         std::ranges::equal(deck.items[place].points, item.points, {}, &deck::Point::id,
                            &deck::Point::id);
}

/// Throws StorageError unless the items that something was learned of stand in the text where they
/// stood when their answers were graded.
void require_unmoved(const deck::Deck& deck, std::string_view text, std::span<const Learned> all) {
  const auto now = deck::read_deck(text, deck.path).deck;
  const bool unmoved = now && std::all_of(all.begin(), all.end(), [&](const Learned& learned) {
                         return learned.item->deck != deck.id ||
                                has_still(*now, place_in(deck, *learned.item), *learned.item);
                       });
  if (!unmoved) {
    throw StorageError(
        fmt::format("'{}' was changed meanwhile; nothing was written: try again", deck.path));
  }
}

/// Adds the proposals for the items of one deck to its file. Gives how many were added; what cannot
/// be added is said.
std::size_t write_into(Context& context, const deck::Deck& deck, std::span<const Learned> all,
                       bool& refused) {
  const auto before = read_file(deck.path);
  require_unmoved(deck, before, all);
  auto after = before;
  std::size_t count = 0;
  for (const auto& learned : all) {
    if (learned.item->deck != deck.id) {
      continue;
    }
    const auto item = place_in(deck, *learned.item);
    for (const auto& [point, wordings] : proposals_for(learned)) {
      try {
        after = deck::with_accepted(after, item, point, wordings);
        count += wordings.size();
      } catch (const InvalidInput& error) {
        refused = true;
        tell(context,
             context.tr.format("pith: {}", context.tr.format("{}: {}", deck.path,
                                                             context.tr.sentence(error.what()))));
      }
    }
  }
  if (count > 0) {
    replace_file(deck.path, before, after);
    context.out << context.tr.format("{}: {} added", text::sanitise(deck.path),
                                     context.tr.count(count, "wording"))
                << '\n';
  }
  return count;
}

void say_why_none(Context& context, std::span<const Learned> all) {
  tell(context, context.tr("No wording is to be added."));
  for (const auto& learned : all) {
    for (const auto& use : learned.uses) {
      tell(context,
           context.tr.format("  {}: {}: {}", one_line(point_of(*learned.item, use).name),
                             one_line(use.wording.text), why_not_proposed(use, context.tr)));
    }
  }
}

}  // namespace

void print_proposals(Context& context, const deck::Collection& collection,
                     std::span<const Learned> all) {
  bool first = true;
  for (const auto& learned : all) {
    if (is_shipped(context, deck_of(collection, *learned.item).path)) {
      continue;
    }
    for (const auto& [point, wordings] : proposals_for(learned)) {
      if (first) {
        context.out << '\n'
                    << context.tr("For the deck (`pith wordings --write` adds them):") << '\n';
        first = false;
      }
      context.out << fmt::format(
          "  {}:{}: {}: accept: {}\n", text::sanitise(deck_of(collection, *learned.item).path),
          learned.item->points[point].at.line, one_line(learned.item->points[point].name),
          one_line(report::line(wordings)));
    }
  }
}

ExitStatus write_proposals(Context& context, const deck::Collection& collection,
                           std::span<const Learned> all) {
  std::size_t count = 0;
  bool refused = false;
  std::exception_ptr failure;
  for (const auto& deck : collection.decks) {
    const bool any = std::any_of(all.begin(), all.end(), [&](const Learned& learned) {
      return learned.item->deck == deck.id && !proposals_for(learned).empty();
    });
    if (!any) {
      continue;
    }
    try {
      require_own(context, deck);
      count += write_into(context, deck, all, refused);
    } catch (const Error&) {  // the decks behind it are written all the same
      failure = failure ? failure : std::current_exception();
    }
  }
  if (failure) {
    std::rethrow_exception(failure);
  }
  if (count == 0 && !refused) {
    say_why_none(context, all);
  }
  return refused ? invalid_input : done;
}

}  // namespace pith::cli
