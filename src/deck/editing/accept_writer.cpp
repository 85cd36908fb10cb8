#include "deck/editing/accept_writer.h"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "base/error.h"
#include "deck/editing/rewriting.h"
#include "deck/reading/reader.h"
#include "deck/yaml/clean_text.h"
#include "deck/yaml/complaints.h"
#include "text/display.h"

namespace pith::deck {
namespace {

using Wordings = std::span<const std::string>;

constexpr auto kNone = std::string_view::npos;
constexpr std::size_t kWidestWordings = 110;  ///< Columns of a line that a wording is added to.

std::string joined(Wordings wordings) {
  std::string out;
  for (const auto& wording : wordings) {
    out += (out.empty() ? "" : ", ") + as_scalar(wording);
  }
  return out;
}

class Editor {
 public:
  Editor(const Source& source, const Node& point, Wordings wordings)
      : source_(source), point_(point), wordings_(wordings), column_(column_of(point.offset)) {}

  /// The changes, in the order of the text.
  [[nodiscard]] std::vector<Edit> edits() const {
    if (!begins_line(point_.offset)) {
      refuse("the point does not begin a line of its own");
    }
    if (point_.type == Node::Type::scalar) {
      return {{point_.offset, 0, "point: "}, own_line(line_rest(end_of(point_)))};
    }
    if (const auto* accept = find(point_, "accept")) {
      return extend(*accept);
    }
    if (find(point_, "point") == nullptr) {
      return spell_out();
    }
    const auto* detail = find(point_, "detail");
    const bool after_detail = detail != nullptr && detail->style != Node::Style::block;
    const auto& before = after_detail ? *detail : *find(point_, "point");
    return {own_line(line_rest(end_of(before)))};
  }

 private:
  [[noreturn]] void refuse(std::string_view why) const {
    throw InvalidInput(
        fmt::format("line {}: {}, so pith does not edit it; add by hand: accept: [{}]",
                    source_.position(point_.offset).line, why, text::sanitise(joined(wordings_))));
  }

  [[nodiscard]] std::size_t column_of(std::size_t offset) const {
    return offset - source_.line_begin(offset);
  }

  /// Nothing but spaces and the dash of a list stands before it in its line.
  [[nodiscard]] bool begins_line(std::size_t offset) const {
    const auto before = source_.line_at(offset).substr(0, column_of(offset));
    return before.find_first_not_of(" -") == kNone && before.find('-') != kNone;
  }

  [[nodiscard]] std::size_t end_of(const Node& scalar) const {
    const auto end = end_of_scalar(source_.text(), scalar);
    if (!end) {
      refuse("its layout is unusual");
    }
    return *end;
  }

  /// Where the line goes on to its end with nothing but a comment.
  [[nodiscard]] std::size_t line_rest(std::size_t from) const {
    const auto end = std::min(source_.text().find('\n', from), source_.text().size());
    const auto rest = source_.text().substr(from, end - from);
    const auto first = rest.find_first_not_of(" \t\r");
    if (first != kNone && (first == 0 || rest[first] != '#')) {
      refuse("it shares its line with something else");
    }
    return rest.ends_with('\r') ? end - 1 : end;
  }

  [[nodiscard]] std::string line_break() const {
    return std::string(line_break_of(source_.text()));
  }

  /// `accept: […]` on a line of its own.
  [[nodiscard]] Edit own_line(std::size_t offset) const {
    return {offset, 0,
            line_break() + std::string(column_, ' ') + "accept: [" + as_entries(wordings_) + "]"};
  }

  /// `- name: detail` becomes `- point: name` and `detail: …`.
  [[nodiscard]] std::vector<Edit> spell_out() const {
    const auto& name = point_.children[0];
    const auto& detail = point_.children[1];
    const auto colon = end_of(name);
    const auto between = source_.text().substr(colon, detail.offset - colon);
    if (between.find_first_not_of(": ") != kNone || detail.style == Node::Style::block) {
      refuse("its layout is unusual");
    }
    return {{point_.offset, 0, "point: "},
            {colon, between.size(), line_break() + std::string(column_, ' ') + "detail: "},
            own_line(line_rest(end_of(detail)))};
  }

  [[nodiscard]] std::vector<Edit> extend(const Node& accept) const {
    if (accept.type == Node::Type::scalar) {
      return {{accept.offset, 0, "["}, {end_of(accept), 0, ", " + joined(wordings_) + "]"}};
    }
    if (accept.type != Node::Type::sequence) {
      refuse("its layout is unusual");
    }
    if (source_.text()[accept.offset] == '[') {
      return {accept.children.empty() ? Edit{accept.offset + 1, 0, as_entries(wordings_)}
                                      : behind(accept.children)};
    }
    return {below(accept.children)};
  }

  /// Within brackets, on a new line where the line would become too long.
  [[nodiscard]] Edit behind(const std::vector<Node>& listed) const {
    const auto end = end_of(listed.back());
    auto width = text::display_width(source_.line_at(end));
    std::string text;
    for (const auto& wording : wordings_) {
      const auto more = as_scalar(wording);
      width += text::display_width(more) + 2;
      const bool breaks = width > kWidestWordings;
      text += breaks ? "," + line_break() + std::string(column_of_text(listed[0]), ' ') : ", ";
      text += more;
      width = breaks ? column_of_text(listed[0]) + text::display_width(more) : width;
    }
    return {end, 0, text};
  }

  /// Columns are display columns only where all before them is ASCII, as it is before a list.
  [[nodiscard]] std::size_t column_of_text(const Node& node) const {
    return text::display_width(source_.line_at(node.offset).substr(0, column_of(node.offset)));
  }

  [[nodiscard]] Edit below(const std::vector<Node>& listed) const {
    const auto& last = listed.back();
    if (!begins_line(last.offset)) {
      refuse("its layout is unusual");
    }
    const auto prefix = source_.line_at(last.offset).substr(0, column_of(last.offset));
    std::string text;
    for (const auto& wording : wordings_) {
      text += line_break() + std::string(prefix) + as_scalar(wording);
    }
    return {line_rest(end_of(last)), 0, text};
  }

  const Source& source_;
  const Node& point_;
  Wordings wordings_;
  std::size_t column_;
};

const Node* point_in(const Node& deck, std::size_t item, std::size_t point) {
  const auto* items = find(deck, "items");
  if (items == nullptr || item >= items->children.size()) {
    return nullptr;
  }
  const auto* points = find(items->children[item], "points");
  return points == nullptr || point >= points->children.size() ? nullptr : &points->children[point];
}

/// Whether the edited text says the same but for the wordings added.
bool only_added(std::string_view before, std::string_view after, std::size_t item,
                std::size_t point, Wordings wordings) {
  const auto old_deck = read_deck(before, "deck.yaml").deck;
  const auto new_deck = read_deck(after, "deck.yaml").deck;
  const auto old_tree = tree_of(before);
  const auto new_tree = tree_of(after);
  if (!old_deck || !new_deck || !old_tree || !new_tree) {
    return false;
  }
  const auto* old_node = point_in(*old_tree, item, point);
  const auto* new_node = point_in(*new_tree, item, point);
  if (old_node == nullptr || new_node == nullptr) {
    return false;
  }
  const auto& was = old_deck->items[item].points[point];
  const auto& is = new_deck->items[item].points[point];
  auto accept = was.accept;
  accept.insert(accept.end(), wordings.begin(), wordings.end());
  return same_tree(*old_tree, *new_tree, old_node, new_node) && is.accept == accept &&
         is.id == was.id && is.name == was.name && is.detail == was.detail &&
         is.reject == was.reject && is.group == was.group && is.was == was.was &&
         is.weight == was.weight;
}

}  // namespace

std::string with_accepted(std::string_view text, std::size_t item, std::size_t point,
                          Wordings wordings) {
  for (const auto& wording : wordings) {
    if (text::single_line(wording) != wording) {
      throw InvalidInput(
          fmt::format("'{}' has a line break or a character that cannot be seen, "
                      "which no wording may have",
                      text::sanitise(wording)));
    }
  }
  const auto body = without_byte_order_mark(text);
  const auto tree = tree_of(body);
  const auto* node = tree ? point_in(*tree, item, point) : nullptr;
  if (node == nullptr) {
    throw InvalidInput("the deck cannot be read, or has no such point");
  }
  const Source source(body);
  const auto after = edited(body, Editor(source, *node, wordings).edits());
  if (!only_added(body, after, item, point, wordings)) {
    throw InvalidInput(fmt::format(
        "line {}: the point is laid out in a way that pith cannot edit; add by hand: accept: [{}]",
        source.position(node->offset).line, text::sanitise(joined(wordings))));
  }
  return std::string(text.substr(0, text.size() - body.size())) + after;
}

}  // namespace pith::deck
