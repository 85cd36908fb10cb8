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

}  // namespace pith::grading
