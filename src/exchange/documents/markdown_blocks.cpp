#include "exchange/documents/markdown_blocks.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <span>

#include <cmark.h>
#include <fmt/format.h>

#include "base/npos.h"
#include "exchange/documents/inline_html.h"
#include "exchange/documents/line_blocks.h"
#include "exchange/lines.h"

namespace pith::exchange {
namespace {

constexpr int kDeepestBlock = 20;
using base::npos;
using Lines = std::span<const std::string_view>;

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};

class BlockReader {
 public:
  /// `before` lines stand before these in the document.
  BlockReader(Lines lines, std::size_t before) : lines_(lines), before_(before) {}

  std::vector<Block> read() {
    if (lines_.empty()) {
      return {};
    }
    const auto* const text = lines_.front().data();
    const auto* const end = lines_.back().data() + lines_.back().size();
    const std::unique_ptr<cmark_node, FreeNode> document(
        cmark_parse_document(text, static_cast<std::size_t>(end - text), CMARK_OPT_DEFAULT));
    return children_of(document.get(), 0);
  }

 private:
  std::vector<Block> children_of(cmark_node* parent, int depth) {
    std::vector<Block> blocks;
    for (auto* node = cmark_node_first_child(parent); node != nullptr;
         node = cmark_node_next(node)) {
      add(node, depth, blocks);
    }
    return blocks;
  }
  void add(cmark_node* node, int depth, std::vector<Block>& blocks);
  [[nodiscard]] std::vector<TextLine> lines_of_node(cmark_node* node, bool verbatim) const;

  Lines lines_;
  std::size_t before_;
};

Block::Kind kind_of(cmark_node_type type) {
  switch (type) {
    case CMARK_NODE_HEADING:
      return Block::Kind::heading;
    case CMARK_NODE_CODE_BLOCK:
      return Block::Kind::code;
    case CMARK_NODE_LIST:
      return Block::Kind::list;
    case CMARK_NODE_ITEM:
      return Block::Kind::entry;
    case CMARK_NODE_BLOCK_QUOTE:
      return Block::Kind::quote;
    case CMARK_NODE_HTML_BLOCK:
      return Block::Kind::html;
    default:
      return Block::Kind::paragraph;
  }
}

/// A heading without its marks. One that is underlined with dashes is a paragraph: in documents of
/// questions these are separators.
void dress_heading(Block& block) {
  auto text = std::string_view(block.lines[0].text);
  if (!text.starts_with('#')) {
    // cmark counts the underline, and at times a line behind it, as part of the heading.
    const auto underline = std::ranges::find_if(block.lines, [](const TextLine& line) {
      return line.text.find_first_not_of("-=") == npos;
    });
    block.lines.erase(underline, block.lines.end());
    block.kind = block.level == 2 ? Block::Kind::paragraph : Block::Kind::heading;
    return;
  }
  text.remove_prefix(std::min(text.find_first_not_of('#'), text.size()));
  const auto end = text.find_last_not_of("# ");
  if (end != npos && text.ends_with('#') && text[end + 1] == ' ') {
    text = text.substr(0, end + 1);
  }
  block.lines[0].text = std::string(trimmed(text));
}

/// The lines without HTML in them; what it breaks stays one line of the document.
void take_html_off(std::vector<TextLine>& lines) {
  constexpr char kBreak = '\v';  // a control character: no text has any
  std::string text;
  for (const auto& line : lines) {
    text += line.text + '\n';
  }
  if (text.find_first_of("&<") == npos) {
    return;
  }
  auto plain = without_inline_html(text, kBreak);
  const auto parts = lines_of(plain);
  for (std::size_t i = 0; i < std::min(lines.size(), parts.size()); ++i) {
    lines[i].text = parts[i];
    std::ranges::replace(lines[i].text, kBreak, '\n');
  }
}

void BlockReader::add(cmark_node* node, int depth, std::vector<Block>& blocks) {
  const auto type = cmark_node_get_type(node);
  if (type == CMARK_NODE_THEMATIC_BREAK) {
    return;
  }
  Block block;
  block.kind = kind_of(type);
  block.line = before_ + static_cast<std::size_t>(std::max(cmark_node_get_start_line(node), 0));
  block.level = type == CMARK_NODE_HEADING ? cmark_node_get_heading_level(node) : 0;
  block.ordered = type == CMARK_NODE_LIST && cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
  block.start = block.ordered ? cmark_node_get_list_start(node) : 1;
  const bool container = block.kind == Block::Kind::list || block.kind == Block::Kind::entry ||
                         block.kind == Block::Kind::quote;
  if (container && depth < kDeepestBlock) {
    block.children = children_of(node, depth + 1);
  } else {
    block.lines = lines_of_node(node, block.kind == Block::Kind::code || container);
    keep_lines_apart(block.lines);
  }
  if (block.kind == Block::Kind::heading && !block.lines.empty()) {
    dress_heading(block);
  }
  if (block.kind == Block::Kind::heading || block.kind == Block::Kind::paragraph) {
    take_html_off(block.lines);
  }
  if (!block.lines.empty() || !block.children.empty()) {
    blocks.push_back(std::move(block));
  }
}

/// Whether a backslash ends the line that is not itself escaped.
bool ends_with_backslash(std::string_view line) {
  const auto last = line.find_last_not_of('\\');
  return (line.size() - (last == npos ? 0 : last + 1)) % 2 == 1;
}

/// The source lines of a leaf: from its column on in the first, without indentation in the others.
std::vector<TextLine> BlockReader::lines_of_node(cmark_node* node, bool verbatim) const {
  std::vector<TextLine> result;
  const auto first = static_cast<std::size_t>(std::max(cmark_node_get_start_line(node), 1));
  // cmark ends HTML that is closed in its first line before that line.
  const auto last =
      std::max(first, static_cast<std::size_t>(std::max(cmark_node_get_end_line(node), 1)));
  const auto column = static_cast<std::size_t>(std::max(cmark_node_get_start_column(node), 1)) - 1;
  for (auto number = first; number <= last && number <= lines_.size(); ++number) {
    auto line = lines_[number - 1];
    const auto indentation = std::min(line.find_first_not_of(" \t>"), line.size());
    const auto margin = number == first ? column
                        : verbatim      ? std::min(column, indentation)
                                        : indentation;
    line.remove_prefix(std::min(margin, line.size()));
    TextLine text{before_ + number, std::string(line),
                  line.ends_with("  ") || ends_with_backslash(line)};
    if (!verbatim) {
      text.text = std::string(trimmed(line));
      if (ends_with_backslash(line) && number != last) {
        text.text.pop_back();
      }
    }
    result.push_back(std::move(text));
  }
  return result;
}

/// Where a verbatim text begins that also ends; else behind the lines.
std::size_t verbatim_in(Lines lines) {
  const auto begin = std::ranges::find(lines, kBeginVerbatim);
  const bool ends = std::find(begin, lines.end(), kEndVerbatim) != lines.end();
  return ends ? static_cast<std::size_t>(begin - lines.begin()) : lines.size();
}

/// The verbatim text that begins at a line; `at` becomes the line behind it.
Block take_verbatim(Lines lines, std::size_t& at) {
  Block block;
  block.kind = Block::Kind::verbatim;
  block.line = ++at;
  for (; lines[at] != kEndVerbatim; ++at) {
    block.lines.push_back({at + 1, std::string(lines[at]), false});
  }
  ++at;
  return block;
}

}  // namespace

std::vector<Block> markdown_blocks(std::string_view text) {
  const auto all = lines_of(text);
  std::vector<Block> blocks;
  for (std::size_t at = 0; at < all.size();) {
    const auto rest = Lines(all).subspan(at);
    const auto begin = verbatim_in(rest);
    std::ranges::move(BlockReader(rest.first(begin), at).read(), std::back_inserter(blocks));
    at += begin;
    if (at < all.size()) {
      blocks.push_back(take_verbatim(all, at));
    }
  }
  return blocks;
}

std::string text_of(const Block& block) {
  std::string text;
  const bool whole = block.kind == Block::Kind::code || block.kind == Block::Kind::verbatim;
  bool broken = whole;
  for (const auto& line : block.lines) {
    if (broken) {
      text += text.empty() ? "" : "\n";
      text += line.text;
    } else {
      join_line(text, line.text);
    }
    broken = whole || line.hard_break;
  }
  return text;
}

std::string whole_text(const Block& block, std::size_t indent) {
  auto text = text_of(block);
  int number = block.start;
  for (const auto& child : block.children) {
    std::string head;
    if (block.kind == Block::Kind::list) {
      head = block.ordered ? fmt::format("{}. ", number++) : "- ";
    }
    const bool list_in_entry = block.kind == Block::Kind::entry && child.kind == Block::Kind::list;
    const auto inner = indent + (list_in_entry ? 2U : 0U);
    if (!text.empty()) {
      text += '\n';
    }
    if (block.kind == Block::Kind::list) {
      text.append(indent, ' ');
    }
    text += head + whole_text(child, inner);
  }
  return text;
}

}  // namespace pith::exchange
