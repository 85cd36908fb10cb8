#include "exchange/documents/requests.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "exchange/labels.h"
#include "exchange/lines.h"

namespace pith::exchange {
namespace {

constexpr auto kRequests = std::to_array<std::string_view>(
    {"explain", "describe", "name", "list", "compare", "define", "state", "discuss", "outline",
     "what", "how", "why", "which", "who", "when", "where"});

constexpr auto kChineseRequests =
    std::to_array<std::string_view>({"简述", "说明", "列举", "解释", "论述", "比较", "描述", "谈谈",
                                     "请", "什么是", "为什么", "如何"});

constexpr auto kAskingWords =
    std::to_array<std::string_view>({"什么", "如何", "怎么", "怎样", "为何", "哪些", "哪个", "哪种",
                                     "哪几", "多少", "是否", "吗", "区别", "异同"});

bool ends_sentence(std::string_view line) {
  line = without_emphasis(trimmed(line));
  return std::ranges::any_of(std::array<std::string_view, 6>{".", "。", ":", "：", "?", "？"},
                             [&](std::string_view mark) { return line.ends_with(mark); });
}

}  // namespace

bool is_request(std::string_view text) {
  text = without_emphasis(without_number(without_emphasis(trimmed(text))));
  const auto begins = [&](std::string_view word) {
    auto rest = text;
    return take_prefix(rest, word) && rest.starts_with(' ');
  };
  return std::ranges::any_of(kRequests, begins) ||
         std::ranges::any_of(kChineseRequests,
                             [&](std::string_view word) { return text.starts_with(word); });
}

bool asks_in_words(std::string_view heading) {
  return is_request(heading) || std::ranges::any_of(kAskingWords, [&](std::string_view word) {
           return heading.find(word) != std::string_view::npos;
         });
}

bool is_request_entry(const Block& entry) {
  if (entry.children.empty() || entry.children[0].kind != Block::Kind::paragraph) {
    return false;
  }
  const auto& lines = entry.children[0].lines;
  const bool head_ends = lines.size() == 1 || ends_sentence(lines[0].text);
  return head_ends && (entry.children.size() > 1 || lines.size() > 1) && is_request(lines[0].text);
}

int leading_number(std::string_view text) {
  text = trimmed(text);
  const auto at = text.find_first_of("0123456789");
  if (without_number(text).size() == text.size() || at > 3) {
    return 0;
  }
  int number = 0;
  std::from_chars(text.data() + at, text.data() + text.size(), number);
  return number < 1000 ? number : 0;
}

}  // namespace pith::exchange
