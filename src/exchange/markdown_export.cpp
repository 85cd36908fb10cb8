// Documents to be printed, and read again; see text_export.h.
#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "exchange/faces.h"
#include "exchange/text_export.h"

namespace pith::exchange {
namespace {

/// The labels of one language.
struct Labels {
  std::string_view question;
  std::string_view answer;
  std::string_view example;
  std::string_view explanation;
  std::string_view hint;
  std::string_view tags;
};

constexpr Labels kEnglish = {"**Question:**",    "**Answer:**", "**Example:**",
                             "**Explanation:**", "**Hint:**",   "**Tags:**"};
constexpr Labels kChinese = {"**题目：**", "**答案：**", "**举例：**",
                             "**解析：**", "**提示：**", "**标签：**"};

/// Whether a text begins with what Markdown only knows at the beginning of a line: a fence or the
/// mark of a list.
bool begins_block(std::string_view text) {
  const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const auto mark = text.substr(digits);
  const bool ordered = digits > 0 && (mark.starts_with(". ") || mark.starts_with(") "));
  const bool bullet = text.starts_with("- ") || text.starts_with("* ") || text.starts_with("+ ");
  return ordered || bullet || text.starts_with("```") || text.starts_with("~~~");
}

/// A paragraph behind its label, if there is one; other blocks need a line of their own.
void add(std::string& out, std::string_view label, std::string_view text) {
  if (!text.empty()) {
    out += fmt::format("{}{}{}\n\n", label, begins_block(text) ? "\n\n" : " ", text);
  }
}

/// Ends a group where no other begins: Markdown's way to part two lists.
constexpr std::string_view kEndOfGroup = "\n<!-- -->\n";

/// Points as lists, each group behind a sentence with its heading. Where all belong to one, its end
/// is marked as well: without that the sentence could be a mere introduction.
void add_points(std::string& out, const Labels& labels, const deck::Item& item) {
  std::string group;
  bool first = true;
  bool one_group = true;
  for (const auto& point : item.points) {
    one_group = one_group && point.group == item.points.front().group;
    if (first) {
      out += fmt::format("{}{}\n\n", labels.answer,
                         point.group.empty() ? "" : " " + point.group + ":");
    } else if (point.group != group) {
      out += point.group.empty() ? fmt::format("{}\n", kEndOfGroup)
                                 : fmt::format("\n{}:\n\n", point.group);
    }
    out += point.detail.empty() ? fmt::format("- **{}**\n", point.name)
                                : fmt::format("- **{}:** {}\n", point.name, point.detail);
    group = point.group;
    first = false;
  }
  out += one_group && !group.empty() ? kEndOfGroup : "";
  out += '\n';
}

void add_item(std::string& out, const Labels& labels, const deck::Item& item, std::size_t number) {
  const auto faces = faces_of(item);
  out += fmt::format("### {}.\n\n", number);
  const bool cloze = item.kind == deck::Kind::cloze;
  add(out, labels.question, cloze ? item.question : faces.front);
  if (item.kind == deck::Kind::points) {
    add_points(out, labels, item);
  } else if (cloze) {
    std::vector<std::string> gaps;
    for (const auto& point : item.points) {
      gaps.push_back(point.name);
    }
    add(out, labels.answer, fmt::format("{}", fmt::join(gaps, "; ")));
  } else {
    add(out, labels.answer, faces.back);
  }
  add(out, labels.example, item.example);
  add(out, labels.explanation, item.explanation);
  for (const auto& hint : item.hints) {
    add(out, labels.hint, hint);
  }
  add(out, labels.tags, fmt::format("{}", fmt::join(item.tags, ", ")));
}

}  // namespace

Exported write_markdown(const Exportable& what) {
  Exported result;
  bool clozes = false;
  for (const auto& deck : what.decks) {
    const auto& labels = deck.language.starts_with("zh") ? kChinese : kEnglish;
    result.bytes += fmt::format("# {}\n\n", deck.title.empty() ? deck.id : deck.title);
    result.bytes += deck.description.empty() ? "" : deck.description + "\n\n";
    std::size_t number = 0;
    for (const auto& item : deck.items) {
      add_item(result.bytes, labels, item, ++number);
      clozes = clozes || item.kind == deck::Kind::cloze;
    }
  }
  result.losses = losses_of_cards(what.decks);
  result.losses.emplace_back("ids of items");
  if (clozes) {
    result.losses.emplace_back("clozes (they become questions)");
  }
  result.losses.emplace_back("the review history");
  return result;
}

}  // namespace pith::exchange
