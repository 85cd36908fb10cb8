// Decks as JSON; see text_export.h.

#include "base/json.h"
#include "deck/cloze.h"
#include "exchange/text_export.h"
#include "text/display.h"

namespace pith::exchange {
namespace {

using base::Json;

Json json_of(const deck::Point& point) {
  return {{"id", point.id},         {"name", point.name},     {"detail", point.detail},
          {"accept", point.accept}, {"reject", point.reject}, {"weight", point.weight},
          {"group", point.group},   {"was", point.was}};
}

Json json_of(const deck::Settings& settings) {
  return {{"pass", settings.pass},
          {"time_limit", settings.time_limit ? Json(settings.time_limit->count()) : Json()},
          {"desired_retention", settings.desired_retention},
          {"new_per_day", settings.new_per_day}};
}

Json samples_of(const deck::Item& item) {
  Json list = Json::array();
  for (const auto& sample : item.samples) {
    Json hits = Json::array();
    for (const auto hit : sample.hits) {
      hits.push_back(item.points[hit].id);
    }
    list.push_back({{"answer", sample.answer}, {"hits", hits}});
  }
  return list;
}

Json json_of(const deck::Item& item) {
  Json object = {{"id", item.id},
                 {"kind", deck::name_of(item.kind)},
                 {"language", item.language},
                 {"question", item.question},
                 {"points", Json::array()}};
  for (const auto& point : item.points) {
    object["points"].push_back(json_of(point));
  }
  if (item.kind == deck::Kind::choices) {
    object["choices"] = Json::array();
    for (const auto& choice : item.choices) {
      object["choices"].push_back({{"text", choice.text}, {"correct", choice.correct}});
    }
  }
  if (item.kind == deck::Kind::cloze) {
    object["cloze"] = deck::written(item);
  }
  if (item.number) {
    object["number"] = {{"value", item.number->value}, {"tolerance", item.number->tolerance}};
  }
  object["explanation"] = item.explanation;
  object["example"] = item.example;
  object["hints"] = item.hints;
  object["tags"] = item.tags;
  object["was"] = item.was;
  object["samples"] = samples_of(item);
  object["settings"] = json_of(item.settings);
  return object;
}

}  // namespace

Exported write_json(const Exportable& what) {
  Json decks = Json::array();
  for (const auto& deck : what.decks) {
    Json items = Json::array();
    for (const auto& item : deck.items) {
      items.push_back(json_of(item));
    }
    decks.push_back({{"deck", deck.id},
                     {"title", deck.title},
                     {"language", deck.language},
                     {"description", deck.description},
                     {"author", deck.author},
                     {"source", deck.source},
                     {"license", deck.license},
                     {"tags", deck.tags},
                     {"was", deck.was},
                     {"items", items}});
  }
  Exported result;
  result.bytes = text::with_hidden_escaped(Json{{"decks", decks}}.dump(1)) + "\n";
  result.losses.emplace_back("the review history");
  return result;
}

}  // namespace pith::exchange
