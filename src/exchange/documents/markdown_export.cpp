// Documents to be printed, and read again; see text_export.h.
#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/npos.h"
#include "deck/identity.h"
#include "exchange/documents/card_text.h"
#include "exchange/documents/id_mark.h"
#include "exchange/documents/inline_html.h"
#include "exchange/documents/markdown_blocks.h"
#include "exchange/documents/printed_choices.h"
#include "exchange/faces.h"
#include "exchange/labels.h"
#include "exchange/lines.h"
#include "exchange/text_export.h"
#include "text/display.h"
#include "text/messages.h"
#include "text/normalise.h"

namespace pith::exchange {
namespace {

/// The labels of one language.
struct LabelWords {
  std::string_view question;
  std::string_view answer;
  std::string_view example;
  std::string_view explanation;
  std::string_view hint;
  std::string_view tags;
};

constexpr LabelWords kEnglish = {"**Question:**",    "**Answer:**", "**Example:**",
                                 "**Explanation:**", "**Hint:**",   "**Tags:**"};
constexpr LabelWords kChinese = {"**题目：**", "**答案：**", "**举例：**",
                                 "**解析：**", "**提示：**", "**标签：**"};

/// Whether a text begins with what Markdown only knows at the beginning of a line.
bool begins_block(const std::string& text) {
  const auto blocks = markdown_blocks(text);
  return blocks.empty() || blocks[0].kind != Block::Kind::paragraph || blocks[0].line != 1;
}

/// Whether a paragraph of an answer would be taken for points, or for what leads to some.
bool looks_like_points(const Block& paragraph) {
  const auto numbered = [](const TextLine& line) {
    return without_number(line.text).size() < line.text.size();
  };
  return std::ranges::any_of(paragraph.lines, numbered) ||
         paragraph.lines.back().text.ends_with(':') || paragraph.lines.back().text.ends_with("：");
}

/// Whether a text is read again from its lines alone: a single paragraph without labels, or code.
bool is_one_paragraph(const std::string& text, bool answer) {
  const auto blocks = markdown_blocks("x " + text);  // behind its label nothing begins a block
  if (blocks.size() != 1 || blocks[0].kind != Block::Kind::paragraph) {
    return false;
  }
  const auto& lines = blocks[0].lines;
  const auto raw = lines_of(text);
  return lines.size() == raw.size() &&
         std::ranges::all_of(raw, [](auto line) { return trimmed(line) == line; }) &&
         std::none_of(lines.begin() + 1, lines.end(),
                      [](const TextLine& line) { return labelled(line.text).has_value(); }) &&
         !(answer && looks_like_points(markdown_blocks(text).at(0)));
}

/// Whether a text is code whose fence is closed: else it would go on to the end of the document.
bool is_code(const std::string& text) {
  const auto blocks = markdown_blocks(text);
  CodeFence fence;
  for (const auto line : lines_of(text)) {
    fence.takes(line);
  }
  return blocks.size() == 1 && blocks[0].kind == Block::Kind::code && !fence.is_open() &&
         text_of(blocks[0]) == text;
}

/// The lines of a paragraph so that each stays one.
std::string with_breaks(const std::string& text, std::string_view indentation = "") {
  const auto guarded = guarded_from_html(text);
  std::string out;
  for (const auto line : lines_of(guarded)) {
    out += out.empty() ? std::string(line) : fmt::format("  \n{}{}", indentation, trimmed(line));
  }
  return out;
}

std::string as_it_stands(std::string_view text) {
  return fmt::format("{}\n\n{}\n\n{}", kBeginVerbatim, text, kEndVerbatim);
}

/// A text behind its label, if there is one.
void add(std::string& out, std::string_view label, const std::string& text, bool answer = false) {
  if (text.empty()) {
    return;
  }
  if (begins_block(text) || !is_one_paragraph(text, answer)) {
    out += fmt::format("{}\n\n{}\n\n", label, is_code(text) ? text : as_it_stands(text));
  } else {
    out += fmt::format("{} {}\n\n", label, with_breaks(text));
  }
}

/// Whether a title would be read as something else, or not as it stands.
bool is_no_plain_title(std::string_view title) {
  return labelled(title, true) || without_emphasis(without_number(title)) != title ||
         title.ends_with('#');
}

/// `several`: there are more decks, of which `import` takes one for the document's.
void add_title(std::string& out, const deck::Deck& deck, bool several) {
  const auto title = text::single_line(deck.title.empty() ? deck.id : deck.title);
  out += fmt::format("# {}", guarded_from_html(title));
  out += several || is_no_plain_title(title) ? fmt::format(" {}\n\n", kTitleMark) : "\n\n";
}

void add_description(std::string& out, const std::string& text) {
  if (!text.empty()) {
    const bool plain = !begins_block(text) && is_one_paragraph(text, false) && !labelled(text);
    out += (plain ? with_breaks(text) : as_it_stands(text)) + "\n\n";
  }
}

/// The mark of a point's id, where it does not follow from the entry, or what ends the entry would
/// be taken for a mark.
std::string mark_of(const deck::Point& point, std::string entry) {
  const bool follows = text::identity_of(point_from(entry).name) == point.id;
  return follows && take_id_mark(entry).empty() ? "" : id_mark(point.id);
}

/// A point as the entry of a list; a detail of several blocks stands behind it.
void add_entry(std::string& out, const deck::Point& point) {
  const auto name = text::single_line(point.name);
  const auto entry = point_spelling(name, point.detail, true);
  const bool plain =
      is_one_paragraph(point.detail, false) && point_from(entry).detail == point.detail;
  if (point.detail.empty() || plain) {
    out += fmt::format("- {}{}\n", with_breaks(entry, "  "), mark_of(point, entry));
  } else {
    const auto head = point_spelling(name, "", true);
    out += fmt::format("- {}{}\n\n{}\n\n", guarded_from_html(head), mark_of(point, head),
                       as_it_stands(point.detail));
  }
}

/// Ends a group where no other begins: Markdown's way to part two lists.
constexpr std::string_view kEndOfGroup = "\n<!-- -->\n";

/// The sentence that leads to a group's points; a comment keeps an ending of the heading that would
/// be taken for the sentence's own.
std::string lead_of(const std::string& group) {
  const auto heading = guarded_from_html(group);
  return heading_from(group + ":") == group ? heading + ":"
                                            : fmt::format("{}{}:", heading, kEndOfHeading);
}

/// Points as lists, each group behind a sentence with its heading. Where all belong to one, its end
/// is marked as well: without that the sentence could be a mere introduction.
void add_points(std::string& out, const LabelWords& labels, const deck::Item& item) {
  std::string group;
  bool first = true;
  bool one_group = true;
  for (const auto& point : item.points) {
    one_group = one_group && point.group == item.points.front().group;
    if (first) {
      out += fmt::format("{}{}\n\n", labels.answer,
                         point.group.empty() ? "" : " " + lead_of(point.group));
    } else if (point.group != group) {
      out += point.group.empty() ? fmt::format("{}\n", kEndOfGroup)
                                 : fmt::format("\n{}\n\n", lead_of(point.group));
    }
    add_entry(out, point);
    group = point.group;
    first = false;
  }
  out += one_group && !group.empty() ? kEndOfGroup : "";
  out += '\n';
}

void add_item(std::string& out, const LabelWords& labels, const deck::Item& item,
              std::size_t number) {
  const bool choices = item.kind == deck::Kind::choices;
  const auto faces = choices ? printed_choices(item) : faces_of(item);
  const bool cloze = item.kind == deck::Kind::cloze;
  const auto& question = cloze ? item.question : faces.front;
  const bool follows = item.id == deck::id_of_question(question);
  out += fmt::format("### {}.{}\n\n", number, follows ? "" : id_mark(item.id));
  add(out, labels.question, question);
  if (item.kind == deck::Kind::points) {
    add_points(out, labels, item);
  } else if (cloze) {
    std::vector<std::string> gaps;
    for (const auto& point : item.points) {
      gaps.push_back(point.name);
    }
    add(out, labels.answer, fmt::format("{}", fmt::join(gaps, "; ")), true);
  } else {
    add(out, labels.answer, faces.back, true);
  }
  add(out, labels.example, item.example);
  add(out, labels.explanation, item.explanation);
  for (const auto& hint : item.hints) {
    add(out, labels.hint, hint);
  }
  add(out, labels.tags, fmt::format("{}", fmt::join(item.tags, ", ")));
}

/// Whether an id of the item can stand in no comment.
bool loses_ids(const deck::Item& item) {
  const auto has_two_hyphens = [](const std::string& id) { return id.find("--") != base::npos; };
  return has_two_hyphens(item.id) ||
         std::ranges::any_of(item.points, has_two_hyphens, &deck::Point::id);
}

}  // namespace

Exported write_markdown(const Exportable& what) {
  Exported result;
  bool clozes = false;
  bool ids = true;
  for (const auto& deck : what.decks) {
    const bool chinese = text::language_of_locale(deck.language) == text::Language::chinese;
    const auto& labels = chinese ? kChinese : kEnglish;
    add_title(result.bytes, deck, what.decks.size() > 1);
    add_description(result.bytes, deck.description);
    std::size_t number = 0;
    for (const auto& item : deck.items) {
      add_item(result.bytes, labels, item, ++number);
      clozes = clozes || item.kind == deck::Kind::cloze;
      ids = ids && !loses_ids(item);
    }
  }
  result.losses = losses_of_cards(what.decks, {.details = true,
                                               .titles = true,
                                               .descriptions = true,
                                               .tags_parted_by = parts_tags_in_documents()});
  drop_controls(result);
  result.losses.emplace_back("ids of decks");
  if (!ids) {
    result.losses.emplace_back("ids with two hyphens in a row");
  }
  if (what.decks.size() > 1) {
    result.losses.emplace_back("where a deck ends (read again, they are one deck)");
  }
  if (clozes) {
    result.losses.emplace_back("clozes (they become questions)");
  }
  result.losses.emplace_back("the review history");
  return result;
}

}  // namespace pith::exchange
