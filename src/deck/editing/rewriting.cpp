#include "deck/editing/rewriting.h"

#include <algorithm>

#include "deck/editing/yaml_text.h"
#include "deck/yaml/complaints.h"
#include "deck/yaml/yaml_syntax.h"

namespace pith::deck {

std::string edited(std::string_view text, const std::vector<Edit>& edits) {
  std::string out;
  std::size_t at = 0;
  for (const auto& edit : edits) {
    out.append(text.substr(at, edit.offset - at)).append(edit.text);
    at = edit.offset + edit.replaced;
  }
  return out.append(text.substr(at));
}

std::optional<Node> tree_of(std::string_view text) {
  const Source source(text);
  Complaints complaints(source, "");
  return parse_yaml(complaints);
}

bool same_tree(const Node& a, const Node& b, const Node* but_a, const Node* but_b) {
  if (&a == but_a || &b == but_b) {
    return &a == but_a && &b == but_b;
  }
  return a.type == b.type && a.style == b.style && a.text == b.text &&
         a.children.size() == b.children.size() &&
         std::equal(a.children.begin(), a.children.end(), b.children.begin(),
                    [&](const Node& x, const Node& y) { return same_tree(x, y, but_a, but_b); });
}

std::optional<std::size_t> end_of_scalar(std::string_view text, const Node& scalar) {
  if (scalar.type != Node::Type::scalar || scalar.style == Node::Style::block ||
      std::string_view("&*!").find(text[scalar.offset]) != std::string_view::npos) {
    return std::nullopt;
  }
  if (scalar.style == Node::Style::plain) {
    return plain_text_end(text, scalar.offset, scalar.text);
  }
  const auto closing = closing_quote(text, scalar.offset);
  return closing ? std::optional(*closing + 1) : std::nullopt;
}

std::string as_scalar(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return one_line_scalar(text, Context::flow);
}

std::string as_entries(std::span<const std::string> texts) {
  std::vector<std::string> lines(texts.begin(), texts.end());
  for (auto& line : lines) {
    std::ranges::replace(line, '\n', ' ');
  }
  return flow_entries(lines);
}

std::string_view line_break_of(std::string_view text) {
  const auto first = text.find('\n');
  return first != std::string_view::npos && first > 0 && text[first - 1] == '\r' ? "\r\n" : "\n";
}

}  // namespace pith::deck
