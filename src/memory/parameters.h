// The 21 parameters of FSRS-6: defaults, bounds, and how vectors of older versions are read.
// Formulas and figures: docs/memory.md.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace pith::memory {

inline constexpr std::size_t kParameterCount = 21;

/// w0..w20. Every function of this folder expects them inside their bounds, as `parameters_from`
/// returns them.
using Parameters = std::array<double, kParameterCount>;

inline constexpr Parameters kDefaultParameters = {
    0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001,  1.8722, 0.1666, 0.796,
    1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};

/// Closed interval of each parameter.
struct Bounds {
  Parameters low;
  Parameters high;
};

/// Bounds for use in scheduling. While training, w19 is kept at 0.01 or more (see training.cpp).
inline constexpr Bounds kBounds = {
    {0.001, 0.001, 0.001, 0.001, 1, 0.001, 0.001, 0.001, 0, 0,  0.001,
     0.001, 0.001, 0.001, 0,     0, 1,     0,     0,     0, 0.1},
    {100, 100, 100, 100, 10, 4, 4, 0.75, 4.5, 0.8, 3.5, 5, 0.25, 0.9, 4, 1, 6, 2, 2, 0.8, 0.8}};

/// Each parameter moved to the nearest value inside its bounds.
[[nodiscard]] Parameters clamped(Parameters parameters, const Bounds& bounds = kBounds);

/// Parameters from a vector of FSRS-6 (21 values), FSRS-5 (19), FSRS-4.5 (17) or none at all
/// (the defaults): migrated, then clamped.
/// Throws pith::UsageError on any other length and on a value that is not finite.
[[nodiscard]] Parameters parameters_from(std::span<const double> values);

/// The same from text: numbers separated by commas, spaces allowed around them.
/// Throws pith::UsageError, naming the part that is not a number.
[[nodiscard]] Parameters parse_parameters(std::string_view text);

}  // namespace pith::memory
