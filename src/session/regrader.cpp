#include "session/regrader.h"

#include <algorithm>

#include "deck/points.h"
#include "session/marking.h"
#include "session/question.h"

namespace pith::session {

const grading::PointResult* Regraded::of(const deck::Item& item, std::size_t point) const {
  return std::ranges::binary_search(asked, point)
             ? &grade.points.at(place_in_part(item, asked, point))
             : nullptr;
}

Regraded Regrader::operator()(const history::Answer& answer, const Wordings& wordings) {
  auto asked = places_asked(answer);
  auto grade = ready(asked, wordings).grade(answer.text);
  return {std::move(asked), std::move(grade)};
}

std::vector<std::size_t> Regrader::places_asked(const history::Answer& answer) const {
  std::vector<std::size_t> asked;
  for (const auto& each : answer.points) {
    if (const auto place = deck::place_of_point(item_, each.id)) {
      asked.push_back(*place);
    }
  }
  std::sort(asked.begin(), asked.end());
  return asked;
}

const grading::PreparedItem& Regrader::ready(const std::vector<std::size_t>& asked,
                                             const Wordings& wordings) {
  Key key{asked, {}};
  for (const auto& wording : wordings) {
    key.second.push_back(wording.stamp.id);
  }
  if (const auto found = ready_.find(key); found != ready_.end()) {
    return found->second;
  }
  constexpr std::size_t kMostReady = 64;
  if (ready_.size() >= kMostReady) {
    ready_.clear();
  }
  grading::Options options;
  options.encoder = encoder_;
  const auto part = asked_part(item_, asked);
  return ready_
      .emplace(std::move(key), grading::PreparedItem(part, options, learned_for(wordings, part)))
      .first->second;
}

}  // namespace pith::session
