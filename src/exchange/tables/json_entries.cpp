#include "exchange/tables/json_entries.h"

#include <algorithm>

#include <fmt/format.h>

#include "deck/cloze.h"
#include "deck/identity.h"
#include "deck/reading/fields.h"
#include "deck/reading/names.h"
#include "deck/reading/reader.h"
#include "exchange/html/html_text.h"
#include "exchange/item_kinds.h"
#include "exchange/labels.h"
#include "exchange/lines.h"
#include "exchange/note.h"
#include "exchange/tables/json_item.h"
#include "exchange/tables/located_json.h"
#include "exchange/tables/table_header.h"

namespace pith::exchange {
namespace {

using nlohmann::json;

/// A text of the entry by which a person knows it again.
std::string beginning_of(const json& entry) {
  for (const auto* key : {"question", "front", "cloze"}) {
    if (entry.is_object() && entry.contains(key) && entry[key].is_string()) {
      return excerpt(entry[key].get_ref<const std::string&>());
    }
  }
  return entry.is_object() ? std::string() : excerpt(entry.dump());
}

/// The answer to a number as it was typed, which JSON need not keep: 20000 and not 20000.0.
void keep_spelling(deck::Item& item, const json& entry) {
  if (item.kind != deck::Kind::number || !entry.contains("points")) {
    return;
  }
  const auto& points = entry["points"];
  const auto name = points.is_array() && !points.empty() && points[0].is_object()
                        ? points[0].value("name", json())
                        : json();
  if (name.is_string() && deck::parse_number(name.get<std::string>()) == item.number->value) {
    item.points[0].name = name;
  }
}

/// Whether a deck need not say the item's id.
bool follows_from_question(const deck::Item& item) {
  const bool cloze = item.kind == deck::Kind::cloze;
  return item.id == deck::id_of_question(cloze ? deck::filled(item.cloze) : item.question);
}

}  // namespace

struct JsonEntries::JsonCard {
  deck::Item item;
  std::string front;
  std::vector<std::string> back;
  bool lists_points = false;
};

void JsonEntries::add(const json& entry) {
  ++number_;
  const auto line = line_of(entry);
  const Place place =
      deckwide_.lines && line > 0 ? Place{line} : Place{0, fmt::format("entry {}", number_)};
  if (line == 0) {
    leave_out(place, "no object with a question and an answer", beginning_of(entry));
  } else if (is_deck_item(entry)) {
    add_deck_item(entry, place);
  } else {
    add_card(entry, place);
  }
}

/// The reader of decks judges it, as a deck of one item.
void JsonEntries::add_deck_item(const json& entry, const Place& place) {
  std::vector<std::string> unknown;
  auto form = in_deck_form(entry, unknown);
  const json alone = {{"deck", "imported"},
                      {"language", "en"},
                      {"tags", deckwide_.tags},
                      {"defaults", deckwide_.defaults},
                      {"items", json::array({std::move(form)})}};
  auto read = deck::read_deck(alone.dump(), "imported.yaml");
  if (!read.deck) {
    const auto mistake =
        std::ranges::find(read.diagnostics, deck::Severity::error, &deck::Diagnostic::severity);
    leave_out(place, mistake->message, beginning_of(entry));
    return;
  }
  for (const auto& key : unknown) {
    change(place, fmt::format("'{}' means nothing to pith", excerpt(key)), {});
  }
  for (auto& item : read.deck->items) {
    keep_spelling(item, entry);
    std::erase_if(item.was, [&](const std::string& name) { return !claimed_.insert(name).second; });
    if (follows_from_question(item)) {
      item.id.clear();
    }
    shelf_.add(std::move(item), place);
  }
}

void JsonEntries::add_card(const json& entry, const Place& place) {
  JsonCard card;
  card.item.tags = deckwide_.tags;
  for (const auto& [key, value] : entry.items()) {
    if (key != kLineKey) {
      put(card, key, value, place);
    }
  }
  if (has_gaps(card.front)) {
    shelf_.add_cloze(card.front, std::move(card.item), place);
    return;
  }
  std::vector<deck::Point> points;
  std::ranges::transform(card.back, std::back_inserter(points), point_from);
  auto asked = card.lists_points
                   ? points_item(card.front, std::move(points))
                   : card_item(card.front, card.back.empty() ? std::string() : card.back.front());
  card.item.kind = asked.kind;
  card.item.question = std::move(asked.question);
  card.item.points = std::move(asked.points);
  shelf_.add(std::move(card.item), place);
}

void JsonEntries::put(JsonCard& card, const std::string& key, const json& value,
                      const Place& place) {
  auto& item = card.item;
  const auto column = column_named(key).value_or(Column::other);
  const bool taken = (column == Column::front && !card.front.empty()) ||
                     (column == Column::back && !card.back.empty());
  switch (taken ? Column::other : column) {
    case Column::front:
      card.front = text_of(value, key, place);
      break;
    case Column::back:
      card.back = texts_of(value, key, place);
      card.lists_points = value.is_array();
      break;
    case Column::hint:
      item.hints = texts_of(value, key, place);
      break;
    case Column::tags:
      std::ranges::move(texts_of(value, key, place), std::back_inserter(item.tags));
      break;
    case Column::explanation:
      add_paragraph(item.explanation, text_of(value, key, place));
      break;
    case Column::guid:
    case Column::deck:
    case Column::kind:
      break;  // of the program they come from
    case Column::other:
      put_other(item, key, value, place);
      break;
  }
}

void JsonEntries::put_other(deck::Item& item, const std::string& key, const json& value,
                            const Place& place) {
  if (key == "id") {
    const auto id = value.is_string() ? value.get<std::string>() : std::string();
    item.id = deck::is_item_id(id) ? id : std::string();
  } else if (const auto text = text_of(value, key, place); !text.empty()) {
    add_paragraph(item.explanation, fmt::format("{}: {}", key, text));
  }
}

/// Of a text, a number, true or false; anything else is remarked upon.
std::string JsonEntries::text_of(const json& value, const std::string& key, const Place& place) {
  if (value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    return looks_like_html(text) ? html_to_text(text).text : text;
  }
  if (value.is_structured()) {
    change(place, fmt::format("the value of '{}' is no text, and was left out", excerpt(key)), {});
    return {};
  }
  return value.is_null() ? std::string() : value.dump();
}

std::vector<std::string> JsonEntries::texts_of(const json& value, const std::string& key,
                                               const Place& place) {
  if (!value.is_array()) {
    return {text_of(value, key, place)};
  }
  std::vector<std::string> texts;
  for (const auto& entry : value) {
    texts.push_back(text_of(entry, key, place));
  }
  std::erase(texts, std::string());
  return texts;
}

void JsonEntries::change(const Place& place, std::string reason, std::string_view text) {
  result_.changed.push_back({place.line, place.text, std::move(reason), std::string(text)});
}

void JsonEntries::leave_out(const Place& place, std::string reason, std::string_view text) {
  result_.left_out.push_back({place.line, place.text, std::move(reason), std::string(text)});
}

}  // namespace pith::exchange
