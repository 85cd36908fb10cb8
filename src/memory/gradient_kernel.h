// The kernel behind gradient.h, compiled once for each kind of processor: included by
// gradient_portable.cpp and gradient_avx2.cpp alone. Everything is in an unnamed namespace, so that
// the linker cannot mix them up.
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <span>

#include "memory/fsrs.h"
#include "memory/gradient.h"
#include "memory/lanes.h"

namespace pith::memory {
namespace {

// NOLINTBEGIN(misc-definitions-in-headers): two files compile this, each for its processor.
constexpr float kLeastRecall = 1e-7F;
constexpr float kMostRecall = 1 - 1e-7F;
constexpr auto kLowS = static_cast<float>(kMinStability);
constexpr auto kHighS = static_cast<float>(kMaxStability);
constexpr auto kLowD = static_cast<float>(kMinDifficulty);
constexpr auto kHighD = static_cast<float>(kMaxDifficulty);
// NOLINTEND(misc-definitions-in-headers)

/// What a register holds of a BlockStep.
struct Step {
  Lanes days, rating, weight;
};

inline Lanes loaded(const Row& row, std::size_t from) {
  Lanes lanes;
  std::memcpy(&lanes, row.of.data() + from, sizeof lanes);
  return lanes;
}

inline Step loaded(const BlockStep& step, std::size_t from) {
  return {loaded(step.days, from), loaded(step.rating, from), loaded(step.weight, from)};
}

/// State before a step and what the step's derivative needs again; names as in `forward`.
struct Taped {
  Lanes s, d;
  Lanes u, log_u, recall;
  Lanes log_s, base, gain;
  Lanes log_d, log_s1, power, scale, relearned;
  Lanes k, s_raw, d_raw;
};

/// Adjoints of a state.
struct Adjoint {
  Lanes s, d;
};

using Sums = std::array<Lanes, kParameterCount>;

inline Lanes chosen(Lanes rating, const std::array<float, 4>& of_rating) {
  const Lanes low = rating < 1.5F ? all(of_rating[0]) : all(of_rating[1]);
  const Lanes high = rating < 3.5F ? all(of_rating[2]) : all(of_rating[3]);
  return rating < 2.5F ? low : high;
}

inline Lanes multiplier(const BatchConstants& c, Lanes rating) {
  return chosen(rating, {1.0F, c.w[15], 1.0F, c.w[16]});
}

inline Lanes inside(Lanes x, float low, float high, Lanes adjoint) {
  const Lanes below_high = x <= high ? adjoint : Lanes{};
  return x >= low ? below_high : Lanes{};
}

inline void predict_step(const BatchConstants& c, const Step& step, Taped& t) {
  t.u = c.factor * step.days / t.s + 1.0F;
  t.log_u = log_of(t.u);
  t.recall = exp_of(t.log_u * c.decay);
}

inline Lanes stability_after(const BatchConstants& c, const Step& step, Taped& t) {
  const Lanes forgotten = 1.0F - t.recall;
  t.log_s = log_of(t.s);
  t.base = t.s * c.growth * (11.0F - t.d) * exp_of(t.log_s * -c.w[9]);
  t.gain = exp_of(forgotten * c.w[10]);
  const Lanes remembered = t.s + t.base * (t.gain - 1.0F) * multiplier(c, step.rating);

  t.log_d = log_of(t.d);
  t.log_s1 = log_of(t.s + 1.0F);
  t.power = exp_of(t.log_s1 * c.w[13]);
  t.scale = exp_of(forgotten * c.w[14] - t.log_d * c.w[12]) * c.w[11];
  t.relearned = t.scale * (t.power - 1.0F);
  const Lanes lapsed = smaller(t.relearned, t.s * c.lapse_cap);

  t.k = exp_of((step.rating - 3.0F + c.w[18]) * c.w[17] - t.log_s * c.w[19]);
  const Lanes same_day = t.s * (step.rating < 1.5F ? t.k : larger(t.k, all(1)));

  const Lanes later = step.rating < 1.5F ? lapsed : remembered;
  return step.days < 0.5F ? same_day : later;
}

inline Lanes difficulty_after(const BatchConstants& c, const Step& step, const Taped& t) {
  const Lanes moved = t.d - (10.0F - t.d) * (step.rating - 3.0F) * (c.w[6] / 9);
  return moved * (1 - c.w[7]) + c.w[7] * c.initial_difficulty[3];
}

/// The state after the step that `t` has the state before of.
inline void forward(const BatchConstants& c, const Step& step, Taped& t, Taped& next) {
  t.s_raw = stability_after(c, step, t);
  t.d_raw = difficulty_after(c, step, t);
  next.s = between(t.s_raw, kLowS, kHighS);
  next.d = between(t.d_raw, kLowD, kHighD);
}

inline void first_step(const BatchConstants& c, const Step& step, Taped& next) {
  next.s = between(chosen(step.rating, {c.w[0], c.w[1], c.w[2], c.w[3]}), kLowS, kHighS);
  next.d = between(chosen(step.rating, c.initial_difficulty), kLowD, kHighD);
}

/// d loss / d recall of the step's own prediction.
inline Lanes loss_slope(const Step& step, const Taped& t) {
  const Lanes r = between(t.recall, kLeastRecall, kMostRecall);
  const Lanes slope = step.rating < 1.5F ? 1.0F / (1.0F - r) : -1.0F / r;
  return inside(t.recall, kLeastRecall, kMostRecall, slope * step.weight);
}

/// Through a recall on a later day; returns the adjoint of the recall predicted for it.
inline Lanes back_remembered(const BatchConstants& c, Lanes rating, const Taped& t, Lanes after,
                             Adjoint& before, Sums& sums) {
  const Lanes m = multiplier(c, rating);
  const Lanes unscaled = t.base * (t.gain - 1.0F) * after;
  const Lanes grown = unscaled * m;
  const Lanes steep = t.base * m * t.gain * after;
  before.s += after + grown * (1 - c.w[9]) / t.s;
  before.d -= grown / (11.0F - t.d);
  sums[8] += grown;
  sums[9] -= grown * t.log_s;
  sums[10] += steep * (1.0F - t.recall);
  sums[15] += ((rating > 1.5F) & (rating < 2.5F)) ? unscaled : Lanes{};
  sums[16] += rating > 3.5F ? unscaled : Lanes{};
  return steep * -c.w[10];
}

/// Through a lapse, where `after` is not zero.
inline Lanes back_lapsed(const BatchConstants& c, const Taped& t, Lanes after, Adjoint& before,
                         Sums& sums) {
  const Lanes cap = t.s * c.lapse_cap;
  const Lanes capped = cap < t.relearned ? after : Lanes{};
  before.s += capped * c.lapse_cap;
  sums[17] -= capped * cap * c.w[18];
  sums[18] -= capped * cap * c.w[17];

  const Lanes free = after - capped;
  const Lanes relearned = free * t.relearned;
  const Lanes powered = free * t.scale * t.power;
  before.s += powered * c.w[13] / (t.s + 1.0F);
  before.d -= relearned * c.w[12] / t.d;
  sums[11] += relearned / c.w[11];
  sums[12] -= relearned * t.log_d;
  sums[13] += powered * t.log_s1;
  sums[14] += relearned * (1.0F - t.recall);
  return relearned * -c.w[14];
}

inline void back_same_day(const BatchConstants& c, Lanes rating, const Taped& t, Lanes after,
                          Adjoint& before, Sums& sums) {
  const Lanes floored = ((t.k < 1.0F) & (rating > 1.5F)) ? after : Lanes{};
  const Lanes scaled = (after - floored) * t.k;
  before.s += floored + scaled * (1 - c.w[19]);
  sums[17] += scaled * t.s * (rating - 3.0F + c.w[18]);
  sums[18] += scaled * t.s * c.w[17];
  sums[19] -= scaled * t.s * t.log_s;
}

inline void back_difficulty(const BatchConstants& c, Lanes rating, const Taped& t, Lanes after,
                            Adjoint& before, Sums& sums) {
  const Lanes turn = (rating - 3.0F) / 9.0F;
  const Lanes moved = t.d - (10.0F - t.d) * turn * c.w[6];
  const Lanes kept = after * (1 - c.w[7]);
  before.d += kept * (turn * c.w[6] + 1.0F);
  sums[4] += after * c.w[7];
  sums[5] += after * (c.w[7] * c.difficulty_slope[3]);
  sums[6] -= kept * (10.0F - t.d) * turn;
  sums[7] += after * (c.initial_difficulty[3] - moved);
}

/// Through the forgetting curve.
inline void back_recall(const BatchConstants& c, const Step& step, const Taped& t, Lanes slope,
                        Adjoint& before, Sums& sums) {
  const Lanes weighted = slope * t.recall;
  const Lanes by_u = weighted * c.decay / t.u * step.days / t.s;
  before.s -= by_u * c.factor / t.s;
  sums[20] += by_u * c.factor_slope - weighted * t.log_u;
}

inline Adjoint backward(const BatchConstants& c, const Step& step, const Taped& t,
                        const Adjoint& after, Sums& sums) {
  const Lanes s = inside(t.s_raw, kLowS, kHighS, after.s);
  const Lanes d = inside(t.d_raw, kLowD, kHighD, after.d);
  const Lanes same_day = step.days < 0.5F ? s : Lanes{};
  const Lanes lapsed = step.rating < 1.5F ? s - same_day : Lanes{};
  Adjoint before{};
  Lanes slope = loss_slope(step, t);
  slope += back_remembered(c, step.rating, t, s - same_day - lapsed, before, sums);
  slope += back_lapsed(c, t, lapsed, before, sums);
  back_same_day(c, step.rating, t, same_day, before, sums);
  back_difficulty(c, step.rating, t, d, before, sums);
  back_recall(c, step, t, slope, before, sums);
  return before;
}

inline void back_first(const BatchConstants& c, const Step& step, const Adjoint& after,
                       Sums& sums) {
  for (std::size_t i = 0; i < 4; ++i) {
    const auto g = static_cast<float>(i + 1);
    sums[i] += ((step.rating > g - 0.5F) & (step.rating < g + 0.5F)) ? after.s : Lanes{};
  }
  const Lanes d = inside(chosen(step.rating, c.initial_difficulty), kLowD, kHighD, after.d);
  sums[4] += d;
  sums[5] += d * chosen(step.rating, c.difficulty_slope);
}

inline void predict_lanes(const BatchConstants& c, std::span<const BlockStep> steps,
                          std::size_t from, std::span<Row> recall) {
  Taped before;
  Taped after;
  first_step(c, loaded(steps[0], from), before);
  for (std::size_t i = 1; i < steps.size(); ++i) {
    const auto step = loaded(steps[i], from);
    predict_step(c, step, before);
    std::memcpy(recall[i].of.data() + from, &before.recall, sizeof before.recall);
    forward(c, step, before, after);
    before.s = after.s;
    before.d = after.d;
  }
}

inline Sums gradient_of_lanes(const BatchConstants& c, std::span<const BlockStep> steps,
                              std::size_t from) {
  std::array<Taped, kMaxSteps> tape;
  const auto last = steps.size() - 1;
  first_step(c, loaded(steps[0], from), tape[1]);
  for (std::size_t i = 1; i < last; ++i) {
    const auto step = loaded(steps[i], from);
    predict_step(c, step, tape[i]);
    forward(c, step, tape[i], tape[i + 1]);
  }
  Sums sums{};
  Adjoint adjoint{};
  const auto step = loaded(steps[last], from);
  predict_step(c, step, tape[last]);
  back_recall(c, step, tape[last], loss_slope(step, tape[last]), adjoint, sums);
  for (std::size_t i = last - 1; i > 0; --i) {
    adjoint = backward(c, loaded(steps[i], from), tape[i], adjoint, sums);
  }
  back_first(c, loaded(steps[0], from), adjoint, sums);
  return sums;
}

inline void predict_block(const BatchConstants& c, std::span<const BlockStep> steps,
                          std::span<Row> recall) {
  for (std::size_t from = 0; from < kBlockWidth; from += kLanes) {
    predict_lanes(c, steps, from, recall);
  }
}

inline void add_block_gradient(const BatchConstants& c, std::span<const BlockStep> steps,
                               Gradient& gradient) {
  for (std::size_t from = 0; from < kBlockWidth; from += kLanes) {
    const auto sums = gradient_of_lanes(c, steps, from);
    for (std::size_t i = 0; i < kParameterCount; ++i) {
      for (std::size_t lane = 0; lane < kLanes; ++lane) {
        gradient[i] += static_cast<double>(sums[i][lane]);
      }
    }
  }
}

}  // namespace
}  // namespace pith::memory
