// Any bytes as a segment of another device; and any lines of JSON, sealed as if pith had written
// them.
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/fnv.h"
#include "exchange/sync/segment.h"
#include "fuzzer.h"

namespace {

using namespace pith;
using fuzz::require;

struct Taken {
  std::vector<std::string> lines;  ///< Everything that was told, written again.
  exchange::SegmentState state;
};

std::optional<Taken> taken(std::string_view segment) {
  Taken result;
  const auto state = exchange::read_segment(
      segment,
      {[&](const history::Event& event) { result.lines.push_back(exchange::segment_line(event)); },
       [&](const history::Content& content) {
         result.lines.push_back(exchange::segment_line(content));
       }});
  if (!state) {
    require(result.lines.empty(), "what is no segment tells nothing");
    return std::nullopt;
  }
  result.state = *state;
  return result;
}

void check(std::string_view segment) {
  const auto first = taken(segment);
  if (!first) {
    return;
  }
  auto again = exchange::segment_head(first->state.device.value_or(history::Uuid{}));
  for (const auto& line : first->lines) {
    again += line;
  }
  const auto second = taken(again);
  require(second && second->state.sound(), "what was told is written soundly");
  require(second->lines == first->lines, "what is written again is the same, bit by bit");
}

std::string sealed(std::string_view lines) {
  auto segment = exchange::segment_head(history::Uuid{});
  while (!lines.empty()) {
    const auto line = fuzz::take_until(lines, "\n");
    segment += fmt::format("{:016x} {}\n", base::fnv1a(line), line);
  }
  return segment;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = fuzz::as_text(data, size);
  check(bytes);
  check(sealed(bytes));
  return 0;
}
