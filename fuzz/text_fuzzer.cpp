// Any bytes through what all text passes: decoding, sanitising, folding, wrapping.
#include "fuzzer.h"
#include "support/controls.h"
#include "text/display.h"
#include "text/encoding.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace {

using namespace pith;
using fuzz::require;

void check_sanitised(std::string_view bytes) {
  const auto clean = text::sanitise(bytes);
  require(!text::find_invalid_utf8(clean), "what is sanitised is UTF-8");
  require(test::controls_in(clean).empty(), "what is sanitised controls nothing");
  require(text::sanitise(clean) == clean, "sanitising is idempotent");
}

void check_folded(std::string_view valid) {
  const auto folded = text::fold(valid);
  require(folded.begin.size() == folded.text.size() && folded.end.size() == folded.text.size(),
          "every folded character has its place");
  for (std::size_t i = 0; i < folded.text.size(); ++i) {
    require(folded.begin[i] < folded.end[i] && folded.end[i] <= valid.size(),
            "a folded character comes from bytes of the text");
    require(i == 0 || folded.begin[i - 1] <= folded.begin[i], "places stand in order");
  }
  const auto identity = text::identity_of(valid);
  require(text::identity_of(identity) == identity, "an identity is its own");
}

void check_wrapped(std::string_view valid, std::size_t width) {
  const auto clean = text::sanitise(valid);
  for (const auto& line : text::wrap(clean, width)) {
    require(text::grapheme_bounds(line).size() <= 2 || text::display_width(line) <= width,
            "a line fits, unless it is one character");
  }
  require(text::display_width(text::truncate(clean.substr(0, clean.find('\n')), width)) <= width,
          "what is cut fits");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto bytes = fuzz::as_text(data, size);
  const auto width = 2 + fuzz::take_byte(bytes) % 80;
  const auto decoded = text::decode(bytes);
  require(!text::find_invalid_utf8(decoded.text), "decoded text is UTF-8");
  const auto repaired = text::repair_utf8(bytes);
  require(!text::find_invalid_utf8(repaired), "repaired text is UTF-8");
  require(text::repair_utf8(repaired) == repaired, "what is repaired stays");
  check_sanitised(bytes);
  check_folded(repaired);
  check_wrapped(repaired, width);
  return 0;
}
