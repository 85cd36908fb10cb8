#include "exchange/anki/anki_settings.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>

#include <nlohmann/json.hpp>

#include "exchange/anki/protobuf.h"
#include "exchange/html/html_text.h"
#include "exchange/source_text.h"
#include "text/utf8.h"

namespace pith::exchange {
namespace {

using nlohmann::json;

std::string description_from(std::string written, bool markdown) {
  constexpr std::size_t kLongest = 100'000;
  if (written.size() > kLongest) {
    return {};
  }
  drop_controls(written);
  auto text = markdown ? std::move(written) : html_to_text(written).text;
  drop_controls(text);  // that were written as entities
  return text;
}

}  // namespace

AnkiPreset preset_from_json(const json& options) {
  AnkiPreset preset;
  const auto name = options.value("name", json());
  const auto retention = options.value("desiredRetention", json());
  const auto fresh = options.value("new", json());
  const auto per_day = fresh.is_object() ? fresh.value("perDay", json()) : json();
  if (name.is_string()) {
    preset.name = name.get<std::string>();
  }
  if (retention.is_number()) {
    preset.desired_retention = retention.get<double>();
  }
  if (per_day.is_number_integer()) {
    preset.new_per_day = per_day.get<std::int64_t>();
  }
  return preset;
}

/// What is 0 is not written; a retention of 0 is one from before Anki had it.
AnkiPreset preset_from_protobuf(std::string name, std::string_view config) {
  constexpr std::uint32_t kNewPerDay = 9;
  constexpr std::uint32_t kDesiredRetention = 37;
  AnkiPreset preset{std::move(name)};
  if (config.empty()) {
    return preset;
  }
  preset.new_per_day = static_cast<std::uint32_t>(protobuf_value(config, kNewPerDay));
  const auto bits = static_cast<std::uint32_t>(protobuf_value(config, kDesiredRetention));
  if (bits != 0) {
    preset.desired_retention = static_cast<double>(std::bit_cast<float>(bits));
  }
  return preset;
}

std::string description_from_json(const json& deck) {
  const auto written = deck.value("desc", json());
  return written.is_string()
             ? description_from(written.get<std::string>(), deck.value("md", json()) == json(true))
             : std::string();
}

std::string description_from_protobuf(std::string_view kind) {
  constexpr std::uint32_t kNormal = 1;
  constexpr std::uint32_t kDescription = 4;
  constexpr std::uint32_t kIsMarkdown = 5;
  const auto deck = protobuf_bytes(kind, kNormal);
  return description_from(text::repair_utf8(protobuf_bytes(deck, kDescription)),
                          protobuf_value(deck, kIsMarkdown) != 0);
}

}  // namespace pith::exchange
