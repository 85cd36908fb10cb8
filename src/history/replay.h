// From the events of an item to what is remembered of it. Pure: applying events one by one, as they
// are appended, and replaying all of them gives the same bits.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "history/events.h"
#include "memory/due.h"
#include "memory/point_memory.h"

namespace pith::history {

/// Replay order of events.
struct Key {
  memory::StudyDay day{};
  memory::Instant time{};
  Uuid id;

  friend auto operator<=>(const Key&, const Key&) = default;
};

[[nodiscard]] Key key_of(const Stamp& stamp);

struct PointState {
  std::string id;
  double weight = 1.0;  ///< As of its last answer.
  memory::PointMemory memory;
  bool suspended = false;
  bool retired = false;  ///< The item no longer has it: kept, but neither asked nor counted.
  std::optional<double> deck_weight{};  ///< What the deck says now, where that differs.

  friend bool operator==(const PointState&, const PointState&) = default;
};

/// A point as its deck has it.
struct DeckPoint {
  std::string id;
  double weight = 1.0;

  friend bool operator==(const DeckPoint&, const DeckPoint&) = default;
};

struct ItemState {
  ItemId id;
  std::vector<PointState> points;  ///< Those that were ever asked, by id.
  std::vector<DeckPoint> unmet;    ///< Points of the item that no answer has met.
  bool gone = false;               ///< Its deck told its items, and this is none.
  bool suspended = false;
  std::optional<memory::StudyDay> buried_until;
  std::optional<memory::StudyDay> rescheduled;  ///< Due by hand, until the next review.
  std::optional<memory::StudyDay> introduced;   ///< Day of the first review; empty: new.
  int answers = 0;                              ///< Scheduled or not, without retracted ones.
  Key last;                                     ///< The latest event there is of the item.
  std::optional<memory::StudyDay> due;          ///< Empty if new, suspended or gone.
  memory::DueReason due_reason = memory::DueReason::expected_score;
  /// The last day on which it may be asked instead, where an even load needs that; its first day,
  /// 1970-01-01, if it is due by hand and not to be put off. Empty if it cannot be asked: it is not
  /// due, new, has no active point, or its deck has not told its items.
  std::optional<memory::StudyDay> waits_until;

  friend bool operator==(const ItemState&, const ItemState&) = default;
};

/// `state` after one more event of the item, later in order than all before; `due` is left alone.
void apply(ItemState& state, const Event& event, const memory::Parameters& parameters);

/// Sets `due` and what goes with it from memories, suspension, burying and rescheduling.
void set_due(ItemState& state, const memory::Parameters& parameters,
             const memory::SchedulingOptions& options);

/// Whether the item is not new and has a point to ask.
[[nodiscard]] bool may_be_reviewed(const memory::ScheduledItem& item);

/// The day from which on the item may be asked as a new one; empty if it is not new or not to be
/// asked.
[[nodiscard]] std::optional<memory::StudyDay> fresh_from(const ItemState& state);

/// The item as scheduling sees it: without retired points, and with those that are new.
[[nodiscard]] memory::ScheduledItem scheduled(const ItemState& state);

}  // namespace pith::history
