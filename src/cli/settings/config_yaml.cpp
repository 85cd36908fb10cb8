// The settings as a file that would say the same.
#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include "cli/settings/config.h"

namespace pith::cli {
namespace {

/// Only what differs from the default; a comment that shows how where nothing does.
std::string theme_yaml(const terminal::Theme& theme) {
  std::string entries;
  const auto usual = terminal::default_theme();
  for (const auto role : terminal::all_roles()) {
    const auto at = static_cast<std::size_t>(role);
    if (theme.sgr.at(at) != usual.sgr.at(at)) {
      entries += fmt::format("{}{}: {}", entries.empty() ? "" : ", ", terminal::name_of(role),
                             terminal::style_words(theme.sgr.at(at)));
    }
  }
  return entries.empty() ? "# theme: {hit: bold green, missed: bright-red}\n"
                         : "theme: {" + entries + "}\n";
}

/// A text in quotes, which reads back as it is, whatever it holds.
std::string yaml_quoted(const std::string& text) {
  YAML::Emitter out;
  out << YAML::DoubleQuoted << text;
  return out.c_str();
}

/// The texts in brackets, plain where that is safe.
std::string yaml_list(const std::vector<std::string>& texts) {
  YAML::Emitter out;
  out << YAML::Flow << texts;
  return out.c_str();
}

std::string endpoint_yaml(const char* name, const std::optional<Endpoint>& endpoint,
                          const text::Messages& tr) {
  if (!endpoint) {
    return fmt::format("# {}: {}\n", name, tr("not configured"));
  }
  return fmt::format("{}: {{url: {}, model: {}, key_env: {}, timeout: {}}}\n", name,
                     yaml_quoted(endpoint->url), yaml_quoted(endpoint->model),
                     yaml_quoted(endpoint->key_env), endpoint->timeout.count());
}

}  // namespace

std::vector<Setting> settings_of(const Config& config, const text::Messages& tr) {
  constexpr const char* kAsk[] = {"never", "unsure", "always"};
  return {
      {"decks", fmt::format("decks: {}\n", yaml_list(config.decks))},
      {"ask", fmt::format("ask: {}\n", kAsk[static_cast<int>(config.ask)])},
      {"day_start", fmt::format("day_start: {}\n", config.day_start)},
      {"floor", config.floor ? fmt::format("floor: {}\n", *config.floor)
                             : fmt::format("# floor: {}\n", tr("the desired retention less 0.2"))},
      {"maximum_interval", fmt::format("maximum_interval: {}\n", config.maximum_interval)},
      {"fuzz", fmt::format("fuzz: {}\n", config.fuzz)},
      {"color", fmt::format("color: {}\n", config.color)},
      {"language", fmt::format("language: {}\n", config.language)},
      {"theme", theme_yaml(config.theme)},
      {"dictate", config.dictation.empty()
                      ? std::string("# dictate: my-recorder\n")
                      : fmt::format("dictate: {}\n", yaml_quoted(config.dictation))},
      {"encoder", fmt::format("encoder: {}\n", config.encoder)},
      {"endpoint", endpoint_yaml("endpoint", config.endpoint, tr)},
      {"judge", endpoint_yaml("judge", config.judge, tr)},
  };
}

std::string to_yaml(const Config& config, const text::Messages& tr) {
  std::string yaml;
  for (const auto& setting : settings_of(config, tr)) {
    yaml += setting.yaml;
  }
  return yaml;
}

}  // namespace pith::cli
