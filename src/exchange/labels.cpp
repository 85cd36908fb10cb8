#include "exchange/labels.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/npos.h"
#include "exchange/lines.h"
#include "text/utf8.h"

namespace pith::exchange {
namespace {

using base::npos;
constexpr std::size_t kLongestHead = 30;  // characters of a point's name that is not bold

struct Word {
  std::string_view word;
  Label label;
};

/// Longer words before those they begin with.
constexpr auto kWords = std::to_array<Word>({
    {"面试题目", Label::question},
    {"面试题", Label::question},
    {"题目", Label::question},
    {"问题", Label::question},
    {"试题", Label::question},
    {"提问", Label::question},
    {"问", Label::question},
    {"Question", Label::question},
    {"参考答案", Label::answer},
    {"答案要点", Label::answer},
    {"要点", Label::answer},
    {"答案", Label::answer},
    {"回答", Label::answer},
    {"解答", Label::answer},
    {"答", Label::answer},
    {"Model answer", Label::answer},
    {"Sample answer", Label::answer},
    {"Key points", Label::answer},
    {"Answer", Label::answer},
    {"举例说明", Label::example},
    {"举例", Label::example},
    {"示例", Label::example},
    {"例子", Label::example},
    {"案例", Label::example},
    {"例如", Label::example},
    {"Examples", Label::example},
    {"Example", Label::example},
    {"For example", Label::example},
    {"答案解析", Label::explanation},
    {"解析", Label::explanation},
    {"解释", Label::explanation},
    {"说明", Label::explanation},
    {"分析", Label::explanation},
    {"Explanation", Label::explanation},
    {"Notes", Label::explanation},
    {"Note", Label::explanation},
    {"Why", Label::explanation},
    {"提示", Label::hint},
    {"Hints", Label::hint},
    {"Hint", Label::hint},
    {"标签", Label::tags},
    {"Tags", Label::tags},
    {"Tag", Label::tags},
    {"Q", Label::question},
    {"A", Label::answer},
});

void skip_spaces(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
}

bool take_any(std::string_view& text, std::initializer_list<std::string_view> marks) {
  return std::ranges::any_of(marks, [&](std::string_view mark) { return take_prefix(text, mark); });
}

/// The number behind a label: ` 12`, `12`, `十二`.
bool take_number(std::string_view& text) {
  auto rest = text;
  skip_spaces(rest);
  const auto begin = rest;
  while (!rest.empty() && std::isdigit(static_cast<unsigned char>(rest[0])) != 0) {
    rest.remove_prefix(1);
  }
  while (take_any(rest, {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"})) {
  }
  if (rest.size() == begin.size()) {
    return false;
  }
  text = rest;
  return true;
}

/// What may stand between a label and its text; false if the label was none.
bool take_end_of_label(std::string_view& rest, bool numbered, bool bracketed, bool bare) {
  skip_spaces(rest);
  take_any(rest, {"**", "__"});
  if (bracketed && take_any(rest, {"】", "]"})) {
    take_any(rest, {":", "："});
  } else if (!take_any(rest, {":", "："}) && !(numbered && take_any(rest, {".", "、", ")"})) &&
             !(bare && trimmed(rest).empty())) {
    return false;
  }
  take_any(rest, {"**", "__"});
  return true;
}

std::size_t closing_bold(std::string_view text) {
  return text.size() < 5 || !text.starts_with("**") ? npos : text.find("**", 2);
}

/// The text without its `**`.
std::string without_bold(std::string text) {
  for (auto at = text.find("**"); at != npos; at = text.find("**", at)) {
    text.erase(at, 2);
  }
  return text;
}

/// Takes a colon or dash off the front.
bool take_joint(std::string_view& text) {
  skip_spaces(text);
  const bool any = take_any(text, {":", "：", "—— ", "——", "— ", "– ", "- "});
  skip_spaces(text);
  return any;
}

/// Where a head that is not bold ends: before a full-width colon, or one with a space behind it.
std::size_t end_of_plain_head(std::string_view text) {
  const auto wide = text.find("：");
  const auto narrow = text.find(": ");
  const auto end = std::min(wide, narrow);
  if (end == npos || end == 0 || text::count_code_points(text.substr(0, end)) > kLongestHead ||
      text.substr(0, end).find('`') != npos) {
    return npos;
  }
  return end;
}

}  // namespace

std::optional<Labelled> labelled(std::string_view line, bool bare) {
  auto text = without_number(trimmed(line));
  const bool bold = take_any(text, {"**", "__"});
  text = without_number(text);
  const bool bracketed = take_any(text, {"【", "["});
  for (const auto& [word, label] : kWords) {
    auto rest = text;
    if (!take_prefix(rest, word)) {
      continue;
    }
    const bool numbered = take_number(rest);
    if (take_end_of_label(rest, numbered, bracketed, bare || bold)) {
      auto answer = trimmed(rest);
      if (bold && answer.ends_with("**") && answer.find("**") == answer.size() - 2) {
        answer.remove_suffix(2);
      }
      return Labelled{label, std::string(answer)};
    }
  }
  return std::nullopt;
}

std::string_view without_number(std::string_view text) {
  auto rest = text;
  const bool ordinal = take_prefix(rest, "第");
  const bool bracket = take_any(rest, {"(", "（"});
  const bool number = take_number(rest);
  if (!number) {
    return text;
  }
  const bool end = ordinal   ? take_any(rest, {"题：", "题:", "题", "问：", "问"})
                   : bracket ? take_any(rest, {")", "）"})
                             : take_any(rest, {". ", ".", "、", ") ", "）", "．"});
  const bool decimal = !rest.empty() && std::isdigit(static_cast<unsigned char>(rest[0])) != 0;
  if (!end || decimal) {
    return text;
  }
  skip_spaces(rest);
  return rest;
}

std::string_view without_emphasis(std::string_view text) {
  for (const std::string_view mark : {"**", "__", "*"}) {
    if (text.size() > 2 * mark.size() && text.starts_with(mark) && text.ends_with(mark) &&
        text.find(mark, mark.size()) == text.size() - mark.size()) {
      return trimmed(text.substr(mark.size(), text.size() - 2 * mark.size()));
    }
  }
  return text;
}

bool is_all_bold(std::string_view text) {
  text = trimmed(text);
  return closing_bold(text) != npos && closing_bold(text) == text.size() - 2;
}

bool is_question(std::string_view text) {
  text = trimmed(text);
  return text.ends_with("?") || text.ends_with("？") || text.ends_with("?**") ||
         text.ends_with("？**");
}

deck::Point point_from(std::string_view text) {
  text = trimmed(text);
  take_any(text, {"[ ] ", "[x] ", "[X] "});
  deck::Point point;
  if (const auto end = closing_bold(text); end != npos) {
    auto name = trimmed(text.substr(2, end - 2));
    auto detail = text.substr(end + 2);
    bool joint = false;
    for (const std::string_view colon : {":", "："}) {
      if (name.ends_with(colon)) {
        name = trimmed(name.substr(0, name.size() - colon.size()));
        joint = true;
      }
    }
    joint = take_joint(detail) || joint;
    if (!name.empty() && (joint || trimmed(detail).empty())) {
      point.name = name;
      point.detail = trimmed(detail);
      return point;
    }
  }
  if (const auto end = end_of_plain_head(text); end != npos) {
    auto detail = text.substr(end);
    take_joint(detail);
    if (!trimmed(detail).empty()) {
      point.name = without_emphasis(trimmed(text.substr(0, end)));
      point.detail = trimmed(detail);
      return point;
    }
  }
  point.name = without_emphasis(text);
  return point;
}

std::string point_spelling(const std::string& name, const std::string& detail, bool bold_name) {
  auto spellings = detail.empty() ? std::vector{name, fmt::format("**{}**", name)}
                                  : std::vector{fmt::format("**{}:** {}", name, detail),
                                                fmt::format("{}: {}", name, detail)};
  if (detail.empty() && bold_name) {
    std::swap(spellings[0], spellings[1]);
  }
  const auto kept = std::ranges::find_if(spellings, [&](const std::string& spelling) {
    const auto point = point_from(spelling);
    return point.name == name && point.detail == detail;
  });
  if (kept != spellings.end()) {
    return *kept;
  }
  const auto plain = without_bold(name);
  return plain.empty() || plain == name ? spellings.front()
                                        : point_spelling(plain, detail, bold_name);
}

std::string heading_from(std::string_view lead) {
  lead = trimmed(lead);
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::string_view ending : {":", "：", "包括", "如下", "主要", "以下", " include",
                                          " includes", " are", " the following", "，", ","}) {
      if (lead.size() > ending.size() && lead.ends_with(ending)) {
        lead = trimmed(lead.substr(0, lead.size() - ending.size()));
        changed = true;
      }
    }
  }
  if (lead.ends_with(kEndOfHeading)) {
    lead.remove_suffix(kEndOfHeading.size());
  }
  return std::string(lead);
}

}  // namespace pith::exchange
