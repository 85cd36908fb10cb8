#include "terminal/capabilities.h"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace pith::terminal {
namespace {

bool wants_colour(const Surroundings& around, bool terminal) {
  if (around.color != ColourChoice::automatic) {
    return around.color == ColourChoice::always;
  }
  if (!around.no_color.empty()) {
    return false;
  }
  if (!around.force_color.empty()) {
    return around.force_color != "0";
  }
  return terminal;
}

}  // namespace

bool is_utf8_locale(std::string_view locale) {
  std::string letters;  // of "zh_CN.UTF-8": what is behind the dot, without its hyphen
  const auto dot = locale.find('.');
  for (const char c : dot == std::string_view::npos ? std::string_view() : locale.substr(dot)) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
      letters += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
  }
  return letters.starts_with("utf8");
}

bool moves_cursor(std::string_view term) {
  return !term.empty() && term != "dumb" && term != "unknown";
}

Capabilities capabilities(const Surroundings& around) {
  const bool cuts_lines = !around.xterm_version.empty() || around.term == "linux" ||
                          around.term.starts_with("screen") || around.term.starts_with("vt");
  Capabilities can;
  can.interactive = around.input_is_terminal && around.output_is_terminal;
  can.cursor = can.interactive && moves_cursor(around.term);
  can.unicode = is_utf8_locale(around.locale);
  can.colour = wants_colour(around, around.output_is_terminal && moves_cursor(around.term));
  can.reflows = can.cursor && !cuts_lines;
  return can;
}

}  // namespace pith::terminal
