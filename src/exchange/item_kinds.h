// Makes items of each kind from what importers read.
#pragma once

#include <string_view>
#include <vector>

#include "deck/item.h"

namespace pith::exchange {

/// Items of each kind, with the points that belong to it; ids are left to the shelf.
[[nodiscard]] deck::Item card_item(std::string_view front, std::string_view back);
[[nodiscard]] deck::Item answer_item(std::string_view question, std::string_view answer);
[[nodiscard]] deck::Item points_item(std::string_view question, std::vector<deck::Point> points);
/// The correct choices first.
[[nodiscard]] deck::Item choices_item(std::string_view question, std::vector<deck::Choice> choices);

}  // namespace pith::exchange
