#include "exchange/sync/segment.h"

#include <utility>
#include <variant>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/fnv.h"
#include "exchange/sync/event_json.h"
#include "exchange/sync/event_reader.h"
#include "text/bounded_json.h"

namespace pith::exchange {
namespace {

using nlohmann::json;

constexpr int kVersion = 1;
constexpr std::size_t kDigits = 16;

std::string sealed(const json& content) {
  const auto text = content.dump(-1, ' ', false, json::error_handler_t::replace);
  return fmt::format("{:016x} {}\n", base::fnv1a(text), text);
}

/// The JSON of a line without its line break; empty if the line is not as it was written.
std::optional<json> unsealed(std::string_view line) {
  if (line.size() <= kDigits || line[kDigits] != ' ') {
    return std::nullopt;
  }
  const auto bytes = line.substr(kDigits + 1);
  if (line.substr(0, kDigits) != fmt::format("{:016x}", base::fnv1a(bytes))) {
    return std::nullopt;
  }
  auto content = text::parse_bounded_json(bytes);
  return content.is_object() ? std::optional(std::move(content)) : std::nullopt;
}

/// Takes the first line off; empty at the end, and for a line without an end.
std::optional<std::string_view> next_line(std::string_view& bytes) {
  const auto end = bytes.find('\n');
  if (end == std::string_view::npos) {
    return std::nullopt;
  }
  const auto line = bytes.substr(0, end);
  bytes.remove_prefix(end + 1);
  return line;
}

bool is_head(const json& line) {
  return line.value("kind", json()) == "segment";
}

std::optional<history::Uuid> device_of(const json& head) {
  const auto device = head.value("device", json());
  return device.is_string() ? history::parse_uuid(device.get<std::string>()) : std::nullopt;
}

/// Tells the visitor, or counts what cannot be taken.
void take(const json& line, const SegmentVisitor& visitor, SegmentState& state) {
  if (line.value("kind", json()) == "content") {
    if (auto content = content_from(line)) {
      visitor.content(*std::move(content));
    } else {
      ++state.damaged;
    }
    return;
  }
  auto event = event_from(line);
  if (!event) {
    ++state.damaged;
  } else if (auto* known = std::get_if<history::Event>(&*event)) {
    visitor.event(std::move(*known));
  } else {
    ++state.newer;
  }
}

}  // namespace

std::string segment_head(const history::Uuid& device) {
  return sealed(
      {{"kind", "segment"}, {"version", kVersion}, {"device", history::to_string(device)}});
}

std::string segment_line(const history::Event& event) {
  return sealed(to_json(event));
}

std::string segment_line(const history::Content& content) {
  return sealed(to_json(content));
}

std::optional<SegmentState> read_segment(std::string_view bytes, const SegmentVisitor& visitor) {
  SegmentState state;
  bool any_whole = false;
  while (const auto line = next_line(bytes)) {
    const auto content = unsealed(*line);
    any_whole = any_whole || content;
    if (!content) {
      ++state.damaged;
    } else if (!is_head(*content)) {
      take(*content, visitor, state);
    } else if (content->value("version", json()) != kVersion) {
      return SegmentState{.device = device_of(*content), .newer = 1};
    } else {
      state.device = device_of(*content);
    }
  }
  if (!any_whole) {
    return std::nullopt;
  }
  state.torn = !bytes.empty();
  state.damaged += (state.torn ? 1U : 0U) + (state.device ? 0U : 1U);
  return state;
}

}  // namespace pith::exchange
