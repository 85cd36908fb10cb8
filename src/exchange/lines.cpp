#include "exchange/lines.h"

#include <algorithm>

#include "base/npos.h"

namespace pith::exchange {
namespace {

using base::npos;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of("\r\n"), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
    text.remove_prefix(text.starts_with("\r\n") ? 2U : text.empty() ? 0U : 1U);
  }
  return lines;
}

void add_paragraph(std::string& text, std::string_view more) {
  if (!text.empty() && !more.empty()) {
    text += "\n\n";
  }
  text += more;
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), lower);
  return out;
}

bool take_prefix(std::string_view& text, std::string_view prefix) {
  const bool there = text.size() >= prefix.size() &&
                     std::ranges::equal(text.substr(0, prefix.size()), prefix,
                                        [](char a, char b) { return lower(a) == lower(b); });
  if (there) {
    text.remove_prefix(prefix.size());
  }
  return there;
}

std::vector<std::string> split_list(std::string_view text,
                                    const std::vector<std::string_view>& separators) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    auto end = text.size();
    std::size_t width = 0;
    for (const auto separator : separators) {
      if (const auto at = text.find(separator); at < end) {
        end = at;
        width = separator.size();
      }
    }
    if (const auto part = trimmed(text.substr(0, end)); !part.empty()) {
      parts.emplace_back(part);
    }
    text.remove_prefix(end + width);
  }
  return parts;
}

std::vector<std::string_view> parts_tags_in_tables() {
  return {" ", ",", "，", ";", "\t", "\n"};
}

std::vector<std::string_view> parts_tags_in_documents() {
  return {",", "，", "、", "#", ";", "；"};
}

}  // namespace pith::exchange
