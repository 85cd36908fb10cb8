#include "cli/context.h"
#include "cli/settings/config.h"
#include "session/candidate.h"

namespace pith::cli {

Config config_of(const Context& context) {
  return load_config(context.paths.config / "config.yaml");
}

session::Wishes wishes_of(const Config& config) {
  return {config.floor, config.maximum_interval, config.fuzz};
}

}  // namespace pith::cli
