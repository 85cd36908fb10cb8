#include "session/timing.h"

#include <algorithm>

namespace pith::session {
namespace {

std::chrono::milliseconds between(memory::Instant from, memory::Instant to) {
  return std::max(to - from, memory::Instant::duration{0});  // a clock may be set back
}

}  // namespace

Timing::Timing(memory::Instant now, Limit all, std::vector<Limit> sections)
    : all_(all), begun_(now), asked_at_(now) {
  for (const auto& limit : sections) {
    sections_.push_back({limit, std::nullopt});
  }
}

void Timing::ask(memory::Instant now, std::size_t section) {
  asked_at_ = now;
  if (section < sections_.size() && !sections_[section].begun) {
    sections_[section].begun = now;
  }
}

void Timing::pause(memory::Instant now) {
  paused_at_ = paused_at_.value_or(now);
}

void Timing::resume(memory::Instant now) {
  if (!paused_at_) {
    return;
  }
  const auto pause = between(*paused_at_, now);
  paused_at_.reset();
  begun_ += pause;
  asked_at_ += pause;
  for (auto& section : sections_) {
    if (section.begun) {
      *section.begun += pause;
    }
  }
}

std::chrono::milliseconds Timing::elapsed(memory::Instant now) const {
  return between(begun_, paused_at_.value_or(now));
}

double Timing::seconds_on_question(memory::Instant now) const {
  return std::chrono::duration<double>(between(asked_at_, paused_at_.value_or(now))).count();
}

bool Timing::over(memory::Instant now) const {
  return all_ && elapsed(now) >= *all_;
}

bool Timing::section_over(std::size_t section, memory::Instant now) const {
  if (section >= sections_.size()) {
    return false;
  }
  const auto& [limit, begun] = sections_[section];
  return limit && begun && between(*begun, paused_at_.value_or(now)) >= *limit;
}

}  // namespace pith::session
