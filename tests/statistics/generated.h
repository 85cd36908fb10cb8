// A generated history on disk with its decks read, ready for statistics.
#pragma once

#include <memory>
#include <vector>

#include "deck/reading/reader.h"
#include "history/day.h"
#include "history/store.h"
#include "statistics/compute.h"
#include "support/generated_history.h"
#include "support/temporary_folder.h"

namespace pith::test {

class Generated {
 public:
  explicit Generated(std::size_t point_answers, std::uint32_t seed = 1,
                     std::size_t items_of_deck = 20) {
    GeneratedOptions options;
    options.point_answers = point_answers;
    options.seed = seed;
    options.items_of_deck = items_of_deck;
    made = generated_history(options);
    today = options.last_day;
    history::History history(folder_.path() / "pith.db");
    history.merge(made.events, made.contents);
    log = history::read_study_log(folder_.path() / "pith.db");
    due = history.on(today + std::chrono::days{100'000}).due();
    for (const auto& [id, yaml] : made.decks) {
      decks.push_back(deck::read_deck(yaml, id + ".yaml").deck.value());
    }
    for (const auto& deck : decks) {
      for (const auto& item : deck.items) {
        items.push_back(&item);
      }
    }
  }

  [[nodiscard]] statistics::Scope scope() const {
    statistics::Scope scope;
    scope.today = today;
    scope.items = items;
    return scope;
  }

  [[nodiscard]] std::filesystem::path database() const { return folder_.path() / "pith.db"; }

  GeneratedHistory made;
  memory::StudyDay today{};
  history::StudyLog log;
  std::vector<history::DueItem> due;
  std::vector<deck::Deck> decks;
  std::vector<const deck::Item*> items;

 private:
  TemporaryFolder folder_;
};

}  // namespace pith::test
