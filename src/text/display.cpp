#include "text/display.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "text/breaks.h"
#include "text/utf8.h"

namespace pith::text {
namespace {

constexpr char32_t kEmojiPresentation = 0xFE0F;

std::size_t cells_of(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  const auto type = u_charType(code);
  const bool jamo_tail = c >= 0x1160 && c <= 0x11FF;  // drawn inside the syllable's first cell pair
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR ||
      type == U_CONTROL_CHAR || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR ||
      jamo_tail) {
    return 0;
  }
  const auto width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

bool is_regional_indicator(char32_t c) {
  return c >= 0x1F1E6 && c <= 0x1F1FF;
}

/// Cells of one grapheme cluster: of its visible characters together, but never more than two.
std::size_t cluster_width(std::string_view cluster) {
  std::size_t at = 0;
  std::size_t width = 0;
  while (at < cluster.size()) {
    const char32_t c = next_code_point(cluster, at);
    width += is_regional_indicator(c) ? 1 : cells_of(c);
    if (c == kEmojiPresentation && width > 0) {
      width = 2;
    }
  }
  return std::min<std::size_t>(width, 2);
}

/// A character that is a cluster of its own unless a mark follows; 0 cells for all others.
std::size_t simple_cells(char32_t c) {
  if (c >= 0x20 && c < 0x7F) {
    return 1;
  }
  const bool wide =
      (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x3001 && c <= 0x3029) || (c >= 0xFF01 && c <= 0xFF60);
  return wide ? 2 : 0;
}

/// Width of text that needs no clustering; false if some character does.
bool simple_width(std::string_view text, std::size_t& width) {
  width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto cells = simple_cells(next_code_point(text, at));
    if (cells == 0) {
      return false;
    }
    width += cells;
  }
  return true;
}

/// The first bytes of `text` that fill at most `width` cells, cut between clusters.
std::string_view head(std::string_view text, std::size_t width) {
  const auto bounds = grapheme_bounds(text);
  std::size_t used = 0;
  for (std::size_t i = 1; i < bounds.size(); ++i) {
    used += cluster_width(text.substr(bounds[i - 1], bounds[i] - bounds[i - 1]));
    if (used > width) {
      return text.substr(0, bounds[i - 1]);
    }
  }
  return text;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  if (simple_width(text, width)) {
    return width;
  }
  width = 0;
  const auto bounds = grapheme_bounds(text);
  for (std::size_t i = 1; i < bounds.size(); ++i) {
    width += cluster_width(text.substr(bounds[i - 1], bounds[i] - bounds[i - 1]));
  }
  return width;
}

std::string truncate(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) {
    return std::string(text);
  }
  return width == 0 ? std::string() : std::string(head(text, width - 1)) + "…";
}

std::string pad(std::string_view text, std::size_t width) {
  const auto used = display_width(text);
  return std::string(text) + std::string(width > used ? width - used : 0, ' ');
}

std::string pad_left(std::string_view text, std::size_t width) {
  const auto used = display_width(text);
  return std::string(width > used ? width - used : 0, ' ') + std::string(text);
}

std::vector<std::size_t> grapheme_bounds(std::string_view text) {
  return find_breaks(text, BreakKind::grapheme);
}

std::vector<std::size_t> word_bounds(std::string_view text) {
  return find_breaks(text, BreakKind::word);
}

std::vector<std::size_t> line_bounds(std::string_view text) {
  return find_breaks(text, BreakKind::line);
}

}  // namespace pith::text
