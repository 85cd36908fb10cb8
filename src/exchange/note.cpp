#include "exchange/note.h"

#include <algorithm>

#include <fmt/format.h>

#include "exchange/guid.h"
#include "exchange/item_kinds.h"
#include "exchange/kind_mark.h"
#include "exchange/labels.h"
#include "exchange/lines.h"
#include "text/display.h"
#include "text/utf8.h"

namespace pith::exchange {
namespace {

constexpr std::string_view kNoGroup = "…";  ///< A line that ends a group without beginning one.

std::string explanation_of(const Note& note) {
  auto text = note.explanation;
  for (const auto& [name, value] : note.others) {
    if (!trimmed(value).empty()) {
      add_paragraph(text, name.empty() ? value : fmt::format("{}: {}", name, value));
    }
  }
  return text;
}

constexpr std::size_t kMostListed = 12;
constexpr std::size_t kLongestListed = 120;  // characters

/// The text of a line that is an entry of a list; empty if it is none.
std::string_view entry_of(std::string_view line) {
  auto text = without_number(line);
  const bool marked = text.size() < line.size() || take_prefix(text, "- ") ||
                      take_prefix(text, "* ") || take_prefix(text, "• ");
  const bool fits = text::count_code_points(text) <= kLongestListed;
  return marked && fits ? trimmed(text) : std::string_view();
}

/// The points of a back that is nothing but a short list, below a question; else none. A note with
/// an id stays the card that it is in Anki.
std::vector<deck::Point> points_listed(const Note& note) {
  const auto lines = lines_of(note.back);
  const bool asks = note.guid.empty() && !note.typed && !note.both_ways && is_question(note.front);
  if (!asks || lines.size() < 2 || lines.size() > kMostListed) {
    return {};
  }
  std::vector<deck::Point> points;
  for (const auto line : lines) {
    const auto entry = entry_of(line);
    if (entry.empty()) {
      return {};
    }
    points.push_back(point_from(entry));
  }
  return points;
}

/// What a mark before the back says it is, else points of a list that pith wrote or that answers a
/// question, else a card.
deck::Item noted_item(const Note& note) {
  const std::string front(trimmed(note.front));
  const std::string back(trimmed(note.back));
  if (auto marked = item_of_mark(note.marked_back, front, back)) {
    return std::move(*marked);
  }
  auto points = is_own_guid(note.guid) ? points_of_back(note.back) : points_listed(note);
  if (!points.empty()) {
    return points_item(note.front, std::move(points));
  }
  const bool typed =
      note.typed && back.size() <= kLongestTyped && back.find('\n') == std::string::npos;
  return typed ? answer_item(front, back) : card_item(note.front, note.back);
}

}  // namespace

void take_note_type(Note& note, std::string_view name) {
  const auto plain = lower_ascii(name);
  const auto says = [&](std::string_view word) { return plain.find(word) != std::string::npos; };
  note.cloze = note.cloze || says("cloze");
  note.both_ways = note.both_ways || says("and reversed");
  note.typed = note.typed || says("type in");
}

bool has_gaps(std::string_view text) {
  const auto last = text.rfind("::");
  for (auto at = text.find("{{c"); at != std::string_view::npos; at = text.find("{{c", at + 1)) {
    const auto digit = at + 3 < text.size() ? text[at + 3] : ' ';
    if (digit >= '0' && digit <= '9' && last != std::string_view::npos && last > at) {
      return true;
    }
  }
  return false;
}

std::vector<deck::Point> points_of_back(std::string_view back) {
  std::vector<deck::Point> points;
  std::string group;
  for (auto line : lines_of(back)) {
    line = trimmed(line);
    if (line == kNoGroup || line == ":") {  // `:` as it was written once
      group.clear();
    } else if (take_prefix(line, "- ")) {
      points.push_back(point_from(line));
      points.back().group = group;
    } else if (line.ends_with(':') && line.size() > 1) {
      group = line.substr(0, line.size() - 1);
    } else if (!line.empty()) {
      return {};
    }
  }
  return points;
}

std::string back_of_points(const std::vector<deck::Point>& points) {
  std::string back;
  std::string group;
  for (const auto& point : points) {
    if (point.group != group) {
      back += point.group.empty() ? fmt::format("{}\n", kNoGroup)
                                  : fmt::format("{}:\n", text::single_line(point.group));
      group = point.group;
    }
    back += fmt::format(
        "- {}\n", point_spelling(text::single_line(point.name), text::single_line(point.detail)));
  }
  return back;
}

bool add_note(Shelf& shelf, Note note, const Place& place) {
  deck::Item base;
  base.id = note.guid.empty() ? std::string() : item_id_of(note.guid);
  base.explanation = explanation_of(note);
  base.example = std::move(note.example);
  base.tags = std::move(note.tags);
  base.hints = std::move(note.hints);
  if (note.cloze || has_gaps(note.front)) {
    auto text = std::string(trimmed(note.back));
    add_paragraph(text, base.explanation);
    base.explanation = std::move(text);
    return shelf.add_cloze(note.front, std::move(base), place);
  }
  auto item = noted_item(note);
  item.id = std::move(base.id);
  item.explanation = std::move(base.explanation);
  item.example = std::move(base.example);
  item.hints = std::move(base.hints);
  item.tags = std::move(base.tags);
  return note.both_ways && item.kind == deck::Kind::card
             ? add_both_ways(shelf, std::move(item), place)
             : shelf.add(std::move(item), place);
}

}  // namespace pith::exchange
