#include "exchange/documents/qa_draft.h"

#include <algorithm>
#include <utility>

#include "exchange/documents/id_mark.h"
#include "exchange/documents/line_blocks.h"
#include "exchange/documents/ticked_options.h"
#include "exchange/item_kinds.h"
#include "exchange/lines.h"

namespace pith::exchange {
namespace {

bool ends_with_colon(std::string_view text) {
  return text.ends_with(":") || text.ends_with("：");
}

/// The text of an entry before whatever else it holds.
std::string head_of(const Block& entry) {
  const auto& children = entry.children;
  const bool has_head = !children.empty() && children[0].kind == Block::Kind::paragraph;
  return entry.children.empty() ? text_of(entry) : has_head ? text_of(children[0]) : "";
}

/// A key point from the text of an entry, which may end in the mark of its id.
deck::Point marked_point(std::string text) {
  auto id = take_id_mark(text);
  auto point = point_from(text);
  point.id = std::move(id);
  return point;
}

/// Parts of a detail in one line, as a sentence has them.
void append_part(std::string& detail, std::string_view part) {
  const bool wide = part.size() > 1 && static_cast<unsigned char>(part.front()) >= 0x80;
  if (!detail.empty() && !detail.ends_with("\n")) {
    detail += wide ? "；" : "; ";
  }
  detail += part;
}

void append_rest(deck::Point& point, const Block& child) {
  if (child.kind == Block::Kind::list) {
    for (const auto& entry : child.children) {
      append_part(point.detail, whole_text(entry));
    }
  } else if (child.kind == Block::Kind::paragraph && !begins_with_lines(child)) {
    append_part(point.detail, text_of(child));
  } else {
    add_paragraph(point.detail, whole_text(child));
  }
}

/// The list that an entry only names; null if it says something itself.
const Block* named_list(const Block& entry, const deck::Point& point) {
  const bool only_names = point.detail.empty() && entry.children.size() == 2 &&
                          entry.children[1].kind == Block::Kind::list &&
                          entry.children[1].children.size() > 1;
  return only_names ? &entry.children[1] : nullptr;
}

/// Where nothing else answers a question, what stands below it does.
void take_rest_for_answer(QaDraft& draft) {
  if (!draft.answered() && draft.lead.empty()) {
    draft.prose = trimmed(std::string_view(draft.question).substr(draft.asked));
    draft.question.resize(draft.asked);
  }
}

}  // namespace

void add_text(QaDraft& draft, std::string_view text) {
  if (text.empty()) {
    return;
  }
  switch (draft.section) {
    case Label::question:
      draft.asked = draft.question.empty() ? text.size() : draft.asked;
      add_paragraph(draft.question, text);
      break;
    case Label::answer:
      if (ends_with_colon(text)) {
        draft.lead = heading_from(text);
        draft.led_to = text;
      } else {
        add_paragraph(draft.prose, std::exchange(draft.led_to, ""));
        add_paragraph(draft.prose, text);
      }
      break;
    case Label::example:
      add_paragraph(draft.example, text);
      break;
    case Label::explanation:
      add_paragraph(draft.explanation, text);
      break;
    case Label::hint:
      draft.hints.emplace_back(text);
      break;
    case Label::tags:
      for (auto& tag : split_list(text, parts_tags_in_documents())) {
        draft.tags.push_back(std::move(tag));
      }
      break;
  }
}

void add_block(QaDraft& draft, std::string_view text) {
  if (draft.section == Label::answer) {
    add_paragraph(draft.prose, std::exchange(draft.led_to, ""));
  }
  add_text(draft, text);
}

void add_verbatim(QaDraft& draft, std::string_view text) {
  text = trimmed(text);
  if (draft.section != Label::answer) {
    add_text(draft, text);
  } else if (draft.points.empty()) {
    add_paragraph(draft.prose, text);
  } else {
    add_paragraph(draft.points.back().detail, text);
  }
}

void add_points(QaDraft& draft, const Block& list) {
  draft.led_to.clear();
  draft.options = draft.points.empty() ? ticked_options(list) : std::vector<deck::Choice>();
  for (const auto& entry : list.children) {
    auto point = marked_point(head_of(entry));
    if (const auto* named = named_list(entry, point)) {
      auto lead = std::exchange(draft.lead, point.name);
      add_points(draft, *named);
      draft.lead = std::move(lead);
      continue;
    }
    point.group = draft.lead;
    const auto rest = std::min<std::size_t>(head_of(entry).empty() ? 0 : 1, entry.children.size());
    std::for_each(entry.children.begin() + static_cast<std::ptrdiff_t>(rest), entry.children.end(),
                  [&](const Block& child) { append_rest(point, child); });
    if (point.name.empty()) {
      point.name = std::exchange(point.detail, "");
    }
    draft.points.push_back(std::move(point));
  }
}

void add_point(QaDraft& draft, std::string_view text) {
  draft.led_to.clear();
  auto point = marked_point(std::string(text));
  point.group = draft.lead;
  draft.points.push_back(std::move(point));
}

void end_group(QaDraft& draft) {
  if (!draft.lead.empty() && !draft.points.empty() && draft.points.back().group == draft.lead) {
    draft.lead.clear();
    draft.grouped = true;
  }
}

deck::Item item_from(QaDraft draft) {
  take_rest_for_answer(draft);
  const bool one_list = std::ranges::all_of(draft.points, [&](const deck::Point& point) {
    return point.group == draft.points.front().group;
  });
  if (draft.answered()) {
    add_paragraph(draft.prose, draft.led_to);
  }
  deck::Item item;
  if (!draft.options.empty() && draft.options.size() == draft.points.size()) {
    item = choices_item(draft.question, std::move(draft.options));
    item.explanation = std::move(draft.prose);
  } else if (draft.points.empty()) {
    item = card_item(draft.question, draft.prose.empty() ? draft.lead : draft.prose);
  } else {
    item = points_item(draft.question, std::move(draft.points));
    item.explanation = std::move(draft.prose);
  }
  if (one_list && !draft.grouped) {
    for (auto& point : item.points) {
      point.group.clear();
    }
  }
  add_paragraph(item.explanation, draft.explanation);
  for (const auto& line : draft.behind_example) {
    add_paragraph(draft.example, line.text);
  }
  item.id = std::move(draft.id);
  item.example = std::move(draft.example);
  item.hints = std::move(draft.hints);
  item.tags = std::move(draft.tags);
  return item;
}

}  // namespace pith::exchange
