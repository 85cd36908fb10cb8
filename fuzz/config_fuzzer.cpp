// Any bytes as the learner's settings.
#include "cli/settings/config.h"
#include "fuzzer.h"

namespace {

using namespace pith;
using fuzz::require;

void check_diagnostic(const deck::Diagnostic& said) {
  require(said.severity == deck::Severity::error && !said.message.empty(), "a mistake is named");
  require(said.file == "config.yaml", "a mistake has its file");
}

/// What was understood is within its bounds, and as good as written down.
void check_config(const cli::Config& config) {
  require(config.day_start >= 0 && config.day_start < 24, "a day begins at an hour of the day");
  require(config.maximum_interval > 0, "the longest interval is some days");
  require(!config.floor || (*config.floor > 0 && *config.floor < 1), "a floor is a share");
  for (const auto& endpoint : {config.endpoint, config.judge}) {
    require(!endpoint || (!endpoint->url.empty() && endpoint->timeout.count() > 0),
            "a server has an address and some time");
  }
  const auto printed = cli::to_yaml(config);
  const auto again = cli::parse_config(printed, "config.yaml");
  require(again.diagnostics.empty(), "settings that are printed can be read");
  require(cli::to_yaml(again.config) == printed, "settings that are printed read as the same");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto read = cli::parse_config(fuzz::as_text(data, size), "config.yaml");
  for (const auto& said : read.diagnostics) {
    check_diagnostic(said);
  }
  check_config(read.config);
  return 0;
}
