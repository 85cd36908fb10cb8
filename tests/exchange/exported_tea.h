// A deck of every kind of item, to be exported and read again.
#pragma once

#include <string>
#include <string_view>

#include "deck/item.h"
#include "exchange/exported.h"
#include "exchange/formats.h"

namespace pith::test {

[[nodiscard]] deck::Deck tea();

/// The deck with two reviews of each item.
[[nodiscard]] exchange::Exportable exportable();

/// What is exportable() in a format.
[[nodiscard]] exchange::Exported written(std::string_view format);

[[nodiscard]] exchange::Imported read_again(std::string_view format, const std::string& bytes,
                                            const std::string& name);

/// Whether it is said that this was lost.
[[nodiscard]] bool says(const exchange::Exported& exported, std::string_view loss);

}  // namespace pith::test
