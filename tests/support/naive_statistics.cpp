#include "support/naive_statistics.h"

#include <algorithm>
#include <cmath>

#include "memory/fsrs.h"

namespace pith::test {

using history::Answer;
using statistics::Recall;

namespace {

int points_counted(const std::vector<const NaiveRow*>& rows, memory::Counts counts) {
  return static_cast<int>(std::count_if(
      rows.begin(), rows.end(), [&](const NaiveRow* row) { return row->counts == counts; }));
}

bool is_retention(const NaiveRow& row) {
  return row.counts == memory::Counts::review && row.before.state.has_value();
}

}  // namespace

NaiveStatistics::NaiveStatistics(std::span<const history::Event> events,
                                 std::span<const deck::Item* const> items, memory::StudyDay today)
    : events_(events), today_(today) {
  for (const auto* item : items) {
    decks_[{item->deck, item->id}] = item;
  }
  for (std::size_t i = 0; i < events_.size(); ++i) {
    if (const auto* retraction = std::get_if<history::Retraction>(&events_[i].body)) {
      retracted_.insert(retraction->event);
    } else if (std::holds_alternative<history::Alias>(events_[i].body)) {
      aliases_.push_back(i);
    }
  }
  replay();
}

history::Name NaiveStatistics::present(history::Name name, std::size_t after) const {
  for (const auto i : aliases_) {
    if (i <= after) {
      continue;
    }
    const auto& [from, to] = std::get<history::Alias>(events_[i].body);
    if (from.point.empty() && from.item.empty() && from.deck == name.deck) {
      name.deck = to.deck;
    } else if (from.point.empty() && from.deck == name.deck && from.item == name.item) {
      name.deck = to.deck;
      name.item = to.item;
    } else if (from.deck == name.deck && from.item == name.item && from.point == name.point) {
      name = to;
    }
  }
  return name;
}

void NaiveStatistics::replay() {
  for (std::size_t i = 0; i < events_.size(); ++i) {
    const auto& event = events_[i];
    const auto day = event.stamp.when.day;
    if (const auto* reset = std::get_if<history::Reset>(&event.body)) {
      const auto name = present({reset->item.deck, reset->item.item, reset->point}, i);
      for (auto& [key, states] : memories_) {
        if (key.first == history::ItemId{name.deck, name.item} &&
            (reset->point.empty() || key.second == name.point)) {
          states.push_back({day, {}});
        }
      }
    }
    const auto* answer = std::get_if<Answer>(&event.body);
    if (answer == nullptr || retracted(event.stamp.id)) {
      continue;
    }
    for (const auto& said : answer->points) {
      const auto name = present({answer->item.deck, answer->item.item, said.id}, i);
      const history::ItemId item{name.deck, name.item};
      auto& states = memories_[{item, name.point}];
      const auto before = states.empty() ? memory::PointMemory{} : states.back().second;
      const memory::PointEvent point{day, said.rating, answer->scheduled, answer->relearning,
                                     answer->aided};
      const auto after = memory::apply(before, point, memory::kDefaultParameters);
      rows_.push_back({&event, answer, &said, item, name.point, memory::what_counts(before, point),
                       before, after});
      states.push_back({day, after});
    }
  }
}

statistics::ScoreOnDay NaiveStatistics::expected_on(memory::StudyDay day) const {
  const memory::ForgettingCurve curve(memory::kDefaultParameters);
  statistics::ScoreOnDay result{day, 0, 0.0};
  for (const auto& [id, item] : decks_) {
    double recalled = 0.0;
    double weights = 0.0;
    bool known = false;
    for (const auto& point : item->points) {
      weights += point.weight;
      const auto states = memories_.find({id, point.id});
      if (states == memories_.end()) {
        continue;
      }
      memory::PointMemory then;
      for (const auto& [from, memory] : states->second) {
        then = from <= day ? memory : then;
      }
      known = known || then.state;
      recalled += point.weight * memory::retrievability(then, curve, day);
    }
    if (known) {
      ++result.items;
      result.score += recalled / weights;
    }
  }
  result.score /= static_cast<double>(std::max<std::int64_t>(1, result.items));
  return result;
}

statistics::Statistics NaiveStatistics::figures(std::optional<memory::StudyDay> since) const {
  statistics::Statistics result;
  const memory::ForgettingCurve curve(memory::kDefaultParameters);
  std::map<const history::Event*, std::vector<const NaiveRow*>> answers;
  std::map<memory::StudyDay, statistics::DayFigures> days;
  for (const auto& row : rows_) {
    if (!since || row.event->stamp.when.day >= *since) {
      answers[row.event].push_back(&row);
    }
  }
  for (const auto& [event, rows] : answers) {
    auto& day = days[event->stamp.when.day];
    day.day = event->stamp.when.day;
    const auto& answer = *rows[0]->answer;
    statistics::Effort effort;
    effort.answers = 1;
    effort.points = static_cast<std::int64_t>(rows.size());
    effort.reviews = points_counted(rows, memory::Counts::review) +
                     points_counted(rows, memory::Counts::same_day_review);
    effort.new_points = std::count_if(rows.begin(), rows.end(), [](const NaiveRow* row) {
      return !row->before.state && row->after.state;
    });
    effort.seconds = std::min(answer.seconds, 600.0);
    effort.scores = history::score_of(answer);
    day.effort += effort;
    result.effort += effort;
    for (const auto* row : rows) {
      ++result.verdicts.at(static_cast<std::size_t>(row->said->verdict));
      if (!answer.versions.grader.empty()) {
        ++result.grader.graded;
        ++result.grader.verdicts.at(static_cast<std::size_t>(row->said->automatic))
              .at(static_cast<std::size_t>(row->said->verdict));
      }
      if (is_retention(*row)) {
        const double desired =
            decks_.contains(row->item) ? decks_.at(row->item)->settings.desired_retention : 0.9;
        const Recall one{1, row->said->rating != memory::Rating::again ? 1 : 0,
                         memory::retrievability(row->before, curve, event->stamp.when.day),
                         desired};
        day.recall += one;
        result.recall += one;
      }
    }
  }
  for (const auto& [day, figures] : days) {
    result.days.push_back(figures);
  }
  return result;
}

}  // namespace pith::test
