// A learner's history made up from a seed, of any size, with everything a log can hold:
// retractions, resets, renamings, practice that does not count, overruled verdicts, exams, two
// offsets of the clock. The same options give the same events on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "history/events.h"

namespace pith::test {

struct GeneratedOptions {
  std::size_t point_answers = 10'000;  ///< At least so many points are answered.
  int days = 1000;                     ///< Over so many days, up to `last_day`.
  memory::StudyDay last_day{std::chrono::local_days{std::chrono::year{2026} / 12 / 1}};
  std::uint32_t seed = 1;
  std::size_t items_of_deck = 20;
};

struct GeneratedHistory {
  std::vector<history::Event> events;      ///< In replay order.
  std::vector<history::Content> contents;  ///< Of every item.
  /// YAML of the decks with these items, by id; the last deck of the log is not among them.
  std::vector<std::pair<std::string, std::string>> decks;
};

[[nodiscard]] GeneratedHistory generated_history(const GeneratedOptions& options);

}  // namespace pith::test
