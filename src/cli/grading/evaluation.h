// How well grades agree with human marks: the figures of `pith eval`.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace pith::cli {

/// A point of an answer: what a person said and what the grader said.
struct PointPair {
  double label = 0.0;   ///< [0, 1]; true if above 0.
  double credit = 0.0;  ///< Predicted if at least 0.5.
  double confidence = 1.0;
};

struct ScorePair {
  double human = 0.0;
  double graded = 0.0;
};

struct ScoreFigures {
  std::size_t n = 0;
  std::optional<double> pearson;  ///< Empty where all marks of one side are alike.
  std::optional<double> spearman;
  double rmse = 0.0;
  double mae = 0.0;
  double within_0_1 = 0.0;  ///< Share of answers at most 0.1 off.
};

/// A share with its 90 % interval (Wilson); empty where there was nothing to count.
struct Share {
  std::size_t n = 0;
  double value = 0.0;
  double low = 0.0;
  double high = 0.0;
};

struct PointFigures {
  std::size_t n = 0;
  std::optional<double> precision;  ///< Empty where nothing was predicted.
  std::optional<double> recall;     ///< Empty where nothing is true.
  std::optional<double> f1;         ///< Empty where neither is.
  double accuracy = 0.0;
  double coverage_at_90 = 0.0;  ///< Largest share, by falling confidence, that is 90 % right.
  double coverage_at_95 = 0.0;
};

struct StyleFigures {
  std::size_t n = 0;                ///< Points.
  std::optional<Share> recall;      ///< Of the true labels.
  std::optional<Share> false_hits;  ///< Of the labels 0.
};

[[nodiscard]] ScoreFigures score_figures(std::span<const ScorePair> pairs);
[[nodiscard]] PointFigures point_figures(std::span<const PointPair> pairs);
[[nodiscard]] StyleFigures style_figures(std::span<const PointPair> pairs);

/// The largest share of the points, taken by falling confidence (ties together), decided with
/// `accuracy`.
[[nodiscard]] double coverage_at(std::span<const PointPair> pairs, double accuracy);

}  // namespace pith::cli
