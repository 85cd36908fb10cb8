#include "deck/yaml/list_causes.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/npos.h"
#include "base/trim.h"
#include "deck/yaml/keys.h"
#include "deck/yaml/line_key.h"

namespace pith::deck {
namespace {

using base::npos;

/// The column of the '-' that a line begins with, counted from 0, if a space follows it or not.
std::optional<std::size_t> dash_of(std::string_view line, bool spaced) {
  const auto at = line.find_first_not_of(' ');
  if (at == npos || line[at] != '-' || at + 1 == line.size() || line[at + 1] == '-') {
    return std::nullopt;
  }
  return (line[at + 1] == ' ') == spaced ? std::optional(at) : std::nullopt;
}

/// The key whose list has its items in this column above the line; empty if there is none.
std::string_view owner_of_list(const Source& source, const Line& line, std::size_t column) {
  for (auto above = line_above(source, line); above; above = line_above(source, *above)) {
    const auto key = key_of_line(above->text);
    if (key && key->value.empty() && key->begin <= column) {
      return key->name;
    }
  }
  return {};
}

struct Dash {
  Line line;
  std::size_t column = 0;
};

/// Of the lists above that the line may belong to: the first item of the one that is nearest to its
/// column. The items of a deck are none of them, as they begin with keys.
std::optional<Dash> nearest_dash(const Source& source, const Line& line, std::size_t column) {
  std::optional<Dash> nearest;
  const auto distance = [&](std::size_t there) {
    return std::max(there, column) - std::min(there, column);
  };
  for (auto above = line_above(source, line); above; above = line_above(source, *above)) {
    const auto there = dash_of(above->text, true);
    if (there && (!nearest || distance(*there) <= distance(nearest->column)) &&
        owner_of_list(source, *above, *there) != "items") {
      nearest = {*above, *there};
    }
    if (above->text.find_first_not_of(' ') < column) {
      break;
    }
  }
  return nearest;
}

}  // namespace

bool complain_of_unspaced_dash(Complaints& complaints, const Line& stopped) {
  auto line = stopped;
  auto at = dash_of(line.text, false);
  const auto above = line_above(complaints.source(), stopped);
  if (!at && above && dash_of(above->text, false) == dash_of(stopped.text, true)) {
    line = *above;  // it was read as a key, which the parser missed the colon of one line later
    at = dash_of(line.text, false);
  }
  if (at) {
    complaints.error(line.begin + *at, "a space is missing behind this '-'", "write '- '");
  }
  return at.has_value();
}

bool complain_of_dash_column(Complaints& complaints, const Line& stopped) {
  const auto column = dash_of(stopped.text, true);
  const auto& source = complaints.source();
  const auto other = column ? nearest_dash(source, stopped, *column) : std::nullopt;
  if (!other || other->column == *column) {
    return false;
  }
  complaints.error(stopped.begin + *column,
                   fmt::format("'{}' does not stand below its neighbours", "-"),
                   fmt::format("begin it in column {}, as '{}' in line {}", other->column + 1, "-",
                               source.line_number(other->line.begin)));
  return true;
}

bool complain_of_key_below_text(Complaints& complaints, const Line& stopped) {
  const auto key = key_of_line(stopped.text);
  const auto above = line_above(complaints.source(), stopped);
  const auto dash = above ? dash_of(above->text, true) : std::nullopt;
  if (!key || key->dash || !dash || key_of_line(above->text) || first_colon(above->text) != npos ||
      key->begin <= *dash) {
    return false;
  }
  const auto owner = owner_of_list(complaints.source(), *above, *dash);
  const bool of_points = owner == "points" && std::ranges::count(point_keys(), key->name) > 0;
  if (!of_points && owner != "items") {
    return false;
  }
  const auto text = base::trimmed(above->text.substr(*dash + 1));
  complaints.error(
      above->begin + above->text.find(text),
      fmt::format("'{}' stands below a text that has no key itself", key->name),
      fmt::format("write '- {}: {}'", of_points ? "point" : "question", shortened(text)));
  return true;
}

}  // namespace pith::deck
