// What a package says of a deck and of a deck's options: as JSON in schema 11, in protobuf since.
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "exchange/anki/anki_collection.h"

namespace pith::exchange {

/// Throws nlohmann::json::exception if the options are no object.
[[nodiscard]] AnkiPreset preset_from_json(const nlohmann::json& options);
[[nodiscard]] AnkiPreset preset_from_protobuf(std::string name, std::string_view config);

/// The description of a deck as light Markdown; empty if it has none, or is longer than anybody
/// writes. Throws nlohmann::json::exception if the deck is no object.
[[nodiscard]] std::string description_from_json(const nlohmann::json& deck);
[[nodiscard]] std::string description_from_protobuf(std::string_view kind);

}  // namespace pith::exchange
