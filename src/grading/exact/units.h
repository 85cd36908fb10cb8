// Units of measure and their spellings: bytes, B, 字节.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace pith::grading {

/// Whether a spelling stands in a deck or was typed: `3D` in a deck is no three days.
enum class UnitWriter { deck, learner };

/// The units that a spelling may stand for, as numbers that only tell them apart; none if it is no
/// unit. Capitals count where there are any (Mb, MB); in a deck they count in all symbols.
[[nodiscard]] std::vector<std::size_t> units_spelled(std::string_view spelling, UnitWriter writer);

/// A unit that stands in folded text.
struct UnitFound {
  std::vector<std::size_t> units;  ///< As `units_spelled` gives them; empty if there is none.
  std::size_t end = 0;
};

/// The unit whose spelling, or the longest such Chinese spelling, stands at `at`, over a blank.
[[nodiscard]] UnitFound unit_at(std::u32string_view folded, std::size_t at);

}  // namespace pith::grading
