// The learner's settings: $XDG_CONFIG_HOME/pith/config.yaml. Every key is optional; every mistake
// is named with its place.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "deck/diagnostic.h"
#include "terminal/style.h"

namespace pith::session {
struct Wishes;
}

namespace pith::cli {

struct Context;

/// When a verdict that the grader is not sure of is put to the learner. Scripts are never asked.
enum class Ask { never, unsure, always };

/// An OpenAI-compatible server. Nothing is sent anywhere unless one is configured.
struct Endpoint {
  std::string url;  ///< Base, such as http://localhost:8080/v1.
  std::string model;
  std::string key_env;  ///< Name of the environment variable that holds the key; may be empty.
  std::chrono::seconds timeout{30};
};

struct Config {
  std::vector<std::string> decks;  ///< Folders and files with decks; as written: `~/` is home.
  Ask ask = Ask::unsure;
  int day_start = 4;              ///< Hour at which the study day begins, 0..23.
  std::optional<double> floor;    ///< A point whose retrievability falls to this is asked; (0, 1).
  int maximum_interval = 36500;   ///< Days.
  bool fuzz = true;               ///< Spread due days a little.
  std::string color = "auto";     ///< auto, always or never.
  std::string language = "auto";  ///< Of pith's messages: auto, en or zh.
  terminal::Theme theme = terminal::default_theme();
  std::string dictation;             ///< Command that prints what is spoken; empty: none.
  std::string encoder = "auto";      ///< auto, none, e5 or endpoint.
  std::optional<Endpoint> endpoint;  ///< Of the encoder.
  std::optional<Endpoint> judge;
  std::map<std::string, std::size_t> lines;  ///< Of the file, in which its keys stand.
};

inline constexpr std::size_t kLargestConfig = std::size_t{1} << 20U;  ///< Bytes of a file.

struct ConfigResult {
  Config config;
  deck::Diagnostics diagnostics;  ///< Errors: the keys named were ignored.
};

/// Reads settings from the text of a file; `path` is for the messages only.
[[nodiscard]] ConfigResult parse_config(std::string_view text, const std::string& path);

/// The settings of a file; the defaults if there is none. Throws StorageError if it cannot be read,
/// InvalidInput (with every mistake and its place) if it is wrong.
[[nodiscard]] Config load_config(const std::filesystem::path& file);

/// The learner's settings. Throws as load_config() does.
[[nodiscard]] Config config_of(const Context& context);

/// What they say of when items are asked.
[[nodiscard]] session::Wishes wishes_of(const Config& config);

/// What can be read of a file that may be missing or wrong: for how pith looks and speaks while it
/// says what is wrong. Throws nothing.
[[nodiscard]] Config readable_config(const std::filesystem::path& file);

/// A key with its present value.
struct Setting {
  std::string key;
  std::string yaml;  ///< A line of a file that would say the same.
};

/// Every key, in the order in which they are shown.
[[nodiscard]] std::vector<Setting> settings_of(const Config& config, const text::Messages& tr = {});

/// Every key with its present value, one a line, as YAML.
[[nodiscard]] std::string to_yaml(const Config& config, const text::Messages& tr = {});

/// What a key is for, which values it takes and what it is without one: a sentence.
[[nodiscard]] std::string explanation_of(std::string_view key, const text::Messages& tr = {});

}  // namespace pith::cli
