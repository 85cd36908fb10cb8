// What a deck and one of its items may hold, so that reading and grading them stays quick whatever
// a file contains; docs/decks.md.
#pragma once

#include <cstddef>

namespace pith::deck {

inline constexpr std::size_t kMostPoints = 100;
inline constexpr std::size_t kMostWordings = 100;    ///< Of a point, accepted or rejected.
inline constexpr std::size_t kMostChoices = 26;      ///< As many as there are letters.
inline constexpr std::size_t kLongestName = 4'000;   ///< Bytes, of a point's name.
inline constexpr std::size_t kLongestText = 16'000;  ///< Bytes, of a detail or a wording.
/// Bytes, of a question whose answer is compared with points: grading each looks at it.
inline constexpr std::size_t kLongestQuestion = 16'000;
inline constexpr std::size_t kLongestShown = 200'000;  ///< Bytes, of any text of a deck.
inline constexpr double kHeaviest = 1e6;               ///< Weight of a point.

/// Every item has its deck's tags, too: what these copies may come to.
inline constexpr std::size_t kMostDeckTags = 100;
inline constexpr std::size_t kLargestTagCopies = std::size_t{128} << 20U;  ///< Bytes.

inline constexpr std::size_t kLongestGap = 4'000;  ///< Bytes, of a gap of a cloze.

}  // namespace pith::deck
