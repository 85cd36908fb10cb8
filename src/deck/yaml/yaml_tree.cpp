#include "deck/yaml/yaml_tree.h"

#include <map>
#include <sstream>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "deck/yaml/yaml_syntax.h"
#include "text/utf8.h"

namespace pith::deck {
namespace {

/// yaml-cpp makes single bytes of the escapes \N and \_ (U+0085, U+00A0): these in UTF-8.
std::string in_utf8(std::string_view text) {
  std::string out;
  while (const auto at = text::find_invalid_utf8(text)) {
    out += text.substr(0, *at);
    text::append_utf8(out, static_cast<unsigned char>(text[*at]));
    text.remove_prefix(*at + 1);
  }
  return out.append(text);
}

constexpr std::size_t kDeepest = 32;        // a deck needs seven levels
constexpr std::size_t kMostBrackets = 100;  // in a row

/// Nodes copied, and the bytes of their texts.
struct Copies {
  std::size_t nodes = 0;
  std::size_t bytes = 0;
};

constexpr Copies kMostAliased{100'000, std::size_t{16} << 20U};      // by all aliases of a file
constexpr Copies kMostAnchored{2'000'000, std::size_t{128} << 20U};  // for what anchors name

/// Thrown out of the parser when reading on makes no sense; the complaint is made already.
struct Stop {};

/// Hears the parser's events and builds the tree.
class TreeBuilder : public YAML::EventHandler {
 public:
  explicit TreeBuilder(Complaints& complaints) : complaints_(complaints) {}

  std::optional<Node> root;

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (std::exchange(in_document_, true)) {
      complaints_.error(offset_of(mark), "a second YAML document begins here",
                        "a deck is one document: remove the line '---' or split the file");
      throw Stop{};
    }
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    open(Node::Type::sequence, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    open(Node::Type::map, mark, tag, anchor);
  }
  void OnMapEnd() override;

 private:
  struct Open {
    Node node;
    YAML::anchor_t anchor;
  };

  static std::size_t offset_of(const YAML::Mark& mark) {
    return static_cast<std::size_t>(std::max(mark.pos, 0));
  }
  void refuse_tag(std::size_t offset, const std::string& tag);
  void open(Node::Type type, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor);
  void close();
  void add(Node node, YAML::anchor_t anchor);
  void count_copy(const Node& node, Copies& copies, const Copies& most, std::size_t offset);

  Complaints& complaints_;
  bool in_document_ = false;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, Node> anchors_;
  Copies aliased_;
  Copies anchored_;
};

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const auto text = complaints_.source().text();
  Node node;
  node.offset = std::min(offset_of(mark), text.size());
  for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
    if (text.substr(node.offset).starts_with(word)) {
      node.text = word;
    }
  }
  if (node.text.empty()) {  // the parser names the next token: step back to what lacks a value
    while (node.offset > 0 &&
           std::string_view(" \t\r\n").find(text[node.offset - 1]) != std::string_view::npos) {
      --node.offset;
    }
    node.offset -= node.offset > 0 ? 1 : 0;
  }
  add(std::move(node), anchor);
}

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const auto found = anchors_.find(anchor);
  if (found == anchors_.end()) {
    complaints_.error(offset_of(mark), "this alias refers to something that contains it",
                      "write the value out instead of using '*'");
    throw Stop{};
  }
  count_copy(found->second, aliased_, kMostAliased, offset_of(mark));
  add(found->second, 0);
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& value) {
  const auto text = complaints_.source().text();
  Node node;
  node.type = Node::Type::scalar;
  node.offset = offset_of(mark);
  node.text = in_utf8(value);
  node.bytes = node.text.size();
  const auto first = node.offset < text.size() ? text[node.offset] : ' ';
  if (first == '"' || first == '\'') {
    node.style = Node::Style::quoted;
    if (!closing_quote(text, node.offset)) {
      complaints_.error(node.offset, "this quotation mark is never closed",
                        fmt::format("add the closing {}", first));
      throw Stop{};
    }
  } else if (first == '|' || first == '>') {
    node.style = Node::Style::block;
  } else if (tag == "!" && first != '&') {
    refuse_tag(node.offset, tag);
  } else if (tag == "!") {
    node.style = Node::Style::quoted;
  }
  if (tag != "!") {
    refuse_tag(node.offset, tag);
  }
  add(std::move(node), anchor);
}

void TreeBuilder::OnMapEnd() {
  auto& children = open_.back().node.children;
  std::unordered_map<std::string_view, std::size_t> seen;
  for (std::size_t i = 0; i < children.size(); i += 2) {
    const auto& key = children[i];
    if (key.type != Node::Type::scalar) {
      continue;  // complained of where the map is read
    }
    const auto [first, fresh] = seen.emplace(key.text, key.offset);
    if (!fresh) {
      complaints_.error(key.offset, fmt::format("duplicate key {}", in_quotes(key.text)),
                        fmt::format("it was given in line {} already",
                                    complaints_.source().position(first->second).line));
    }
  }
  close();
}

void TreeBuilder::refuse_tag(std::size_t offset, const std::string& tag) {
  if (tag.empty() || tag == "?") {
    return;
  }
  complaints_.error(offset, fmt::format("YAML tags such as {} are not allowed", in_quotes(tag)),
                    "remove the tag; put a text that begins with '!' in quotes");
}

void TreeBuilder::open(Node::Type type, const YAML::Mark& mark, const std::string& tag,
                       YAML::anchor_t anchor) {
  refuse_tag(offset_of(mark), tag);
  if (open_.size() >= kDeepest) {
    complaints_.error(offset_of(mark), fmt::format("nested deeper than {} levels", kDeepest),
                      "put a text that begins with '[', '{' or '- ' in quotes");
    throw Stop{};
  }
  Node node;
  node.type = type;
  node.offset = offset_of(mark);
  open_.push_back({std::move(node), anchor});
}

void TreeBuilder::close() {
  auto done = std::move(open_.back());
  open_.pop_back();
  add(std::move(done.node), done.anchor);
}

void TreeBuilder::add(Node node, YAML::anchor_t anchor) {
  if (anchor != 0) {
    count_copy(node, anchored_, kMostAnchored, node.offset);
    anchors_[anchor] = node;
  }
  if (open_.empty()) {
    root = std::move(node);
    return;
  }
  open_.back().node.size += node.size;
  open_.back().node.bytes += node.bytes;
  open_.back().node.children.push_back(std::move(node));
}

void TreeBuilder::count_copy(const Node& node, Copies& copies, const Copies& most,
                             std::size_t offset) {
  copies.nodes += node.size;
  copies.bytes += node.bytes;
  if (copies.nodes > most.nodes || copies.bytes > most.bytes) {
    complaints_.error(offset, "the aliases of this file multiply without bounds",
                      "write the values out instead of using '*'");
    throw Stop{};
  }
}

/// A long run of opening brackets costs the parser seconds before it tells of the first one.
bool brackets_run_wild(Complaints& complaints) {
  std::size_t in_a_row = 0;
  const auto text = complaints.source().text();
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '[' || text[at] == '{') {
      if (++in_a_row > kMostBrackets) {
        complaints.error(at, fmt::format("nested deeper than {} levels", kDeepest),
                         "put a text that begins with '[', '{' or '- ' in quotes");
        return true;
      }
    } else if (text[at] != ' ' && text[at] != '\n' && text[at] != '\r') {
      in_a_row = 0;
    }
  }
  return false;
}

}  // namespace

bool is_plain(const Node& node) {
  return node.type == Node::Type::scalar && node.style == Node::Style::plain;
}

std::span<const Node> entries(const Node& node) {
  return node.type == Node::Type::sequence ? std::span(node.children) : std::span(&node, 1);
}

std::optional<Node> parse_yaml(Complaints& complaints) {
  if (brackets_run_wild(complaints)) {
    return std::nullopt;
  }
  TreeBuilder builder(complaints);
  try {
    std::istringstream stream{std::string(complaints.source().text())};
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Stop&) {
    return std::move(builder.root);  // complete if a second document was what stopped it
  } catch (const YAML::Exception& error) {
    const auto offset = static_cast<std::size_t>(std::max(error.mark.pos, 0));
    complain_of_syntax(complaints, offset, error.msg);
    return std::nullopt;
  }
  return std::move(builder.root);
}

const Node* find(const Node& map, std::string_view key) {
  if (map.type != Node::Type::map) {
    return nullptr;
  }
  for (std::size_t i = 0; i + 1 < map.children.size(); i += 2) {
    if (map.children[i].type == Node::Type::scalar && map.children[i].text == key) {
      return &map.children[i + 1];
    }
  }
  return nullptr;
}

}  // namespace pith::deck
