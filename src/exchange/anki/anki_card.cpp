#include "exchange/anki/anki_card.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include <fmt/format.h>

#include "grading/score.h"

namespace pith::exchange {

std::vector<ExportedCard> cards_of(const deck::Item& item, const deck::Item* other) {
  std::vector<ExportedCard> cards;
  if (item.kind == deck::Kind::cloze) {
    for (const auto& point : item.points) {
      cards.push_back({&item, point.id, std::stoi(point.id.substr(1)) - 1});
    }
    return cards;
  }
  cards.push_back({&item, "", 0});
  if (other != nullptr) {
    cards.push_back({other, "", 1});
  }
  return cards;
}

memory::Rating rating_of(const history::Answer& answer, const deck::Item& item) {
  if (answer.points.size() == 1) {
    return answer.points[0].rating;
  }
  constexpr double kWell = 0.85;
  const auto score = history::score_of(answer);
  return score >= kWell                               ? memory::Rating::good
         : grading::passes(score, item.settings.pass) ? memory::Rating::hard
                                                      : memory::Rating::again;
}

std::vector<const history::PointState*> points_asked_by(const ExportedCard& card,
                                                        const history::ItemState& state) {
  std::vector<const history::PointState*> points;
  for (const auto& point : state.points) {
    if (!point.retired && (card.point.empty() || point.id == card.point)) {
      points.push_back(&point);
    }
  }
  return points;
}

const history::PointState* weakest_of(const std::vector<const history::PointState*>& points) {
  const history::PointState* weakest = nullptr;
  const auto until = [](const history::PointState& point) {
    return memory::day_number(point.memory.last_review) + point.memory.state->stability;
  };
  for (const auto* point : points) {
    const bool counts = point->memory.state && (!point->suspended || points.size() == 1);
    if (counts && (weakest == nullptr || until(*point) < until(*weakest))) {
      weakest = point;
    }
  }
  return weakest;
}

bool is_suspended(const history::ItemState& state,
                  const std::vector<const history::PointState*>& points) {
  return state.suspended || (!points.empty() && std::ranges::all_of(points, [](const auto* point) {
           return point->suspended;
         }));
}

memory::Instant last_review_of(const history::PointState& point, const CardReviews& reviews) {
  const auto found = reviews.last_of.find(point.id);
  return found == reviews.last_of.end() ? reviews.last : found->second;
}

int interval_of(const history::PointState& point) {
  return std::max(1, static_cast<int>(std::lround(point.memory.state->stability)));
}

std::string memory_of(const history::PointState& point, memory::Instant last_review) {
  const auto last = std::chrono::floor<std::chrono::seconds>(last_review.time_since_epoch());
  return fmt::format(R"({{"s":{:.4f},"d":{:.3f},"lrt":{}}})", point.memory.state->stability,
                     point.memory.state->difficulty, last.count());
}

}  // namespace pith::exchange
