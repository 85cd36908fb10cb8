// Shared by the commands that change the schedule of an item by hand: suspend, bury, reset and
// reschedule. Each is an event of the history, which `pith undo` takes back.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "cli/command.h"
#include "deck/item.h"
#include "history/store.h"

namespace pith::cli {

/// The id of the point that `wanted` names by id or name. Throws UsageError if there is none.
[[nodiscard]] std::string point_named(const deck::Item& item, const std::string& wanted);

/// Appends the event and says on stderr that what it concerns `is` so.
void change_schedule(Context& context, history::History& history, const history::Body& body,
                     const std::string& is);

/// The same of several events, as one commit: says how many `things` (`item`, `point`) `are` so.
void change_schedule(Context& context, history::History& history,
                     std::span<const history::Body> bodies, std::string_view things,
                     const std::string& are);

/// What is said of changes.
struct ChangeWords {
  std::string_view things;   ///< `item` or `point`.
  std::string is;            ///< Of one, what it is now.
  std::string are;           ///< Of several.
  std::string_view already;  ///< Of what was so before.
};

/// Whether the event would change what is known of its item; nothing is known of one that was never
/// met.
using Changes = std::function<bool(const history::ItemState& state, const history::Body& body)>;

/// Appends the events that change something, and says of which nothing was changed.
void change_where_needed(Context& context, history::History& history,
                         std::span<const history::Body> bodies, const Changes& changes,
                         const ChangeWords& words);

/// What kind of event it is, in words: `suspension`, `end of a suspension`, …
[[nodiscard]] std::string kind_in_words(const history::Event& event, const text::Messages& tr);

/// `deck/item`, or `deck/item/point` where it concerns one point.
[[nodiscard]] std::string subject_of(const history::Body& body);

}  // namespace pith::cli
