// A learner's desk for tests: a deck, a history in a temporary folder, a clock that is set by hand,
// and a grader that hits a point iff its name stands in the answer.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "deck/reading/reader.h"
#include "history/store.h"
#include "session/engine.h"
#include "session/queue.h"
#include "session/review_plan.h"
#include "session/upkeep.h"
#include "support/temporary_folder.h"

namespace pith::test {

inline session::Graded graded_by_name(const deck::Item& item, std::string_view answer,
                                      std::span<const grading::LearnedWording> learned) {
  session::Graded graded;
  graded.versions.grader = "test";
  for (std::size_t i = 0; i < item.points.size(); ++i) {
    grading::PointResult point;
    point.confidence = 0.9;
    auto at = answer.find(item.points[i].name);
    auto size = item.points[i].name.size();
    for (const auto& wording : learned) {
      if (at == std::string_view::npos && wording.point == i &&
          wording.verdict == grading::Verdict::hit) {
        at = answer.find(wording.text);
        size = wording.text.size();
      }
    }
    if (at != std::string_view::npos) {
      const bool half = answer.substr(at + size).starts_with("?");
      point.verdict = half ? grading::Verdict::partial : grading::Verdict::hit;
      point.credit = half ? 0.5 : 1.0;
      point.evidence = grading::Span{at, at + size};
    }
    graded.grade.points.push_back(point);
  }
  return graded;
}

class Scene {
 public:
  explicit Scene(std::string_view yaml) : history_(folder_.path() / "pith.db") { edit(yaml); }

  /// Replaces the deck, as after an edit of its file.
  void edit(std::string_view yaml) {
    auto read = deck::read_deck(yaml, "test.yaml");
    if (!read.deck) {
      throw std::runtime_error(read.diagnostics.front().message);
    }
    decks_ = {std::move(*read.deck)};
    session::adopt(history_, decks_, wishes, now());
  }

  [[nodiscard]] history::When now() const {
    return {time_, std::chrono::minutes{0}, memory::study_day(time_, std::chrono::seconds{0})};
  }
  void wait(std::chrono::milliseconds time) { time_ += time; }
  void next_day(int days = 1) { time_ += std::chrono::days{days}; }

  [[nodiscard]] const deck::Item& item(std::size_t index) const { return decks_[0].items[index]; }
  [[nodiscard]] std::size_t size() const { return decks_[0].items.size(); }
  [[nodiscard]] const deck::Item* find(const history::ItemId& id) const {
    for (const auto& each : decks_[0].items) {
      if (each.deck == id.deck && each.id == id.item) {
        return &each;
      }
    }
    return nullptr;
  }
  [[nodiscard]] history::ItemId id(std::size_t index) const {
    return {item(index).deck, item(index).id};
  }
  [[nodiscard]] history::History& history() { return history_; }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

  [[nodiscard]] std::vector<session::Candidate> candidates() const {
    std::vector<const deck::Item*> items;
    for (const auto& each : decks_[0].items) {
      items.push_back(&each);
    }
    return session::candidates_for(history_, items, wishes, now().day);
  }

  [[nodiscard]] std::vector<session::Task> due(std::optional<std::size_t> new_items = {}) const {
    auto rules = session::rules_for(history_, now().day, wishes);
    rules.new_items = new_items;
    return session::review_queue(candidates(), rules);
  }

  [[nodiscard]] session::Session review(session::SessionOptions options = {}) {
    return start(due(), std::move(options));
  }

  [[nodiscard]] session::Session drill(session::SessionOptions options = {}) {
    options.mode = history::Mode::drill;
    session::PracticeRules rules;
    rules.day = now().day;
    return start(session::practice_queue(candidates(), rules), std::move(options));
  }

  [[nodiscard]] session::Session start(std::vector<session::Task> tasks,
                                       session::SessionOptions options) {
    options.wishes = wishes;
    options.find_item = [this](const history::ItemId& id) { return find(id); };
    return {history_, std::move(tasks), graded_by_name, [this] { return now(); },
            std::move(options)};
  }

  session::Wishes wishes{std::nullopt, 36500, false};

 private:
  TemporaryFolder folder_;
  history::History history_;
  std::vector<deck::Deck> decks_;
  memory::Instant time_{std::chrono::sys_days{std::chrono::year{2026} / 12 / 1} +
                        std::chrono::hours{9}};
};

}  // namespace pith::test
