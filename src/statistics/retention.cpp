#include "statistics/retention.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pith::statistics {

namespace {

constexpr std::array<int, 9> kAges = {1, 2, 4, 8, 15, 31, 91, 181, 366};
constexpr std::array<double, 8> kPredicted = {0.0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0};
constexpr int kHoursOfBand = 4;
constexpr int kMinutesOfDay = 1440;
constexpr std::int64_t kFewestReviews = 30;  ///< Of a band, to be compared.
constexpr double kSurprising = 2.64;  ///< Standard errors: one in 240, for any of six bands 2.5 %.
constexpr double kLeastLikely = 1e-9;

struct Period {
  std::string_view name;
  int from;  ///< Days before today; negative: ever.
  int to;
};
constexpr std::array<Period, 6> kPeriods = {{{"today", 0, 0},
                                             {"yesterday", 1, 1},
                                             {"week", 6, 0},
                                             {"month", 29, 0},
                                             {"year", 364, 0},
                                             {"all", -1, 0}}};

int local_hour(const history::StudyAnswer& answer) {
  const auto minutes =
      std::chrono::floor<std::chrono::minutes>(answer.key.time).time_since_epoch().count() +
      answer.utc_offset;
  return static_cast<int>(((minutes % kMinutesOfDay) + kMinutesOfDay) % kMinutesOfDay / 60);
}

/// How much better than foreseen, and how sure that is: the variance that the mean would have if
/// what was foreseen is right.
struct Surprise {
  double mean = 0.0;
  double variance = 0.0;
};

Surprise surprise_of(const Recall& recall) {
  const auto n = static_cast<double>(recall.reviews);
  const auto share = static_cast<double>(recall.recalled) / n;
  const auto foreseen = recall.predicted / n;
  return {share - foreseen, foreseen * (1 - foreseen) / n};
}

Calibration calibration_of(std::vector<CalibrationBin> bins, double log_loss) {
  Calibration result;
  double squares = 0.0;
  double reviews = 0.0;
  for (const auto& bin : bins) {
    if (bin.recall.reviews > 0) {
      const auto n = static_cast<double>(bin.recall.reviews);
      const auto off = *bin.recall.share() - *bin.recall.mean_predicted();
      squares += n * off * off;
      reviews += n;
    }
  }
  if (reviews > 0) {
    result.rmse = std::sqrt(squares / reviews);
    result.log_loss = log_loss / reviews;
  }
  result.bins = std::move(bins);
  return result;
}

}  // namespace

Retention::Retention(memory::StudyDay today, std::optional<memory::StudyDay> since)
    : today_(today), since_(since) {
  for (std::size_t i = 0; i < kAges.size(); ++i) {
    const bool last = i + 1 == kAges.size();
    ages_.push_back({kAges[i], last ? std::nullopt : std::optional(kAges[i + 1] - 1), {}});
  }
  for (std::size_t i = 0; i + 1 < kPredicted.size(); ++i) {
    bins_.push_back({kPredicted[i], kPredicted[i + 1], {}});
  }
  for (int hour = 0; hour < 24; hour += kHoursOfBand) {
    hours_.push_back({hour, hour + kHoursOfBand, {}});
  }
  for (const Period& period : kPeriods) {
    table_.push_back({period.name, {}, {}});
  }
}

void Retention::add(const history::StudyAnswer& answer, std::span<const Step> steps,
                    double desired) {
  for (const Step& step : steps) {
    if (step.recall) {
      const Recall one{1, memory::recalled(step.point.rating) ? 1 : 0, *step.recall, desired};
      add_to_table(step, one);
      if (!since_ || *since_ <= answer.key.day) {
        add_to_period(step, one);
      }
    }
  }
}

void Retention::add_to_table(const Step& step, const Recall& one) {
  const auto ago = (today_ - step.answer.key.day).count();
  for (std::size_t i = 0; i < kPeriods.size(); ++i) {
    if (kPeriods[i].from < 0 || (ago <= kPeriods[i].from && ago >= kPeriods[i].to)) {
      (step.stability < kMatureStability ? table_[i].young : table_[i].mature) += one;
    }
  }
}

void Retention::add_to_period(const Step& step, const Recall& one) {
  const auto age = std::upper_bound(kAges.begin() + 1, kAges.end(), step.age) - kAges.begin() - 1;
  ages_[static_cast<std::size_t>(age)].recall += one;
  const auto bin = std::upper_bound(kPredicted.begin() + 1, kPredicted.end() - 1, *step.recall) -
                   kPredicted.begin() - 1;
  bins_[static_cast<std::size_t>(bin)].recall += one;
  hours_[static_cast<std::size_t>(local_hour(step.answer) / kHoursOfBand)].recall += one;
  const auto likely = one.recalled > 0 ? *step.recall : 1 - *step.recall;
  log_loss_ -= std::log(std::max(likely, kLeastLikely));
}

void Retention::merge(const Retention& other) {
  const auto add_up = [](auto& mine, const auto& theirs) {
    for (std::size_t i = 0; i < mine.size(); ++i) {
      mine[i].recall += theirs[i].recall;
    }
  };
  add_up(ages_, other.ages_);
  add_up(bins_, other.bins_);
  add_up(hours_, other.hours_);
  for (std::size_t i = 0; i < table_.size(); ++i) {
    table_[i].young += other.table_[i].young;
    table_[i].mature += other.table_[i].mature;
  }
  log_loss_ += other.log_loss_;
}

void Retention::write(Statistics& into) {
  into.ages = std::move(ages_);
  into.calibration = calibration_of(std::move(bins_), log_loss_);
  into.best_hours = best_hours(hours_);
  into.hours = std::move(hours_);
  into.true_retention = std::move(table_);
}

std::optional<int> best_hours(std::span<const HoursFigures> hours) {
  Recall all;
  for (const auto& band : hours) {
    all += band.recall;
  }
  std::optional<int> best;
  double surest = kSurprising;
  for (const auto& band : hours) {
    const auto& recall = band.recall;
    const Recall rest{all.reviews - recall.reviews, all.recalled - recall.recalled,
                      all.predicted - recall.predicted, 0.0};
    if (recall.reviews < kFewestReviews || rest.reviews < kFewestReviews) {
      continue;
    }
    const auto here = surprise_of(recall);
    const auto there = surprise_of(rest);
    const auto spread = std::sqrt(here.variance + there.variance);
    if (spread > 0 && (here.mean - there.mean) / spread > surest) {
      surest = (here.mean - there.mean) / spread;
      best = band.from;
    }
  }
  return best;
}

}  // namespace pith::statistics
