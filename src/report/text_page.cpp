#include "report/text_page.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "text/display.h"
#include "text/own_marks.h"

namespace pith::report {
namespace {

constexpr std::size_t kNarrowest = 20;
constexpr std::size_t kLeastWidth = 8;

/// With no-break spaces between backticks.
std::string with_commands_whole(std::string_view words) {
  std::string whole;
  bool in_command = false;
  for (const char c : words) {
    in_command = in_command != (c == '`');
    if (in_command && c == ' ') {
      whole += "\u00A0";
    } else {
      whole += c;
    }
  }
  return whole;
}

}  // namespace

TextPage::TextPage(const TextOptions& options)
    : columns_(std::max(options.columns, kNarrowest)),
      unicode_(options.unicode),
      tr_(options.tr),
      paint_(options.paint) {}

void TextPage::line(std::string_view head, std::string_view words) {
  auto start = own(text::sanitise(head));
  const auto indent = text::display_width(start);
  const auto width = std::max(columns_, indent + kLeastWidth) - indent;
  for (const auto& each : text::wrap(text::sanitise(words), width)) {
    page_ += start + each + '\n';
    start.assign(indent, ' ');
  }
}

void TextPage::say(std::string_view head, std::string_view words) {
  line(head, with_commands_whole(own(std::string(words))));
}

void TextPage::command(std::string_view head, std::string_view words) {
  page_ += text::sanitise(std::string(head) + std::string(words)) + '\n';
}

void TextPage::drawing(std::span<const Piece> pieces) {
  std::string line;
  auto room = columns_;
  for (const auto& [tone, cells] : pieces) {
    const auto shown = text::truncate(text::sanitise(cells), room);
    room -= text::display_width(shown);
    line += painted(tone, shown);
  }
  line.erase(line.find_last_not_of(' ') + 1);
  page_ += line + '\n';
}

void TextPage::labelled(std::string_view label, std::size_t cells, std::string_view words) {
  const auto head = text::pad(own(text::sanitise(label)), cells);
  const auto begin = page_.size();
  say(head, words);
  page_.replace(begin, head.size(), painted(Tone::soft, head));
}

void TextPage::heading(std::string_view words) {
  page_ += '\n';
  title(words);
}

void TextPage::title(std::string_view words) {
  for (const auto& line : text::wrap(own(text::sanitise(words)), columns_)) {
    page_ += painted(Tone::heading, line) + '\n';
  }
}

std::string TextPage::bar(double share, std::size_t cells) const {
  return text::bar(share, cells, unicode_);
}

std::string TextPage::sparkline(const std::vector<double>& values) const {
  constexpr std::array<std::string_view, 9> kBlocks = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  constexpr std::array<std::string_view, 9> kAscii = {" ", "_", ".", "-", ":", "=", "+", "*", "#"};
  const auto& steps = unicode_ ? kBlocks : kAscii;
  double most = 0.0;
  for (const double value : values) {
    most = std::max(most, value);
  }
  std::string line;
  for (const double value : values) {
    const auto step = value > 0 ? std::ceil(value / most * 8) : 0.0;
    line += steps.at(static_cast<std::size_t>(step));
  }
  return line;
}

std::string_view TextPage::shade(std::size_t level) const {
  constexpr std::array<std::string_view, 5> kShades = {"·", "░", "▒", "▓", "█"};
  constexpr std::array<std::string_view, 5> kAscii = {".", ":", "+", "*", "#"};
  return (unicode_ ? kShades : kAscii).at(level);
}

std::string TextPage::fitted(std::string_view text, std::size_t cells) {
  auto line = text::sanitise(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return text::pad(text::truncate(line, cells), cells);
}

std::string TextPage::painted(Tone tone, std::string_view words) const {
  return paint_ && tone != Tone::plain ? paint_(tone, words) : std::string(words);
}

std::string TextPage::right(const std::string& words, std::size_t cells) {
  return std::string(cells - std::min(cells, text::display_width(words)), ' ') + words;
}

std::string TextPage::own(std::string words) const {
  return unicode_ ? words : text::ascii_marks(std::move(words));
}

}  // namespace pith::report
