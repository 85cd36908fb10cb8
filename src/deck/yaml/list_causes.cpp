#include "deck/yaml/list_causes.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

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

/// The keys that a list may stand below, as the lines of a deck go by.
class OpenKeys {
 public:
  void read(std::string_view line) {
    const auto key = key_of_line(line);
    if (!key || !key->value.empty()) {
      return;
    }
    while (!open_.empty() && open_.back().begin >= key->begin) {
      open_.pop_back();
    }
    open_.push_back(*key);
  }

  /// The key whose list has its items in this column; empty if there is none.
  [[nodiscard]] std::string_view owner_of_list(std::size_t column) const {
    const auto deeper = std::ranges::upper_bound(open_, column, {}, &LineKey::begin);
    return deeper == open_.begin() ? std::string_view() : std::prev(deeper)->name;
  }

 private:
  std::vector<LineKey> open_;  // each stands further to the right than the one before
};

/// The key whose list has its items in this column above the line; empty if there is none.
std::string_view owner_of_list(const Source& source, const Line& line, std::size_t column) {
  OpenKeys keys;
  const auto number = source.line_number(line.begin);
  for (std::size_t above = 1; above < number; ++above) {
    keys.read(source.line(above));
  }
  return keys.owner_of_list(column);
}

/// The number of the nearest line above one that is indented less than the column; else 1.
std::size_t parent_of(const Source& source, std::size_t number, std::size_t column) {
  do {
    --number;
  } while (number > 1 && source.line(number).find_first_not_of(' ') >= column);
  return std::max(number, std::size_t{1});
}

struct Dash {
  std::size_t line_number = 0;
  std::size_t column = 0;
};

/// Of the lists above that the line may belong to: the first item of the one that is nearest to its
/// column. The items of a deck are none of them, as they begin with keys.
std::optional<Dash> nearest_dash(const Source& source, const Line& line, std::size_t column) {
  std::optional<Dash> nearest;
  const auto distance = [&](std::size_t there) {
    return std::max(there, column) - std::min(there, column);
  };
  const auto number = source.line_number(line.begin);
  const auto parent = parent_of(source, number, column);
  OpenKeys keys;
  for (std::size_t above = 1; above < number; ++above) {
    const auto text = source.line(above);
    const auto there = above < parent ? std::nullopt : dash_of(text, true);
    if (there && (!nearest || distance(*there) < distance(nearest->column)) &&
        keys.owner_of_list(*there) != "items") {
      nearest = {above, *there};
    }
    keys.read(text);
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
                               other->line_number));
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
