#include "exchange/anki/anki_note.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/npos.h"
#include "deck/cloze.h"
#include "deck/identity.h"
#include "exchange/anki/anki_template.h"
#include "exchange/guid.h"
#include "exchange/html/html_text.h"
#include "exchange/item_kinds.h"
#include "exchange/kind_mark.h"
#include "exchange/lines.h"
#include "exchange/note.h"
#include "exchange/source_text.h"

namespace pith::exchange {
namespace {

using Points = std::vector<deck::Point>;

constexpr int kMostCards = 4096;  ///< Of a note; Anki gives no more than 500.

std::string_view field_named(const AnkiNote& note, const AnkiNoteType& type,
                             std::string_view name) {
  const auto found = std::ranges::find(type.fields, name);
  const auto index = static_cast<std::size_t>(found - type.fields.begin());
  return found == type.fields.end() || index >= note.fields.size()
             ? std::string_view()
             : std::string_view(note.fields[index]);
}

Place place_of(const AnkiNote& note) {
  return {0, fmt::format("note {}", note.id)};
}

bool is_own_type(const AnkiNoteType& type) {
  return type.name.starts_with("pith ");
}

/// A field of pith's own note types that stands beside the two sides.
bool is_aside(const AnkiNoteType& type, std::string_view field) {
  return is_own_type(type) && (field == "Explanation" || field == "Example" || field == "Hint");
}

/// The back without the front that many templates show again above it.
std::string_view without_front(std::string_view back, std::string_view front) {
  const bool repeated = !front.empty() && back.size() > front.size() && back.starts_with(front) &&
                        back[front.size()] == '\n';
  return repeated ? trimmed(back.substr(front.size())) : back;
}

}  // namespace

struct AnkiNotes::Sides {
  std::string front;
  std::string back;
  bool typed = false;             ///< The answer is to be typed.
  bool nameless_picture = false;  ///< Of which nothing but the back consists.
};

/// Behind each mark a hint; without marks in each line one.
std::vector<std::string> AnkiNotes::hints_of(std::string_view field, const AnkiNote& note) {
  std::vector<std::string> hints;
  if (field.find(kHintFollows) != base::npos) {
    for (const auto& part : split_list(field, {kHintFollows})) {
      hints.emplace_back(trimmed(text_of(part, note)));
    }
    return hints;
  }
  const auto text = text_of(field, note);
  for (const auto line : lines_of(text)) {
    hints.emplace_back(line);
  }
  return hints;
}

void AnkiNotes::add(const AnkiNote& note, const std::vector<std::string>& tags, Shelf& shelf,
                    std::vector<PlacedCard>& placed) {
  const auto found = schema_.note_types.find(note.type);
  if (found == schema_.note_types.end() || found->second.templates.empty()) {
    leave_out(note, "its note type is missing");
    return;
  }
  deck::Item base;
  base.id = item_id_of(note.guid);
  base.tags = tags;
  if (is_own_type(found->second)) {
    base.explanation = text_of(field_named(note, found->second, "Explanation"), note);
    base.example = text_of(field_named(note, found->second, "Example"), note);
    base.hints = hints_of(field_named(note, found->second, "Hint"), note);
  }
  if (found->second.cloze) {
    add_cloze(note, found->second, std::move(base), shelf, placed);
  } else {
    add_cards(note, found->second, base, shelf, placed);
  }
}

void AnkiNotes::leave_out(const AnkiNote& note, std::string reason) {
  result_.left_out.push_back({0, place_of(note).text, std::move(reason),
                              excerpt(note.fields.empty() ? "" : note.fields[0])});
}

bool AnkiNotes::has_number(const AnkiNote& note, const AnkiCard& card) {
  const bool has = card.ordinal >= 0 && card.ordinal < kMostCards;
  if (!has) {
    leave_out(note, "a card has no number that Anki gives");
  }
  return has;
}

std::string AnkiNotes::text_of(std::string_view html, const AnkiNote& note) {
  auto converted = html_to_text(html, media_folder_);
  if (converted.lost_markup) {
    result_.changed.push_back(
        {0, place_of(note).text, std::string(remark_on_loss(converted)), excerpt(converted.text)});
  }
  if (drop_controls(converted.text)) {
    result_.changed.push_back(
        {0, place_of(note).text, "control characters were dropped", excerpt(converted.text)});
  }
  media_.add(converted, place_of(note).text);
  return std::string(trimmed(converted.text));
}

std::string AnkiNotes::rest_of(const AnkiNote& note, const AnkiNoteType& type,
                               const std::set<std::string>& shown) {
  std::string rest;
  for (std::size_t i = 0; i < std::min(type.fields.size(), note.fields.size()); ++i) {
    const bool placed = shown.contains(type.fields[i]) || is_aside(type, type.fields[i]);
    const auto text = placed ? "" : text_of(note.fields[i], note);
    if (!text.empty()) {
      const bool extra = type.fields[i] == "Back Extra" || type.fields[i] == "Extra";
      add_paragraph(rest, extra ? text : fmt::format("{}: {}", type.fields[i], text));
    }
  }
  return rest;
}

void AnkiNotes::add_cloze(const AnkiNote& note, const AnkiNoteType& type, deck::Item base,
                          Shelf& shelf, std::vector<PlacedCard>& placed) {
  auto field = field_behind(type.templates[0].question, "cloze");
  if (field.empty() && !type.fields.empty()) {
    field = type.fields[0];
  }
  const auto raw = field_named(note, type, field);
  if (raw.find("image-occlusion:") != std::string::npos) {
    result_.left_out.push_back(
        {0, place_of(note).text, "parts of a picture cannot be asked in a terminal", {}});
    return;
  }
  const auto id = base.id;
  add_paragraph(base.explanation, rest_of(note, type, {field}));
  const auto text = text_of(raw, note);
  if (!shelf.add_cloze(text, std::move(base), place_of(note))) {
    return;
  }
  for (const auto& card : note.cards) {
    if (has_number(note, card)) {
      placed.push_back({card, note.guid, id, fmt::format("c{}", card.ordinal + 1)});
    }
  }
}

std::optional<AnkiNotes::Sides> AnkiNotes::sides_of(const AnkiNote& note, const AnkiNoteType& type,
                                                    const AnkiCard& card) {
  const auto ordinal = static_cast<std::size_t>(card.ordinal);
  const auto& form = type.templates[std::min(ordinal, type.templates.size() - 1)];
  const auto value = [&](std::string_view name) {
    return is_aside(type, name) ? std::string_view() : field_named(note, type, name);
  };
  const auto question = rendered(form.question, value);
  const auto answer_side = rendered(form.answer, value);
  if (!question || !answer_side) {
    leave_out(note, fmt::format("a side of the card is larger than {} MB", kLargestSide >> 20U));
    return std::nullopt;
  }
  Sides sides;
  sides.front = text_of(*question, note);
  const auto back = text_of(*answer_side, note);
  sides.back = std::string(without_front(back, sides.front));
  const auto typed = field_behind(form.question, "type");
  if (!typed.empty()) {
    const auto answer = text_of(value(typed), note);
    const bool short_line = answer.size() <= kLongestTyped && answer.find('\n') == answer.npos;
    sides.typed = !answer.empty() && (short_line || is_own_type(type));
    sides.back = sides.back.empty() || sides.typed ? answer : sides.back;
  }
  sides.nameless_picture = sides.back.empty() && is_nameless_picture(*answer_side);
  return sides;
}

/// The item that a card of the note asks; only its first card may be other than a card of pith.
deck::Item AnkiNotes::item_of(const AnkiNote& note, const AnkiNoteType& type, bool first,
                              const Sides& sides) {
  if (first && is_own_type(type)) {
    auto marked = item_of_mark(field_named(note, type, "Back"), sides.front, sides.back);
    if (marked) {
      return std::move(*marked);
    }
  }
  auto points = first && is_own_guid(note.guid) ? points_of_back(sides.back) : Points();
  return !points.empty() ? points_item(sides.front, std::move(points))
         : sides.typed   ? answer_item(sides.front, sides.back)
                         : card_item(sides.front, sides.back);
}

void AnkiNotes::add_cards(const AnkiNote& note, const AnkiNoteType& type, const deck::Item& base,
                          Shelf& shelf, std::vector<PlacedCard>& placed) {
  std::set<std::string> shown;
  for (const auto& form : type.templates) {
    shown.merge(fields_in(form.question));
    shown.merge(fields_in(form.answer));
  }
  Sides first;
  for (std::size_t i = 0; i < note.cards.size(); ++i) {
    const auto& card = note.cards[i];
    auto sides = has_number(note, card) ? sides_of(note, type, card) : std::nullopt;
    if (!sides) {
      continue;
    }
    const bool mirrored = i > 0 && sides->front == first.back && sides->back == first.front;
    auto item = item_of(note, type, i == 0, *sides);
    const auto point = item.kind == deck::Kind::points ? std::string() : item.points[0].id;
    item.id = i == 0     ? base.id
              : mirrored ? deck::reversed_id(base.id)
                         : fmt::format("{}-{}", base.id, card.ordinal + 1);
    item.tags = base.tags;
    item.hints = base.hints;
    item.example = base.example;
    item.explanation = base.explanation;
    if (i == 0 || mirrored) {
      add_paragraph(item.explanation, rest_of(note, type, shown));
    }
    const auto id = item.id;
    if (sides->nameless_picture) {
      leave_out(note, std::string(kNamelessPicture));
    } else if (shelf.add(std::move(item), place_of(note))) {
      placed.push_back({card, note.guid, id, point});
    }
    if (i == 0) {
      first = *std::move(sides);
    }
  }
  if (note.cards.empty()) {
    leave_out(note, "the note has no cards");
  }
}

}  // namespace pith::exchange
