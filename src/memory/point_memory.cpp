#include "memory/point_memory.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

namespace pith::memory {

Counts what_counts(const PointMemory& memory, const PointEvent& event) {
  if (!event.scheduled || event.aided) {
    return Counts::logged_only;
  }
  if (!memory.state || memory.last_review != event.day) {
    return Counts::review;
  }
  return event.relearning ? Counts::same_day_review : Counts::logged_only;
}

PointMemory apply(const PointMemory& memory, const PointEvent& event,
                  const Parameters& parameters) {
  return apply(memory, event, parameters, ForgettingCurve(parameters));
}

PointMemory apply(const PointMemory& memory, const PointEvent& event, const Parameters& parameters,
                  const ForgettingCurve& curve) {
  const auto counts = what_counts(memory, event);
  if (counts == Counts::logged_only) {
    return memory;
  }
  if (memory.state && event.day < memory.last_review) {
    throw std::logic_error(fmt::format("review of {} after one of {}: replay the log in order",
                                       iso_date(event.day), iso_date(memory.last_review)));
  }
  auto after = memory;
  if (memory.state) {
    const auto days = static_cast<double>((event.day - memory.last_review).count());
    after.state = later_review(parameters, curve, *memory.state, days, event.rating);
  } else {
    after.state = first_review(parameters, event.rating);
  }
  after.last_review = event.day;
  ++after.reviews;
  after.failed = !recalled(event.rating);
  if (recalled(event.rating)) {
    after.first_recall = memory.first_recall.value_or(event.day);
  } else if (counts == Counts::review && memory.first_recall) {
    ++after.lapses;
  }
  return after;
}

double retrievability(const PointMemory& memory, const ForgettingCurve& curve, StudyDay day) {
  if (!memory.state) {
    return 0;
  }
  const auto since = static_cast<double>((day - memory.last_review).count());
  const auto days = memory.failed ? std::max(since, 1.0) : since;
  return days <= 0 ? 1.0 : curve.retrievability(days, memory.state->stability);
}

}  // namespace pith::memory
