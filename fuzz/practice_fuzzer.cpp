// Any bytes as a practice file for `pith run`.
#include <algorithm>

#include "fuzzer.h"
#include "session/practice.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pith;
  const auto read = session::read_practice(fuzz::as_text(data, size), "practice.yaml");
  const bool wrong = std::ranges::any_of(read.diagnostics, [](const deck::Diagnostic& said) {
    return said.severity == deck::Severity::error;
  });
  fuzz::require(read.practice.has_value() != wrong, "there is a practice or an error");
  if (read.practice) {
    fuzz::require(!read.practice->sections.empty(), "a practice has a section");
    fuzz::require(read.practice->pass.value_or(0) >= 0 && read.practice->pass.value_or(0) <= 1,
                  "a pass mark is a share");
  }
  return 0;
}
