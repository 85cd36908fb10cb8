#include "exchange/sync/event_json.h"

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include <nlohmann/json.hpp>

#include "grading/verdict.h"

namespace pith::exchange {
namespace {

using nlohmann::json;

/// Adds a field where there is something to say.
template <typename T>
void add_field(json& to, const char* key, const std::optional<T>& value) {
  if (value) {
    to[key] = *value;
  }
}

json item_json(const history::ItemId& item) {
  return {{"deck", item.deck}, {"item", item.item}};
}

json name_json(const history::Name& name) {
  return {{"deck", name.deck}, {"item", name.item}, {"point", name.point}};
}

json point_json(const history::AnsweredPoint& point) {
  json made = {{"id", point.id},
               {"weight", point.weight},
               {"automatic", grading::name_of(point.automatic)},
               {"verdict", grading::name_of(point.verdict)},
               {"rating", static_cast<int>(point.rating)},
               {"credit", point.credit},
               {"confidence", point.confidence}};
  if (point.evidence) {
    made["evidence"] = {point.evidence->begin, point.evidence->end};
  }
  return made;
}

/// Writes a body; its kind is written apart.
struct BodyJson {
  json operator()(const history::Answer& it) const {
    auto points = json::array();
    for (const auto& point : it.points) {
      points.push_back(point_json(point));
    }
    auto made = item_json(it.item);
    made.update({{"session", history::to_string(it.session)},
                 {"mode", name_of(it.mode)},
                 {"scheduled", it.scheduled},
                 {"relearning", it.relearning},
                 {"aided", it.aided},
                 {"hints", it.hints},
                 {"time_over", it.time_over},
                 {"seconds", it.seconds},
                 {"content", it.content_hash},
                 {"text", it.text},
                 {"grader", it.versions.grader},
                 {"encoder", it.versions.encoder},
                 {"judge", it.versions.judge},
                 {"points", std::move(points)}});
    return made;
  }
  json operator()(const history::Retraction& it) const {
    return {{"event", history::to_string(it.event)}};
  }
  json operator()(const history::Alias& it) const {
    return {{"from", name_json(it.from)}, {"to", name_json(it.to)}};
  }
  json operator()(const history::Wording& it) const {
    auto made = item_json(it.item);
    made.update({{"point", it.point}, {"text", it.text}, {"effect", name_of(it.effect)}});
    if (it.answer) {
      made["answer"] = history::to_string(*it.answer);
    }
    return made;
  }
  json operator()(const history::ParametersChanged& it) const {
    json made = {{"values", it.values}, {"reviews", it.reviews}};
    add_field(made, "first_day", number(it.first_day));
    add_field(made, "last_day", number(it.last_day));
    return made;
  }
  json operator()(const history::Suspension& it) const {
    auto made = item_json(it.item);
    made.update({{"point", it.point}, {"suspended", it.suspended}});
    return made;
  }
  json operator()(const history::Bury& it) const {
    auto made = item_json(it.item);
    made["until"] = memory::day_number(it.until);
    return made;
  }
  json operator()(const history::Reset& it) const {
    auto made = item_json(it.item);
    made["point"] = it.point;
    return made;
  }
  json operator()(const history::Reschedule& it) const {
    auto made = item_json(it.item);
    made["day"] = memory::day_number(it.day);
    return made;
  }
  json operator()(const history::Redaction& it) const {
    return {{"answer", history::to_string(it.answer)}};
  }

  static std::optional<int> number(const std::optional<memory::StudyDay>& day) {
    return day ? std::optional(memory::day_number(*day)) : std::nullopt;
  }
};

}  // namespace

json to_json(const history::Event& event) {
  auto made = std::visit(BodyJson(), event.body);
  const auto& stamp = event.stamp;
  return {{"kind", kind_of(event.body)},
          {"id", history::to_string(stamp.id)},
          {"device", history::to_string(stamp.device)},
          {"sequence", stamp.sequence},
          {"time", stamp.when.time.time_since_epoch().count()},
          {"offset", stamp.when.utc_offset.count()},
          {"day", memory::day_number(stamp.when.day)},
          {"schema", stamp.schema},
          {"body", std::move(made)}};
}

json to_json(const history::Content& content) {
  auto points = json::array();
  for (const auto& point : content.points) {
    points.push_back({point.id, point.wording});
  }
  return {{"kind", "content"},
          {"hash", content.hash},
          {"question", content.question},
          {"points", std::move(points)}};
}

}  // namespace pith::exchange
