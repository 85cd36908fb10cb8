// Statistics once more, the slow and plain way: every figure is a loop of its own over all answers.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "deck/item.h"
#include "history/events.h"
#include "history/replay.h"
#include "memory/point_memory.h"
#include "statistics/statistics.h"

namespace pith::test {

/// An answer to a point under its present name, with what was known of the point before.
struct NaiveRow {
  const history::Event* event = nullptr;
  const history::Answer* answer = nullptr;
  const history::AnsweredPoint* said = nullptr;
  history::ItemId item;
  std::string point;
  memory::Counts counts = memory::Counts::logged_only;
  memory::PointMemory before;
  memory::PointMemory after;
};

class NaiveStatistics {
 public:
  NaiveStatistics(std::span<const history::Event> events, std::span<const deck::Item* const> items,
                  memory::StudyDay today);

  /// The figures of a period as far as they are counts and sums; empty what is not compared.
  [[nodiscard]] statistics::Statistics figures(std::optional<memory::StudyDay> since) const;

  /// Mean expected score on a day of the items known by then, and how many those are.
  [[nodiscard]] statistics::ScoreOnDay expected_on(memory::StudyDay day) const;

  [[nodiscard]] const std::vector<NaiveRow>& rows() const { return rows_; }

 private:
  void replay();
  [[nodiscard]] bool retracted(const history::Uuid& id) const { return retracted_.contains(id); }
  [[nodiscard]] history::Name present(history::Name name, std::size_t after) const;

  std::span<const history::Event> events_;
  std::map<history::ItemId, const deck::Item*> decks_;
  memory::StudyDay today_;
  std::set<history::Uuid> retracted_;
  std::vector<std::size_t> aliases_;  ///< Places of alias events.
  std::vector<NaiveRow> rows_;
  /// By item and point: what is remembered from a day on.
  std::map<std::pair<history::ItemId, std::string>,
           std::vector<std::pair<memory::StudyDay, memory::PointMemory>>>
      memories_;
};

}  // namespace pith::test
