#include <algorithm>
#include <iterator>

#include "text/breaks.h"
#include "text/display.h"

namespace pith::text {
namespace {

constexpr std::string_view kTab = "    ";
constexpr std::string_view kNoBreakSpace = "\u00A0";

std::string expand_tabs(std::string_view text) {
  std::string out;
  for (const char c : text) {
    c == '\t' ? out += kTab : out += c;
  }
  return out;
}

std::string_view without_trailing_spaces(std::string_view text) {
  const auto last = text.find_last_not_of(' ');
  return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

/// What has a no-break space between two spaces is kept whole: in Chinese a line might end behind
/// any character of `s<no-break space>跳过`.
void without_those_in_kept_stretches(std::vector<std::size_t>& breaks, std::string_view paragraph) {
  for (auto mark = paragraph.find(kNoBreakSpace); mark != std::string_view::npos;) {
    const auto begin = paragraph.rfind(' ', mark) + 1;  // 0 where there is none
    const auto end = std::min(paragraph.find(' ', mark), paragraph.size());
    const auto from = std::ranges::upper_bound(breaks, begin);
    breaks.erase(from, std::ranges::lower_bound(from, breaks.end(), end));
    mark = paragraph.find(kNoBreakSpace, end);
  }
}

constexpr bool is_graphic_ascii(char c) {
  return c > ' ' && c <= '~';
}

constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Whether a path (`/tmp`) or a file's extension (`.txt`) begins there.
bool begins_path(std::string_view text) {
  return text.size() > 1 &&
         (text[0] == '/' ? is_graphic_ascii(text[1]) : text[0] == '.' && is_letter(text[1]));
}

/// With those before paths: for UAX #14 a line may not even begin with the slash or the full stop
/// behind a space.
std::vector<std::size_t> with_those_before_paths(const std::vector<std::size_t>& breaks,
                                                 std::string_view paragraph) {
  std::vector<std::size_t> before;
  for (auto at = paragraph.find(' '); at != std::string_view::npos;
       at = paragraph.find(' ', at + 1)) {
    if (begins_path(paragraph.substr(at + 1))) {
      before.push_back(at + 1);
    }
  }
  std::vector<std::size_t> all;
  std::ranges::set_union(breaks, before, std::back_inserter(all));
  return all;
}

/// Paths, ids and options are kept whole where they fit into a line: UAX #14 would end one behind
/// any slash or hyphen.
std::vector<std::size_t> without_those_in_names(const std::vector<std::size_t>& breaks,
                                                std::string_view paragraph, std::size_t width) {
  std::vector<std::size_t> kept;
  for (auto at = breaks.begin(); at != breaks.end(); ++at) {
    if (!kept.empty() && *at < paragraph.size() && is_graphic_ascii(paragraph[*at - 1])) {
      auto end = *at;
      while (end < paragraph.size() && is_graphic_ascii(paragraph[end])) {
        ++end;
      }
      const auto next = std::lower_bound(at, breaks.end(), end);
      const auto whole = paragraph.substr(kept.back(), *next - kept.back());
      if (display_width(without_trailing_spaces(whole)) > width) {
        kept.insert(kept.end(), at, next);
      }
      at = next;
    }
    kept.push_back(*at);
  }
  return kept;
}

/// Where a line may end: UAX #14, but never inside a grapheme cluster.
std::vector<std::size_t> line_breaks(std::string_view paragraph,
                                     const std::vector<std::size_t>& clusters, std::size_t width) {
  const auto breaks = find_breaks(paragraph, BreakKind::line);
  std::vector<std::size_t> both;
  std::ranges::set_intersection(with_those_before_paths(breaks, paragraph), clusters,
                                std::back_inserter(both));
  without_those_in_kept_stretches(both, paragraph);
  return without_those_in_names(both, paragraph, width);
}

/// Fills lines of one paragraph from left to right.
class Filler {
 public:
  Filler(std::vector<std::string>& lines, std::size_t width) : lines_(lines), width_(width) {}

  /// Adds a stretch that is not to be broken and fits on a line of its own.
  void add(std::string_view stretch) {
    const auto visible = without_trailing_spaces(stretch);
    if (!visible.empty() && used_ + display_width(visible) > width_) {
      end_line();
    }
    line_ += stretch;
    used_ += display_width(stretch);
  }

  /// Ends the line unless nothing visible stands on it.
  void end_line() {
    const auto line = without_trailing_spaces(line_);
    if (!line.empty()) {
      lines_.emplace_back(line);
    }
    line_.clear();
    used_ = 0;
  }

 private:
  std::vector<std::string>& lines_;
  std::size_t width_;
  std::string line_;
  std::size_t used_ = 0;  ///< Cells of line_, trailing spaces included.
};

void wrap_paragraph(std::vector<std::string>& lines, std::string_view paragraph,
                    std::size_t width) {
  const auto clusters = grapheme_bounds(paragraph);
  const auto breaks = line_breaks(paragraph, clusters, width);
  const auto before = lines.size();
  Filler filler(lines, width);
  for (std::size_t i = 1; i < breaks.size(); ++i) {
    const auto stretch = paragraph.substr(breaks[i - 1], breaks[i] - breaks[i - 1]);
    if (display_width(without_trailing_spaces(stretch)) <= width) {
      filler.add(stretch);
      continue;
    }
    filler.end_line();
    auto from = std::ranges::lower_bound(clusters, breaks[i - 1]);
    for (; *from < breaks[i]; ++from) {
      filler.add(paragraph.substr(*from, *std::next(from) - *from));
    }
  }
  filler.end_line();
  if (lines.size() == before) {
    lines.emplace_back();
  }
}

/// No-break spaces have done their work and look like others.
void make_plain(std::string& line) {
  for (auto at = line.find(kNoBreakSpace); at != std::string::npos;
       at = line.find(kNoBreakSpace, at)) {
    line.replace(at, kNoBreakSpace.size(), " ");
  }
}

/// Cells of a line without the sequences that colour it.
std::size_t cells_shown(std::string_view line) {
  std::string shown;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line.substr(at).starts_with("\x1b[")) {
      at = std::min(line.find('m', at), line.size());
    } else {
      shown += line[at];
    }
  }
  return display_width(shown);
}

}  // namespace

std::string with_plain_spaces(std::string_view text) {
  auto plain = expand_tabs(text);
  make_plain(plain);
  return plain;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  const auto plain = expand_tabs(text);
  std::vector<std::string> lines;
  for (std::size_t at = 0; at <= plain.size();) {
    const auto end = std::min(plain.find('\n', at), plain.size());
    wrap_paragraph(lines, std::string_view(plain).substr(at, end - at), width);
    at = end + 1;
  }
  for (auto& line : lines) {
    make_plain(line);
  }
  return lines;
}

std::string fitted(std::string_view page, std::size_t width) {
  std::string out;
  for (std::size_t at = 0; at < page.size();) {
    const auto end = std::min(page.find('\n', at), page.size());
    const auto line = page.substr(at, end - at);
    at = end + 1;
    if (cells_shown(line) <= width) {
      out.append(line) += '\n';
      continue;
    }
    const auto indent = std::min(line.find_first_not_of(' '), width / 2);
    const auto further = std::min(indent + 2, width / 2);
    std::string start(indent, ' ');
    for (const auto& part : wrap(line.substr(indent), width - further)) {
      out += start + part + '\n';
      start.assign(further, ' ');
    }
  }
  return out;
}

}  // namespace pith::text
