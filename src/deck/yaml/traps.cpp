#include "deck/yaml/traps.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/is_digit.h"
#include "deck/yaml/keys.h"
#include "deck/yaml/yaml_syntax.h"

namespace pith::deck {
namespace {

/// Whether a text is an entry of a list on a line of its own; in brackets quotes are no oddity.
bool follows_dash(const Node& text, const Complaints& complaints) {
  const auto before = complaints.source().text().substr(0, text.offset);
  const auto last = before.find_last_not_of(' ');
  return last != std::string_view::npos && before[last] == '-';
}

void warn_of_quotes(const Node& point, Complaints& complaints) {
  if (point.style != Node::Style::quoted || !looks_like_pair(point.text) ||
      !follows_dash(point, complaints)) {
    return;
  }
  complaints.warning(
      point.offset,
      fmt::format("the ':' is part of the point's name {}, as the quotes make one text of it",
                  in_quotes(point.text)),
      fmt::format("for a name with a detail put quotes around the detail alone: {}: \"…\"; if one "
                  "name is meant, write 'point: ' before the quotes",
                  shortened(point.text.substr(0, point.text.find(": ")))));
}

/// The colon that somebody typed as if it parted name and detail: not one of `12:30`, `http://`,
/// `std::move`.
std::size_t unspaced_colon(std::string_view text) {
  for (auto at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 1)) {
    if (at == 0 || at + 1 == text.size()) {
      continue;
    }
    const bool doubled = text[at - 1] == ':' || text[at + 1] == ':';
    const bool time_or_ratio = base::is_digit(text[at - 1]) && base::is_digit(text[at + 1]);
    const bool address = text.substr(at).starts_with("://");
    if (!doubled && !time_or_ratio && !address) {
      return at;
    }
  }
  return std::string_view::npos;
}

constexpr std::string_view kWideColon = "：";

/// The key that a line begins with, if a full-width colon follows it.
std::optional<std::string_view> key_with_wide_colon(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" -{"), line.size()));
  const auto colon = line.find(kWideColon);
  if (colon == std::string_view::npos) {
    return std::nullopt;
  }
  const auto key = line.substr(0, line.find_last_not_of(' ', colon - 1) + 1);
  return is_key(key) ? std::optional(key) : std::nullopt;
}

}  // namespace

bool complain_of_wide_colons(Complaints& complaints, std::size_t offset) {
  const auto& source = complaints.source();
  const auto here = source.line_number(offset);
  bool near = false;
  for (std::size_t begin = 0; begin < source.text().size();) {
    const auto line = source.line_at(begin);
    if (const auto key = key_with_wide_colon(line)) {
      complaints.error(
          begin + static_cast<std::size_t>(key->data() - line.data()) + key->size(),
          fmt::format("the colon behind '{}' is full-width, which is text to YAML", *key),
          fmt::format("write '{}: ' with a plain colon and a space", *key));
      const auto number = source.line_number(begin);
      near = near || number == here || number + 1 == here;
    }
    const auto end = source.text().find('\n', begin);
    begin = end == std::string_view::npos ? source.text().size() : end + 1;
  }
  return near;
}

bool looks_like_pair(std::string_view name) {
  constexpr std::size_t kShortestDetail = 8;  // bytes: two or three characters in Chinese
  const auto colon = name.find(": ");
  const auto behind = colon == std::string_view::npos ? 0 : name.size() - colon - 2;
  return colon > 0 && behind > colon && behind >= kShortestDetail;
}

void warn_of_comment(const Node& text, Complaints& complaints) {
  if (!is_plain(text)) {
    return;
  }
  const auto source = complaints.source().text();
  const auto end = plain_text_end(source, text.offset, text.text);
  const auto mark = source.find_first_not_of(' ', end);
  if (mark == std::string_view::npos || mark == end || source[mark] != '#') {
    return;
  }
  const bool set_off = mark - end >= 2 && mark + 1 < source.size() &&
                       (source[mark + 1] == ' ' || source[mark + 1] == '\n');
  if (set_off) {
    return;
  }
  complaints.warning(
      mark, fmt::format("the text {} ends here: ' #' begins a comment", in_quotes(text.text)),
      "if '#' belongs to the text put it in quotes; if it is a comment put two "
      "spaces before it and one behind");
}

void warn_of_dash(const Node& text, Complaints& complaints) {
  if (!is_plain(text)) {
    return;
  }
  const auto source = complaints.source().text();
  const auto end = plain_text_end(source, text.offset, text.text);
  const auto whole = source.substr(text.offset, end - text.offset);
  for (auto line = whole.find('\n'); line != std::string_view::npos;
       line = whole.find('\n', line)) {
    line = std::min(whole.find_first_not_of(" \r\n", line), whole.size());
    if (whole.substr(line).starts_with("- ")) {
      complaints.warning(text.offset + line,
                         fmt::format("this '-' is part of the text {}", in_quotes(text.text)),
                         "for another item of the list begin it in the column of the '-' above, "
                         "with a space behind; if it is meant, put the text in quotes");
      return;
    }
  }
}

void warn_of_commas(const Node* list, Complaints& complaints) {
  if (list == nullptr || !is_plain(*list)) {
    return;
  }
  for (const std::string_view mark : {", ", "，", "、", "; ", "；"}) {
    if (list->text.find(mark) != std::string::npos) {
      complaints.warning(list->offset, fmt::format("{} counts as one text", in_quotes(list->text)),
                         fmt::format("for several write [{}]; if one is meant, put it in quotes",
                                     shortened(list->text)));
      return;
    }
  }
}

void warn_of_colon(const Node& point, Complaints& complaints) {
  if (!is_plain(point)) {
    warn_of_quotes(point, complaints);
    return;
  }
  if (const auto at = point.text.find("："); at != std::string::npos) {
    complaints.warning(
        point.offset,
        fmt::format("the full-width '：' is part of the point's name {}", in_quotes(point.text)),
        fmt::format("for a name with a detail write \"{}: …\"; if it is meant, put the point in "
                    "quotes",
                    point.text.substr(0, at)));
  } else if (const auto colon = unspaced_colon(point.text); colon != std::string_view::npos) {
    complaints.warning(
        point.offset,
        fmt::format("the ':' is part of the point's name {}, as no space follows it",
                    in_quotes(point.text)),
        fmt::format("for a name with a detail write \"{}: …\"; if it is meant, put the point in "
                    "quotes",
                    point.text.substr(0, colon)));
  }
}

}  // namespace pith::deck
