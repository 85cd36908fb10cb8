#include "deck/editing/layout_plan.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/error.h"
#include "base/npos.h"

namespace pith::deck {
namespace {

using base::npos;
constexpr std::size_t kStep = 2;  ///< Columns by which a level is indented.

class Planner {
 public:
  explicit Planner(const Source& source) : source_(source), text_(source.text()) {
    plan_.lines.resize(source.line_number(text_.size()));
    for (std::size_t at = 0; begins_.size() < plan_.lines.size(); ++at) {
      begins_.push_back(at);
      at = text_.find('\n', at);
    }
  }

  LayoutPlan plan(const Node& root) {
    if (is_bracketed(root)) {
      place(root.offset, {column_of(root.offset), 0});
      leaf(root, {0, 0});
    } else {
      block(root, {column_of(root.offset), 0});
    }
    return std::move(plan_);
  }

 private:
  using Kind = PlannedLine::Kind;

  [[noreturn]] void refuse(std::size_t offset, std::string_view what) const {
    throw InvalidInput(fmt::format("line {}: {}, which pith does not lay out; nothing was changed",
                                   source_.line_number(offset), what));
  }

  [[nodiscard]] std::size_t line_of(std::size_t offset) const {
    return source_.line_number(offset) - 1;
  }
  [[nodiscard]] std::size_t column_of(std::size_t offset) const {
    return offset - source_.line_begin(offset);
  }
  [[nodiscard]] std::string_view line(std::size_t number) const {
    return source_.line_at(begins_[number]);
  }
  [[nodiscard]] std::size_t indentation(std::size_t number) const {
    return std::min(line(number).find_first_not_of(' '), line(number).size());
  }
  [[nodiscard]] char at(std::size_t offset) const {
    return offset < text_.size() ? text_[offset] : '\0';
  }
  [[nodiscard]] bool is_bracketed(const Node& node) const {
    return at(node.offset) == '[' || at(node.offset) == '{';
  }

  /// The next byte that is neither white space nor of a comment.
  [[nodiscard]] std::size_t next_mark(std::size_t from) const {
    auto next = std::min(text_.find_first_not_of(" \t\r\n", from), text_.size());
    while (at(next) == '#') {
      next = std::min(text_.find('\n', next), text_.size());
      next = std::min(text_.find_first_not_of(" \t\r\n", next), text_.size());
    }
    return next;
  }

  /// Throws unless a node is plainly written, at `from` or behind nothing but white space.
  void require_plain(const Node& node, std::size_t from) const {
    const auto mark = next_mark(from);
    if (node.type == Node::Type::null || mark != node.offset ||
        std::string_view("&*!").find(at(mark)) != npos) {
      refuse(std::min(mark, node.offset), "here stands an anchor, an alias or another rare mark");
    }
  }

  /// What begins a line, or follows a dash in it, goes to a column.
  void place(std::size_t offset, Column column) {
    auto& line = plan_.lines[line_of(offset)];
    const auto before = source_.line_at(offset).substr(0, column.was);
    if (before.find_first_not_of(" -") != npos ||
        (line.columns.empty() && !before.empty() && before.find('-') != npos)) {
      refuse(offset, "something rare stands at the beginning of the line");
    }
    line.kind = Kind::begins;
    line.columns.push_back(column);
  }

  /// White space between two marks of one line becomes `wanted`; where the line ends or a comment
  /// stands between them, it stays.
  void space(std::size_t from, std::size_t to, std::string_view wanted) {
    const auto between = text_.substr(from, to - from);
    if (between != wanted && between.find_first_not_of(" \t") == npos) {
      plan_.gaps.push_back({from, to - from, std::string(wanted)});
    }
  }

  /// How far a place moves with the indentation of its line and the gaps before it.
  [[nodiscard]] std::ptrdiff_t shift_of(std::size_t offset) const {
    const auto& line = plan_.lines[line_of(offset)];
    auto shift = line.kind == Kind::carried ? line.shift : shift_of(line.columns.front());
    const auto begin = source_.line_begin(offset);
    for (auto gap = plan_.gaps.rbegin(); gap != plan_.gaps.rend() && gap->offset >= begin; ++gap) {
      shift += signed_size(gap->text.size()) - signed_size(gap->replaced);
    }
    return shift;
  }
  static std::ptrdiff_t shift_of(Column column) {
    return signed_size(column.now) - signed_size(column.was);
  }
  static std::ptrdiff_t signed_size(std::size_t size) { return static_cast<std::ptrdiff_t>(size); }

  // Each of these plans a node and gives the offset behind it. `parent` is the column of the block
  // that it belongs to.

  std::size_t block(const Node& node, Column column) {
    return node.type == Node::Type::map ? block_map(node, column) : block_list(node, column);
  }

  std::size_t block_map(const Node& map, Column column) {
    auto end = map.offset;
    for (std::size_t i = 0; i + 1 < map.children.size(); i += 2) {
      const auto& key = map.children[i];
      require_plain(key, end);
      place(key.offset, column);
      const auto key_end = end_of(key);
      const auto colon = next_mark(key_end);
      if (at(colon) != ':') {
        refuse(key.offset, "this key is written in a rare way");
      }
      space(key_end, colon, "");
      end = value(map.children[i + 1], colon + 1, column);
    }
    return end;
  }

  std::size_t block_list(const Node& list, Column column) {
    auto end = list.offset;
    for (const auto& element : list.children) {
      const auto dash = next_mark(end);
      if (at(dash) != '-') {
        refuse(dash, "this list is written in a rare way");
      }
      place(dash, column);
      end = value(element, dash + 1, column);
    }
    return end;
  }

  std::size_t value(const Node& node, std::size_t from, Column parent) {
    require_plain(node, from);
    const Column inner = {column_of(node.offset), parent.now + kStep};
    space(from, node.offset, " ");
    if (node.type != Node::Type::scalar && !is_bracketed(node)) {
      return block(node, inner);
    }
    if (line_of(from) != line_of(node.offset)) {
      place(node.offset, inner);
    }
    return leaf(node, parent);
  }

  std::size_t leaf(const Node& node, Column parent) {
    if (node.style == Node::Style::block) {
      return block_text(node, parent);
    }
    const auto first = line_of(node.offset);
    const auto shift = shift_of(plan_.lines[first].columns.front());
    if (node.type == Node::Type::scalar) {
      const auto end = end_of(node);
      carry(first + 1, line_of(end - 1), shift, parent.now + 1);
      keep_tails(node, end);
      return end;
    }
    const auto inner_shift = shift_of(node.offset);
    const auto end = flow(node);
    carry(first + 1, line_of(end - 1), shift, parent.now);
    for (auto number = first + 1; number <= line_of(end - 1); ++number) {
      if (indentation(number) > column_of(node.offset)) {  // hangs below what the bracket holds
        plan_.lines[number].shift = inner_shift;
      }
    }
    return end;
  }

  void carry(std::size_t first, std::size_t last, std::ptrdiff_t shift, std::size_t least) {
    for (auto number = first; number <= last; ++number) {
      auto& line = plan_.lines[number];
      line.kind = Kind::carried;
      line.shift = shift;
      line.least = least;
    }
  }

  /// `\ ` at the end of a line in quotes is a space of the text.
  void keep_tails(const Node& scalar, std::size_t end) {
    for (auto number = line_of(scalar.offset);
         scalar.style == Node::Style::quoted && number < line_of(end - 1); ++number) {
      plan_.lines[number].tail_belongs_to_text = true;
    }
  }

  /// What stands within brackets, or is a pair within a list without brackets of its own.
  std::size_t flow(const Node& node) {
    const bool bracketed = is_bracketed(node);
    auto end = node.offset + (bracketed ? 1 : 0);
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      const auto& child = node.children[i];
      if (i > 0) {
        end = separator(end, node.type == Node::Type::map && i % 2 == 1 ? ':' : ',');
      }
      require_plain(child, end);
      space(end, child.offset, i > 0 ? " " : "");
      end = child.type == Node::Type::scalar ? end_of(child) : flow(child);
      keep_tails(child, end);
    }
    return bracketed ? closing(end) : end;
  }

  std::size_t separator(std::size_t from, char mark) {
    const auto found = next_mark(from);
    if (at(found) != mark) {
      refuse(found, "a rare mark stands within brackets");
    }
    space(from, found, "");
    return found + 1;
  }

  std::size_t closing(std::size_t from) {
    if (at(next_mark(from)) == ',') {
      from = separator(from, ',');
    }
    return separator(from, at(next_mark(from)) == ']' ? ']' : '}');
  }

  std::size_t block_text(const Node& node, Column parent) {
    const auto header = line_of(node.offset);
    const auto marks = text_.substr(node.offset + 1, 2);
    const auto digit = marks.find_first_of("123456789");
    const auto step = digit == npos || (digit == 1 && marks[0] != '+' && marks[0] != '-')
                          ? 0
                          : static_cast<std::size_t>(marks[digit] - '0');
    auto first = header + 1;
    while (first < begins_.size() && is_blank(first)) {
      ++first;
    }
    const auto was = step > 0                 ? parent.was + step
                     : first < begins_.size() ? indentation(first)
                                              : parent.was;
    const Column column = {was, parent.now + (step > 0 ? step : kStep)};
    auto last = header;
    for (auto number = header + 1;
         number < begins_.size() && (is_blank(number) || indentation(number) >= was); ++number) {
      last = is_blank(number) && marks.find('+') == npos ? last : number;
    }
    for (auto number = header + 1; number <= last; ++number) {
      plan_.lines[number] = {Kind::literal, {column}, 0, 0, true};
    }
    return std::min(begins_[last] + line(last).size(), text_.size());
  }

  [[nodiscard]] bool is_blank(std::size_t number) const {
    return line(number).find_first_not_of(' ') == npos;
  }

  [[nodiscard]] std::size_t end_of(const Node& scalar) const {
    const auto end = end_of_scalar(text_, scalar);
    if (!end) {
      refuse(scalar.offset, "this text is written in a rare way");
    }
    return *end;
  }

  const Source& source_;
  std::string_view text_;
  std::vector<std::size_t> begins_;
  LayoutPlan plan_;
};

}  // namespace

LayoutPlan plan_layout(const Source& source, const Node& root) {
  return Planner(source).plan(root);
}

}  // namespace pith::deck
