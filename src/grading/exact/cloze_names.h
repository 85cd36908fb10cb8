// How the gaps of a cloze are named in an answer.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "deck/item.h"

namespace pith::grading {

using NamedGap = std::pair<std::size_t, std::string_view>;  ///< A point, and the text for it.

/// `c2: text`, `c2 = text`, c2翻译 or 第一个电压: the point it names, and the text.
[[nodiscard]] std::optional<NamedGap> named_gap(const deck::Item& item, std::string_view piece);

}  // namespace pith::grading
