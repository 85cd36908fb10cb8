// What to ask, and in which order. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "history/day.h"
#include "memory/due.h"
#include "session/candidate.h"
#include "session/task.h"

namespace pith::session {

/// What a review asks on a day.
struct ReviewRules {
  memory::StudyDay day{};  ///< Today.
  memory::Parameters parameters = memory::kDefaultParameters;
  Wishes wishes;
  std::optional<std::size_t> new_items;           ///< In all; else as the decks say.
  std::map<std::string, std::size_t> introduced;  ///< New items already asked today, by deck.
  std::vector<history::AnsweredItem> answered{};  ///< Today; needed where an even load is wished.
};

/// What is due, the largest loss of expected score first, then new items in their order, as many as
/// the day has room for. Of an item that is due only for points at the floor, those alone.
/// Similar items are kept apart.
[[nodiscard]] std::vector<Task> review_queue(std::span<const Candidate> candidates,
                                             const ReviewRules& rules);

enum class Order : std::uint8_t { weakest, random, file, due };

/// `weakest`, `random`, `file` or `due`.
[[nodiscard]] std::string_view name_of(Order order);
/// All of these.
[[nodiscard]] std::vector<std::string> order_names();
/// Empty if no order is called so.
[[nodiscard]] std::optional<Order> order_named(std::string_view name);

/// What a drill takes first, and how much.
struct PracticeRules {
  memory::StudyDay day{};
  memory::Parameters parameters = memory::kDefaultParameters;
  Order order = Order::file;
  std::optional<std::size_t> count;  ///< At most so many items.
  std::uint64_t seed = 0;            ///< For Order::random.
};

/// Everything that is not suspended, due or not. New items count as the weakest, and as due last.
[[nodiscard]] std::vector<Task> practice_queue(std::span<const Candidate> candidates,
                                               const PracticeRules& rules);

/// Items that give each other away (two directions of a card, half of the points of the same names)
/// moved three places apart where that can be done; otherwise the order stays.
[[nodiscard]] std::vector<Task> spread(std::vector<Task> tasks);

/// The same of the two directions of a card alone.
[[nodiscard]] std::vector<Task> with_directions_apart(std::vector<Task> tasks);

}  // namespace pith::session
