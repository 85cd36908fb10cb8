#include "deck/reading/fields.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "base/trim.h"
#include "deck/duration.h"
#include "deck/limits.h"
#include "deck/yaml/foreign_marks.h"
#include "deck/yaml/line_folds.h"
#include "deck/yaml/syntax_causes.h"
#include "deck/yaml/traps.h"
#include "deck/yaml/yaml_syntax.h"
#include "text/similar.h"
#include "text/utf8.h"

namespace pith::deck {
namespace {

using base::trimmed;
using std::chrono::seconds;

std::string remedy_for(const std::string& key, const std::vector<std::string>& known,
                       const std::vector<std::string>& in_defaults) {
  if (key == "unit" || key == "units") {
    return "write the unit behind the answer ('answer: 5 km'), or in the question if the answer is "
           "a number with a tolerance";
  }
  if (text::find_invalid_utf8(key)) {
    return suggestion(key, known, "the keys are");
  }
  const auto near = [&](const std::optional<std::string>& word) {
    return word ? text::edit_distance(key, *word) : std::string::npos;
  };
  const auto below = text::nearest(key, in_defaults);
  return near(below) <= near(text::nearest(key, known)) && below
             ? fmt::format("'{}' goes under 'defaults:'", *below)
             : suggestion(key, known, "the keys are");
}

/// Whose texts name something; others may quote.
constexpr std::array<std::string_view, 6> kNames = {"title", "author", "license",
                                                    "id",    "point",  "group"};

/// Whose entries are names or short. Hints are sentences, and former names are as they were.
constexpr std::array<std::string_view, 6> kNameLists = {"tags",  "answer", "correct",
                                                        "wrong", "accept", "reject"};

bool is_one_of(std::span<const std::string_view> keys, std::string_view key) {
  return std::ranges::find(keys, key) != keys.end();
}

constexpr auto kAny = std::numeric_limits<double>::infinity();

}  // namespace

Fields::Fields(const Node& map, std::string_view what, const std::vector<std::string>& known,
               Complaints& complaints, const std::vector<std::string>& in_defaults)
    : map_(map), complaints_(complaints) {
  for (std::size_t i = 0; i + 1 < map.children.size(); i += 2) {
    const auto& key = map.children[i];
    if (key.type != Node::Type::scalar) {
      complaints_.error(key.offset, fmt::format("a key must be a text, not {}", type_of(key)),
                        quote_remedy(complaints_.source(), key.offset));
    } else if (std::find(known.begin(), known.end(), key.text) == known.end() &&
               !complain_of_unspaced_key(complaints_, key.offset, key.text)) {
      complaints_.error(key.offset, fmt::format("unknown key {} in {}", in_quotes(key.text), what),
                        complaints_.full() ? "" : remedy_for(key.text, known, in_defaults));
    }
  }
}

bool Fields::has(std::string_view key) const {
  return find(map_, key) != nullptr;
}

std::size_t Fields::offset(std::string_view key) const {
  for (std::size_t i = 0; i + 1 < map_.children.size(); i += 2) {
    if (map_.children[i].type == Node::Type::scalar && map_.children[i].text == key) {
      return map_.children[i].offset;
    }
  }
  return map_.offset;
}

std::string Fields::text(std::string_view key) const {
  const auto* node = value(key);
  if (node == nullptr) {
    return {};
  }
  if (is_one_of(kNames, key)) {
    warn_of_curly_quotes(*node, complaints_);
  }
  return read_text(*node, fmt::format("'{}'", key), complaints_);
}

std::string Fields::required_text(std::string_view key) const {
  if (!has(key)) {
    complaints_.error(map_.offset, fmt::format("'{}' is missing", key),
                      fmt::format("add a line '{}: …'", key));
  }
  return text(key);
}

std::vector<std::string> Fields::texts(std::string_view key) const {
  const auto* node = value(key);
  std::vector<std::string> texts;
  if (node == nullptr) {
    return texts;
  }
  if (node->type == Node::Type::map) {
    complaints_.error(node->offset,
                      fmt::format("'{}' must be a text or a list of texts, not a map", key),
                      fmt::format("write {}: [one, another]", key));
    return texts;
  }
  const bool is_list = node->type == Node::Type::sequence;
  const bool of_names = is_one_of(kNameLists, key);
  if (of_names) {
    warn_of_wide_commas(*node, complaints_);
  }
  const auto what = fmt::format("{}'{}'", is_list ? "a text in " : "", key);
  for (const auto& each : entries(*node)) {
    if (of_names) {
      warn_of_curly_quotes(each, complaints_);
    }
    if (auto text = read_text(each, what, complaints_); !text.empty()) {
      texts.push_back(std::move(text));
    }
  }
  return texts;
}

std::optional<double> Fields::number(std::string_view key, const Range& range) const {
  const auto* node = value(key);
  if (node == nullptr) {
    return std::nullopt;
  }
  const auto number = node->type == Node::Type::scalar ? parse_number(node->text) : std::nullopt;
  if (!number || !contains(range, *number)) {
    expected(key, range.words, remedy_in(range, key, node->text));
    return std::nullopt;
  }
  return number;
}

std::optional<double> Fields::positive(std::string_view key, double most) const {
  auto found = number(key, {0, kAny, true, "a number above 0"});
  if (found && *found > most) {
    expected(key, fmt::format("a number above 0 and at most {:.0f}", most));
    found.reset();
  }
  return found;
}

std::optional<std::uint64_t> Fields::whole(std::string_view key, double most) const {
  constexpr auto kWhole = "a whole number from 0 on";
  const auto found = number(key, {0, kAny, false, kWhole});
  if (!found) {
    return std::nullopt;
  }
  if (std::floor(*found) != *found) {
    expected(key, kWhole);
    return std::nullopt;
  }
  if (*found > most) {
    expected(key, fmt::format("a whole number from 0 to {:.0f}", most));
    return std::nullopt;
  }
  return static_cast<std::uint64_t>(*found);
}

std::optional<int> Fields::count(std::string_view key) const {
  const auto found = whole(key, 1'000'000);
  return found ? std::optional(static_cast<int>(*found)) : std::nullopt;
}

std::optional<seconds> Fields::duration(std::string_view key) const {
  const auto* node = value(key);
  if (node == nullptr) {
    return std::nullopt;
  }
  const auto found =
      node->type == Node::Type::scalar ? parse_duration(trimmed(node->text)) : std::nullopt;
  if (!found) {
    const bool bare =
        !node->text.empty() && node->text.find_first_not_of("0123456789") == std::string::npos;
    expected(key, "a time such as 90s, 3m or 1h30m, a day at most",
             bare ? fmt::format("write {}: {}s, or {}m for minutes", key, shortened(node->text),
                                shortened(node->text))
                  : "");
  }
  return found;
}

bool Fields::flag(std::string_view key) const {
  const auto* node = value(key);
  if (node == nullptr) {
    return false;
  }
  if (node->type != Node::Type::scalar || (node->text != "true" && node->text != "false")) {
    const bool yes = node->text == "yes" || node->text == "on" || node->text == "True";
    const bool no = node->text == "no" || node->text == "off" || node->text == "False";
    expected(key, "true or false",
             yes || no ? fmt::format("write {}: {}", key, yes ? "true" : "false") : "");
    return false;
  }
  return node->text == "true";
}

void Fields::expected(std::string_view key, std::string_view words, std::string remedy) const {
  const auto& node = *value(key);
  complaints_.error(node.offset,
                    fmt::format("'{}' must be {}, not {}", key, words,
                                node.type == Node::Type::scalar ? in_quotes(node.text)
                                                                : std::string(type_of(node))),
                    std::move(remedy));
}

std::string read_text(const Node& node, std::string_view what, Complaints& complaints) {
  if (node.type == Node::Type::null && !node.text.empty()) {
    complaints.error(
        node.offset,
        fmt::format("{} is {}, which means nothing to YAML", what, in_quotes(node.text)),
        fmt::format("if the word is meant, write \"{}\"", node.text));
    return {};
  }
  if (node.type == Node::Type::map || node.type == Node::Type::sequence) {
    complaints.error(node.offset, fmt::format("{} must be a text, not {}", what, type_of(node)),
                     quote_remedy(complaints.source(), node.offset));
    return {};
  }
  const auto source = complaints.source().text();
  std::string text(trimmed(
      without_folds_between_han(node.text, source.substr(std::min(node.offset, source.size())))));
  if (text.empty()) {
    complaints.error(node.offset, fmt::format("{} is empty", what),
                     node.style == Node::Style::block
                         ? "begin its lines below each other, further to the right than the key"
                         : "write a text or remove it");
  }
  if (text.size() > kLongestShown) {
    complaints.error(node.offset, fmt::format("{} is longer than {} bytes", what, kLongestShown),
                     "shorten it, or make several items of it");
    return {};
  }
  warn_of_comment(node, complaints);
  warn_of_dash(node, complaints);
  return text;
}

std::string_view type_of(const Node& node) {
  switch (node.type) {
    case Node::Type::null:
      return "nothing";
    case Node::Type::scalar:
      return "a text";
    case Node::Type::sequence:
      return "a list";
    case Node::Type::map:
      return "a map";
  }
  return "nothing";
}

}  // namespace pith::deck
