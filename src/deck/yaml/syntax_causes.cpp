#include "deck/yaml/syntax_causes.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/npos.h"
#include "deck/yaml/line_key.h"
#include "deck/yaml/lines.h"
#include "deck/yaml/list_causes.h"

namespace pith::deck {
namespace {

using base::npos;

bool complain_of_spaces(Complaints& complaints, const Line& line, const LineKey& key) {
  if (!key.dash_spaced) {
    complaints.error(line.begin + *key.dash, "a space is missing behind this '-'",
                     fmt::format("write '- {}:'", key.name));
  }
  if (!key.colon_spaced) {
    complaints.error(line.begin + key.colon,
                     fmt::format("a space is missing behind the colon of '{}'", key.name),
                     fmt::format("write '{}: '", key.name));
  }
  return !key.dash_spaced || !key.colon_spaced;
}

/// In this line, or in the one with the key whose text the parser was reading.
bool complain_of_missing_space(Complaints& complaints, const Line& line, bool goes_on) {
  if (const auto key = key_of_line(line.text); key && complain_of_spaces(complaints, line, *key)) {
    return true;
  }
  auto above = goes_on ? line_above(complaints.source(), line) : std::nullopt;
  for (; above; above = line_above(complaints.source(), *above)) {
    if (const auto key = key_of_line(above->text)) {
      return complain_of_spaces(complaints, *above, *key);
    }
  }
  return false;
}

bool opens_block(const LineKey& key) {
  return key.value.starts_with('|') || key.value.starts_with('>');
}

/// The nearest line above that begins with a key, if a text behind '|' or '>' begins there.
std::optional<Line> block_above(const Source& source, const Line& line) {
  for (auto above = line_above(source, line); above; above = line_above(source, *above)) {
    if (const auto key = key_of_line(above->text)) {
      return opens_block(*key) ? above : std::nullopt;
    }
  }
  return std::nullopt;
}

/// A line that was to belong to such a text and is indented less.
bool complain_of_block(Complaints& complaints, const Line& stopped) {
  const auto& source = complaints.source();
  const auto head = block_above(source, stopped);
  if (!head) {
    return false;
  }
  const auto key = *key_of_line(head->text);
  auto least = key.begin + 1;
  auto line = *head;
  while (line.begin < stopped.begin) {
    line = line_of(source, source.text().find('\n', line.begin) + 1);
    const auto indentation = line.text.find_first_not_of(' ');
    if (indentation != npos && indentation < least && !key_of_line(line.text)) {
      complaints.error(line.begin + indentation,
                       fmt::format("this line is not indented as text of '{}'", key.name),
                       "begin its lines below each other, further to the right than the key");
      return true;
    }
    least = indentation == npos ? least : std::max(least, indentation);
  }
  return false;
}

/// Where a line begins as a list's item, or its key as one of several.
std::size_t column_of(const LineKey& key, bool as_item) {
  return as_item ? *key.dash : key.begin;
}

struct Neighbour {
  Line line;
  LineKey key;
};

/// Of the lines above that belong to what the key belongs to: the one that stands nearest to its
/// column.
std::optional<Neighbour> neighbour_of(const Source& source, const Line& line, const LineKey& key) {
  const bool as_item = key.dash.has_value();
  const auto column = column_of(key, as_item);
  const auto distance = [&](const LineKey& other) {
    const auto there = column_of(other, as_item);
    return std::max(there, column) - std::min(there, column);
  };
  std::optional<Neighbour> nearest;
  for (auto above = line_above(source, line); above; above = line_above(source, *above)) {
    const auto other = key_of_line(above->text);
    if (other && (!as_item || other->dash) &&
        (!nearest || distance(*other) < distance(nearest->key))) {
      nearest = {*above, *other};
    }
    if (above->text.find_first_not_of(' ') < column) {
      break;
    }
  }
  return nearest;
}

bool complain_of_indentation(Complaints& complaints, const Line& line) {
  const auto& source = complaints.source();
  const auto key = key_of_line(line.text);
  const auto neighbour = key ? neighbour_of(source, line, *key) : std::nullopt;
  if (!neighbour) {
    return false;
  }
  const bool as_item = key->dash.has_value();
  const auto column = column_of(*key, as_item);
  const auto wanted = column_of(neighbour->key, as_item);
  if (column == wanted) {
    return false;
  }
  complaints.error(line.begin + column,
                   fmt::format("'{}' does not stand below its neighbours",
                               as_item ? std::string_view("-") : key->name),
                   fmt::format("begin it in column {}, as '{}' in line {}", wanted + 1,
                               as_item ? std::string_view("-") : neighbour->key.name,
                               source.line_number(neighbour->line.begin)));
  return true;
}

/// The first item of a deck whose list has no name: `- question:` below `deck:`.
bool complain_of_missing_items(Complaints& complaints, const Line& line) {
  const auto& source = complaints.source();
  const auto key = key_of_line(line.text);
  constexpr std::array<std::string_view, 4> kBeginItems = {"question", "cloze", "front", "id"};
  if (!key || !key->dash || std::ranges::find(kBeginItems, key->name) == kBeginItems.end()) {
    return false;
  }
  for (auto above = line_above(source, line); above; above = line_above(source, *above)) {
    const auto other = key_of_line(above->text);
    if (other && (other->dash || other->name == "items" || other->name == "points")) {
      return false;
    }
  }
  complaints.error(line.begin + *key->dash, "'items:' is missing above the first item",
                   "write 'items:' on a line of its own above this '-'");
  return true;
}

}  // namespace

bool complain_of_cause(Complaints& complaints, std::size_t offset, std::string_view parser_says) {
  const auto line = line_of(complaints.source(), offset);
  if (parser_says.find("illegal map value") != npos) {
    const bool goes_on = first_colon(line.text) == offset - line.begin;
    return (goes_on && (complain_of_key_below_text(complaints, line) ||
                        complain_of_block(complaints, line))) ||
           complain_of_missing_space(complaints, line, goes_on) ||
           (goes_on && (complain_of_indentation(complaints, line) ||
                        complain_of_missing_items(complaints, line)));
  }
  if (parser_says == "end of map not found" || parser_says == "end of sequence not found") {
    return complain_of_missing_space(complaints, line, false) ||
           complain_of_unspaced_dash(complaints, line) || complain_of_block(complaints, line) ||
           complain_of_key_below_text(complaints, line) ||
           complain_of_indentation(complaints, line) ||
           complain_of_missing_items(complaints, line) || complain_of_dash_column(complaints, line);
  }
  return false;
}

bool complain_of_unspaced_key(Complaints& complaints, std::size_t offset, std::string_view key) {
  const auto typed = key_of_line(key);
  return typed && !typed->colon_spaced && !typed->dash &&
         complain_of_spaces(complaints, {offset, key}, *typed);
}

}  // namespace pith::deck
