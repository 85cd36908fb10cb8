#include "cli/help/topics.h"

#include <algorithm>
#include <array>

#include "cli/embedded.h"
#include "text/display.h"

namespace pith::cli {
namespace {

using text::to_translate;

constexpr std::array kTopics = {
    Topic{"decks", to_translate("How to write a deck, and how to select from decks")},
    Topic{"grading", to_translate("How answers are marked, and what to do when pith is wrong")},
    Topic{"memory", to_translate("When things are asked again, and why")},
    Topic{"scripts", to_translate("Pipes, JSON, exit statuses, environment")},
};

/// Backquotes are for formats that can show them.
std::string without_backquotes(std::string_view text) {
  std::string plain(text);
  std::erase(plain, '`');
  return plain;
}

void append_wrapped(std::string& out, std::string_view head, std::string_view text,
                    std::size_t columns) {
  std::string start(head);
  const auto indent = head.size();
  for (const auto& line : text::wrap(text, std::max<std::size_t>(columns, indent + 8) - indent)) {
    out += start + line + '\n';
    start.assign(indent, ' ');
  }
}

/// With man(7)'s fonts for backquotes.
std::string bold_code(std::string_view text) {
  std::string out;
  bool open = false;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find('`', at), text.size());
    out += roff_escaped(text.substr(at, end - at));
    if (end < text.size()) {
      open = !open;
      out += open ? "\\fB" : "\\fP";
    }
    at = end + 1;
  }
  return out;
}

}  // namespace

std::span<const Topic> topics() {
  return kTopics;
}

std::string_view topic_text(std::string_view name, const text::Messages& tr) {
  return embedded((tr.is_english() ? "en-" : "zh-") + std::string(name) + ".md");
}

std::vector<Block> blocks_of(std::string_view markdown) {
  using Kind = Block::Kind;
  std::vector<Block> blocks;
  bool in_code = false;
  for (std::size_t at = 0; at < markdown.size();) {
    const auto end = std::min(markdown.find('\n', at), markdown.size());
    const auto line = markdown.substr(at, end - at);
    at = end + 1;
    if (line.starts_with("```")) {
      in_code = !in_code;
      if (in_code) {
        blocks.push_back({Kind::code, ""});
      }
    } else if (in_code) {
      blocks.back().text += std::string(line) + '\n';
    } else if (line.starts_with("## ")) {
      blocks.push_back({Kind::heading, std::string(line.substr(3))});
    } else if (line.starts_with("# ")) {
      blocks.push_back({Kind::title, std::string(line.substr(2))});
    } else if (line.starts_with("- ")) {
      blocks.push_back({Kind::bullet, std::string(line.substr(2))});
    } else if (!line.empty()) {
      blocks.push_back({Kind::paragraph, std::string(line)});
    }
  }
  return blocks;
}

std::string to_text(std::span<const Block> blocks, std::size_t columns) {
  using Kind = Block::Kind;
  std::string out;
  auto before = Kind::title;
  for (const auto& block : blocks) {
    const bool list_goes_on = block.kind == Kind::bullet && before == Kind::bullet;
    out += out.empty() || list_goes_on || before == Kind::heading ? "" : "\n";
    if (block.kind == Kind::code) {
      for (std::size_t at = 0; at < block.text.size();) {
        const auto end = block.text.find('\n', at);
        out += "    " + block.text.substr(at, end - at) + '\n';
        at = end + 1;
      }
    } else {
      append_wrapped(out, block.kind == Kind::bullet ? "- " : "", without_backquotes(block.text),
                     columns);
    }
    before = block.kind;
  }
  return out;
}

std::string to_roff(std::span<const Block> blocks) {
  using Kind = Block::Kind;
  std::string out;
  for (const auto& block : blocks) {
    switch (block.kind) {
      case Kind::title:
        break;
      case Kind::heading:
        out += ".SH " + roff_escaped(block.text) + '\n';
        break;
      case Kind::paragraph:
        out += ".PP\n" + bold_code(block.text) + '\n';
        break;
      case Kind::bullet:
        out += ".IP \\(bu 2\n" + bold_code(block.text) + '\n';
        break;
      case Kind::code:
        out += ".PP\n.nf\n.RS 4\n" + roff_escaped(block.text) + ".RE\n.fi\n";
        break;
    }
  }
  return out;
}

std::string roff_escaped(std::string_view text) {
  std::string out;
  bool line_start = true;
  for (const char c : text) {
    if (line_start && (c == '.' || c == '\'')) {
      out += "\\&";
    }
    out += c == '\\' ? "\\e" : c == '-' ? "\\-" : std::string(1, c);
    line_start = c == '\n';
  }
  return out;
}

}  // namespace pith::cli
