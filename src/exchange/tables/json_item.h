// An item as JSON has it, in the form that decks have.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace pith::exchange {

/// Whether an object says more than a question and its answer: it is one of `pith export`, or has
/// what only items of decks have.
[[nodiscard]] bool is_deck_item(const nlohmann::json& object);

/// The object as a deck would have it. What it holds beside that is named in `unknown`.
[[nodiscard]] nlohmann::json in_deck_form(const nlohmann::json& object,
                                          std::vector<std::string>& unknown);

/// The keys of an object that a deck's map may have, with their values; empty ones are left out.
[[nodiscard]] nlohmann::json of_keys(const nlohmann::json& object,
                                     const std::vector<std::string>& keys);

}  // namespace pith::exchange
