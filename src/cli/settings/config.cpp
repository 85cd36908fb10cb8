#include "cli/settings/config.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <yaml-cpp/yaml.h>

#include "cli/settings/mistyped_key.h"
#include "deck/yaml/complaints.h"
#include "deck/yaml/keys.h"
#include "text/utf8.h"

namespace pith::cli {
namespace {

/// A value that is not what its key takes; becomes a diagnostic at the value's place.
struct Mistake {
  std::string message;
};

std::string scalar(const YAML::Node& node) {
  if (!node.IsScalar()) {
    throw Mistake{"expected a single value"};
  }
  return node.Scalar();
}

template <typename T>
T number(const YAML::Node& node, T least, T most) {
  T value{};
  if (!YAML::convert<T>::decode(node, value) || !(value >= least && value <= most)) {
    throw Mistake{fmt::format("'{}' is not a number from {} to {}", scalar(node), least, most)};
  }
  return value;
}

bool flag(const YAML::Node& node) {
  bool value = false;
  if (!YAML::convert<bool>::decode(node, value)) {
    throw Mistake{fmt::format("'{}' is neither true nor false", scalar(node))};
  }
  return value;
}

std::string one_of(const YAML::Node& node, const std::vector<std::string>& allowed) {
  auto value = scalar(node);
  if (std::find(allowed.begin(), allowed.end(), value) == allowed.end()) {
    throw Mistake{fmt::format("'{}' is not one of {}", value, fmt::join(allowed, ", "))};
  }
  return value;
}

std::vector<std::string> strings(const YAML::Node& node) {
  if (node.IsScalar()) {
    return {node.Scalar()};
  }
  if (!node.IsSequence()) {
    throw Mistake{"expected a list"};
  }
  std::vector<std::string> values;
  std::transform(node.begin(), node.end(), std::back_inserter(values), scalar);
  return values;
}

class Parser {
 public:
  Parser(std::string_view text, const std::string& path) : path_(path) {
    for (std::size_t at = 0; at <= text.size();) {
      const auto end = std::min(text.find('\n', at), text.size());
      lines_.emplace_back(text.substr(at, end - at));
      at = end + 1;
    }
  }

  using Setters = std::map<std::string, std::function<void(const YAML::Node&)>>;

  static std::vector<std::string> names_of(const Setters& setters) {
    std::vector<std::string> names;
    std::ranges::transform(setters, std::back_inserter(names), &Setters::value_type::first);
    return names;
  }

  void read_map(const YAML::Node& node, const Setters& setters) {
    if (node.IsNull()) {
      return;
    }
    if (!node.IsMap()) {
      if (!complain_of_colons(names_of(setters))) {
        complain(node.Mark(), "expected keys and values");
      }
      return;
    }
    std::vector<std::string> seen;
    for (const auto& entry : node) {
      const auto key = entry.first.IsScalar() ? entry.first.Scalar() : std::string("?");
      const auto setter = setters.find(key);
      if (setter == setters.end()) {
        complain_of_key(entry.first.Mark(), key, names_of(setters));
      } else if (std::find(seen.begin(), seen.end(), key) != seen.end()) {
        complain(entry.first.Mark(), fmt::format("'{}' stands here twice", key));
      } else {
        set(key, entry.second, setter->second);
      }
      seen.push_back(key);
    }
  }

  /// Of keys whose colon YAML does not take for one. Whether there are such.
  bool complain_of_colons(const std::vector<std::string>& keys) {
    bool any = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (auto colon = wrong_colon(lines_[i], keys)) {
        YAML::Mark mark;
        mark.line = static_cast<int>(i);
        mark.column = static_cast<int>(colon->at);
        complain(mark, std::move(colon->message), std::move(colon->hint));
        any = true;
      }
    }
    return any;
  }

  void complain(const YAML::Mark& mark, std::string message, std::string hint = "") {
    deck::Diagnostic diagnostic{deck::Severity::error, path_,           {},
                                std::move(message),    std::move(hint), ""};
    if (!mark.is_null() && static_cast<std::size_t>(mark.line) < lines_.size()) {
      diagnostic.source_line = lines_[static_cast<std::size_t>(mark.line)];
      const auto bytes =
          std::min(static_cast<std::size_t>(mark.column), diagnostic.source_line.size());
      diagnostic.at = {
          static_cast<std::size_t>(mark.line) + 1,
          text::count_code_points(std::string_view(diagnostic.source_line).substr(0, bytes)) + 1};
    }
    diagnostics_.push_back(std::move(diagnostic));
  }

  [[nodiscard]] deck::Diagnostics take() { return std::move(diagnostics_); }

 private:
  void complain_of_key(YAML::Mark mark, const std::string& key,
                       const std::vector<std::string>& known) {
    if (auto colon = wrong_colon(key, known)) {
      mark.column += static_cast<int>(colon->at);
      complain(mark, std::move(colon->message), std::move(colon->hint));
    } else if (const auto meant = key_meant(key, known)) {
      complain(mark, fmt::format("unknown key '{}'", key),
               fmt::format("did you mean '{}'?", *meant));
    } else if (std::ranges::count(deck::default_keys(), key) != 0) {
      complain(mark, fmt::format("unknown key '{}'", key),
               "it belongs in a deck, below 'defaults'");
    } else {
      complain(mark, fmt::format("unknown key '{}'", key),
               fmt::format("keys here: {}", fmt::join(known, ", ")));
    }
  }

  void set(const std::string& key, const YAML::Node& value,
           const std::function<void(const YAML::Node&)>& setter) {
    try {
      setter(value);
    } catch (const Mistake& mistake) {
      complain(value.Mark(), fmt::format("{}: {}", key, mistake.message));
    }
  }

  std::string path_;
  std::vector<std::string> lines_;
  deck::Diagnostics diagnostics_;
};

Endpoint read_endpoint(Parser& parser, const YAML::Node& node) {
  Endpoint endpoint;
  parser.read_map(node, {{"url", [&](const auto& n) { endpoint.url = scalar(n); }},
                         {"model", [&](const auto& n) { endpoint.model = scalar(n); }},
                         {"key_env", [&](const auto& n) { endpoint.key_env = scalar(n); }},
                         {"timeout", [&](const auto& n) {
                            endpoint.timeout = std::chrono::seconds(number(n, 1, 600));
                          }}});
  if (endpoint.url.empty()) {
    throw Mistake{"an endpoint needs a url, such as http://localhost:8080/v1"};
  }
  return endpoint;
}

void read_theme(Parser& parser, const YAML::Node& node, terminal::Theme& theme) {
  Parser::Setters setters;
  for (const auto role : terminal::all_roles()) {
    setters[std::string(terminal::name_of(role))] = [&theme, role](const YAML::Node& value) {
      const auto sgr = terminal::parse_style(scalar(value));
      if (!sgr) {
        throw Mistake{fmt::format(
            "'{}' is no style: write bold, dim, italic, underline, reverse, none, a colour such as "
            "red, or bright-red",
            scalar(value))};
      }
      theme.sgr.at(static_cast<std::size_t>(role)) = *sgr;
    };
  }
  parser.read_map(node, setters);
}

Ask ask_named(const std::string& name) {
  return name == "never" ? Ask::never : name == "always" ? Ask::always : Ask::unsure;
}

Parser::Setters setters_for(Config& config, Parser& parser) {
  return {
      {"decks", [&](const auto& n) { config.decks = strings(n); }},
      {"ask",
       [&](const auto& n) {
         config.ask = ask_named(one_of(n, {"never", "unsure", "always"}));
       }},
      {"day_start", [&](const auto& n) { config.day_start = number(n, 0, 23); }},
      {"floor", [&](const auto& n) { config.floor = number(n, 0.01, 0.99); }},
      {"maximum_interval", [&](const auto& n) { config.maximum_interval = number(n, 1, 36500); }},
      {"fuzz", [&](const auto& n) { config.fuzz = flag(n); }},
      {"color",
       [&](const auto& n) {
         config.color = one_of(n, {"auto", "always", "never"});
       }},
      {"language",
       [&](const auto& n) {
         config.language = one_of(n, {"auto", "en", "zh"});
       }},
      {"theme", [&](const auto& n) { read_theme(parser, n, config.theme); }},
      {"dictate", [&](const auto& n) { config.dictation = scalar(n); }},
      {"encoder",
       [&](const auto& n) {
         config.encoder = one_of(n, {"auto", "none", "e5", "endpoint"});
       }},
      {"endpoint", [&](const auto& n) { config.endpoint = read_endpoint(parser, n); }},
      {"judge", [&](const auto& n) { config.judge = read_endpoint(parser, n); }},
  };
}

std::map<std::string, std::size_t> lines_of_keys(const YAML::Node& root) {
  std::map<std::string, std::size_t> lines;
  if (root.IsMap()) {
    for (const auto& entry : root) {
      const auto mark = entry.first.Mark();
      if (entry.first.IsScalar() && !mark.is_null()) {
        lines.emplace(entry.first.Scalar(), static_cast<std::size_t>(mark.line) + 1);
      }
    }
  }
  return lines;
}

}  // namespace

ConfigResult parse_config(std::string_view text, const std::string& path) {
  const deck::Source source(text);
  deck::Complaints complaints(source, path);
  if (text.size() > kLargestConfig) {
    complaints.error(0, "the file is too large");
  } else if (const auto at = text::find_invalid_utf8(text)) {
    complaints.error(*at, "this is not UTF-8: save the file as UTF-8");
  }
  if (complaints.has_error()) {
    return {{}, complaints.take()};
  }
  ConfigResult result;
  Parser parser(text, path);
  const auto setters = setters_for(result.config, parser);
  try {
    const auto root = YAML::Load(std::string(text));
    parser.read_map(root, setters);
    result.config.lines = lines_of_keys(root);
  } catch (const YAML::Exception& error) {
    if (!parser.complain_of_colons(Parser::names_of(setters))) {
      parser.complain(error.mark, error.msg);
    }
  }
  result.diagnostics = parser.take();
  return result;
}

}  // namespace pith::cli
