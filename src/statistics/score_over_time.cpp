#include "statistics/score_over_time.h"

#include <algorithm>

namespace pith::statistics {

std::vector<memory::StudyDay> sampled_days(memory::StudyDay first, memory::StudyDay today) {
  const auto span = std::max<std::int64_t>(0, (today - first).count());
  const auto step = std::max<std::int64_t>(1, (span + kSampledDays - 2) / (kSampledDays - 1));
  std::vector<memory::StudyDay> days;
  for (auto ago = span / step * step; ago >= 0; ago -= step) {
    days.push_back(today - std::chrono::days{ago});
  }
  return days;
}

ScoreOverTime::ScoreOverTime(std::vector<memory::StudyDay> days,
                             const memory::Parameters& parameters)
    : days_(std::move(days)), curve_(parameters) {
  for (const auto day : days_) {
    sums_.push_back({day, 0, 0.0});
  }
}

void ScoreOverTime::begin(std::vector<double> weights, double total) {
  weights_ = std::move(weights);
  total_ = total;
  next_.assign(weights_.size(), 0);
  recalled_.assign(days_.size(), 0.0);
  known_.assign(days_.size(), false);
}

void ScoreOverTime::change(const Change& change) {
  count_until(change.point, change.before, change.day);
}

void ScoreOverTime::count_until(std::size_t point, const memory::PointMemory& memory,
                                std::optional<memory::StudyDay> day) {
  auto& next = next_[point];
  for (; next < days_.size() && (!day || days_[next] < *day); ++next) {
    if (memory.state && weights_[point] > 0) {
      recalled_[next] += weights_[point] * memory::retrievability(memory, curve_, days_[next]);
      known_[next] = true;
    }
  }
}

void ScoreOverTime::end(std::span<const memory::PointMemory> memories) {
  for (std::size_t p = 0; p < memories.size(); ++p) {
    count_until(p, memories[p], std::nullopt);
  }
  for (std::size_t i = 0; i < days_.size(); ++i) {
    if (known_[i]) {
      ++sums_[i].items;
      sums_[i].score += recalled_[i] / total_;
    }
  }
}

void ScoreOverTime::merge(const ScoreOverTime& other) {
  for (std::size_t i = 0; i < sums_.size(); ++i) {
    sums_[i].items += other.sums_[i].items;
    sums_[i].score += other.sums_[i].score;
  }
}

void ScoreOverTime::write(Statistics& into) const {
  for (auto sum : sums_) {
    if (sum.items > 0) {
      sum.score /= static_cast<double>(sum.items);
      into.expected.push_back(sum);
    }
  }
}

}  // namespace pith::statistics
