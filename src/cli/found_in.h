// Where an item has the words that were searched for.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "text/messages.h"

namespace pith::cli {

enum class Place : std::uint8_t { question, tags, points, wordings };

/// As `found_in` has it in JSON.
[[nodiscard]] std::string_view name_of(Place place);

/// Why an item was found whose question does not show it, to stand before the question; the words
/// themselves would be an answer. May be empty.
[[nodiscard]] std::string found_words(std::span<const Place> places, const text::Messages& tr);

}  // namespace pith::cli
