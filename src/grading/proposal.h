// Would a wording be a good `accept` of a point? Found out by grading with it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "deck/item.h"

namespace pith::grading {

/// Whether a text is, spelt alike, the point's name, its detail or an accepted wording; so is one
/// without anything to be seen.
[[nodiscard]] bool has_wording(const deck::Point& point, const std::string& wording);

/// The item with the wording among those that the point accepts.
[[nodiscard]] deck::Item accepting(const deck::Item& item, std::size_t point,
                                   const std::string& wording);

/// Why the wording would be no good `accept` of the point, to be translated; empty if it would be a
/// good one.
[[nodiscard]] std::string_view objection_to_accept(const deck::Item& item, std::size_t point,
                                                   const std::string& wording);

/// True if the wording is new, and by words alone it then earns the point, earns no other point
/// that it did not earn before, and changes no verdict of the item's samples.
[[nodiscard]] bool is_good_accept(const deck::Item& item, std::size_t point,
                                  const std::string& wording);

}  // namespace pith::grading
