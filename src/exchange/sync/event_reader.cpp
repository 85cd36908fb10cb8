#include "exchange/sync/event_reader.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "grading/verdict.h"

namespace pith::exchange {
namespace {

using history::Event;
using nlohmann::json;

/// What a field holds is not what it has to be. Never leaves this file.
struct Unfit {};

// Out of range is what no pith writes: the bounds are wide, and keep sums and dates computable.
constexpr std::size_t kLongestString = std::size_t{4} << 20U;
constexpr std::int64_t kLatestMoment = memory::kLatestInstant.time_since_epoch().count();
// A day more, for clocks ahead of UTC.
constexpr std::int64_t kLatestDay =
    std::chrono::ceil<std::chrono::days>(memory::kLatestInstant).time_since_epoch().count();

template <typename T>
T in_range(T value, T least, T most) {
  if (!(value >= least && value <= most)) {
    throw Unfit();
  }
  return value;
}

std::string string_of(const json& from, const char* key) {
  auto text = from.at(key).get<std::string>();
  return text.size() <= kLongestString ? std::move(text) : throw Unfit();
}

std::int64_t integer_in(const json& value, std::int64_t least, std::int64_t most) {
  constexpr auto kMost = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  const bool fits =
      value.is_number_unsigned() ? value.get<std::uint64_t>() <= kMost : value.is_number_integer();
  return fits ? in_range(value.get<std::int64_t>(), least, most) : throw Unfit();
}

std::int64_t integer_of(const json& from, const char* key, std::int64_t least,
                        std::int64_t most = std::numeric_limits<std::int32_t>::max()) {
  return integer_in(from.at(key), least, most);
}

double real_of(const json& from, const char* key, double least, double most) {
  return in_range(from.at(key).get<double>(), least, most);
}

template <typename T>
T known(std::optional<T> value) {
  return value ? *std::move(value) : throw Unfit();
}

history::Uuid uuid_of(const json& from, const char* key) {
  return known(history::parse_uuid(string_of(from, key)));
}

memory::StudyDay day_of(const json& from, const char* key) {
  return memory::day_numbered(static_cast<int>(integer_of(from, key, -kLatestDay, kLatestDay)));
}

history::ItemId item_of(const json& from) {
  return {string_of(from, "deck"), string_of(from, "item")};
}

history::Name name_of_json(const json& from) {
  return {string_of(from, "deck"), string_of(from, "item"), string_of(from, "point")};
}

history::AnsweredPoint answered_point_from(const json& from) {
  history::AnsweredPoint point;
  point.id = string_of(from, "id");
  point.weight = real_of(from, "weight", std::numeric_limits<double>::min(), 1e9);
  point.automatic = known(grading::verdict_named(string_of(from, "automatic")));
  point.verdict = known(grading::verdict_named(string_of(from, "verdict")));
  point.rating = known(memory::rating_numbered(static_cast<int>(integer_of(from, "rating", 1, 4))));
  point.credit = real_of(from, "credit", 0, 1);
  point.confidence = real_of(from, "confidence", 0, 1);
  if (from.contains("evidence")) {
    const auto& span = from.at("evidence");
    const auto begin = integer_in(span.at(0), 0, kLongestString);
    const auto end = integer_in(span.at(1), begin, kLongestString);
    point.evidence = {static_cast<std::size_t>(begin), static_cast<std::size_t>(end)};
  }
  return point;
}

history::Answer answer_from(const json& from) {
  history::Answer answer;
  answer.session = uuid_of(from, "session");
  answer.mode = known(history::mode_named(string_of(from, "mode")));
  answer.scheduled = from.at("scheduled").get<bool>();
  answer.relearning = from.at("relearning").get<bool>();
  answer.aided = from.at("aided").get<bool>();
  answer.hints = static_cast<int>(integer_of(from, "hints", 0));
  answer.time_over = from.at("time_over").get<bool>();
  answer.seconds = real_of(from, "seconds", 0, 1e12);
  answer.item = item_of(from);
  answer.content_hash = string_of(from, "content");
  answer.text = string_of(from, "text");
  answer.versions = {string_of(from, "grader"), string_of(from, "encoder"),
                     string_of(from, "judge")};
  for (const auto& point : from.at("points").get_ref<const json::array_t&>()) {
    answer.points.push_back(answered_point_from(point));
  }
  return answer;
}

history::ParametersChanged parameters_from(const json& from) {
  history::ParametersChanged changed;
  changed.values = from.at("values").get<memory::Parameters>();
  for (const double value : changed.values) {
    in_range(value, -1e6, 1e6);
  }
  if (from.contains("first_day")) {
    changed.first_day = day_of(from, "first_day");
  }
  if (from.contains("last_day")) {
    changed.last_day = day_of(from, "last_day");
  }
  changed.reviews = integer_of(from, "reviews", 0, std::numeric_limits<std::int64_t>::max());
  return changed;
}

history::Wording wording_from(const json& from) {
  history::Wording wording{item_of(from), string_of(from, "point"), string_of(from, "text"),
                           known(history::effect_named(string_of(from, "effect"))), std::nullopt};
  if (from.contains("answer")) {
    wording.answer = uuid_of(from, "answer");
  }
  return wording;
}

/// Empty for a kind that is not known here.
std::optional<history::Body> body_from(const std::string& kind, const json& from) {
  if (kind == "answer") {
    return answer_from(from);
  }
  if (kind == "retraction") {
    return history::Retraction{uuid_of(from, "event")};
  }
  if (kind == "alias") {
    return history::Alias{name_of_json(from.at("from")), name_of_json(from.at("to"))};
  }
  if (kind == "wording") {
    return wording_from(from);
  }
  if (kind == "parameters") {
    return parameters_from(from);
  }
  if (kind == "suspension") {
    return history::Suspension{item_of(from), string_of(from, "point"),
                               from.at("suspended").get<bool>()};
  }
  if (kind == "bury") {
    return history::Bury{item_of(from), day_of(from, "until")};
  }
  if (kind == "reset") {
    return history::Reset{item_of(from), string_of(from, "point")};
  }
  if (kind == "reschedule") {
    return history::Reschedule{item_of(from), day_of(from, "day")};
  }
  if (kind == "redaction") {
    return history::Redaction{uuid_of(from, "answer")};
  }
  return std::nullopt;
}

history::Stamp stamp_from(const json& from) {
  history::Stamp stamp;
  stamp.id = uuid_of(from, "id");
  stamp.device = uuid_of(from, "device");
  stamp.sequence = integer_of(from, "sequence", 0, std::numeric_limits<std::int64_t>::max());
  stamp.when.time = memory::Instant{
      std::chrono::milliseconds{integer_of(from, "time", -kLatestMoment, kLatestMoment)}};
  stamp.when.utc_offset = std::chrono::minutes{integer_of(from, "offset", -1440, 1440)};
  stamp.when.day = day_of(from, "day");
  stamp.schema = static_cast<int>(integer_of(from, "schema", 0));
  return stamp;
}

bool retracts_itself(const Event& event) {
  const auto* retraction = std::get_if<history::Retraction>(&event.body);
  return retraction != nullptr && retraction->event == event.stamp.id;
}

/// What `make` gives; empty where something does not fit.
template <typename Make>
auto if_fit(Make make) -> std::optional<decltype(make())> {
  try {
    return make();
  } catch (const Unfit&) {
    return std::nullopt;
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

}  // namespace

std::optional<std::variant<Event, UnknownKind>> event_from(const json& from) {
  return if_fit([&]() -> std::variant<Event, UnknownKind> {
    Event event{stamp_from(from), {}};
    auto body = body_from(string_of(from, "kind"), from.at("body"));
    if (!body) {
      return UnknownKind{};
    }
    event.body = *std::move(body);
    return retracts_itself(event) ? throw Unfit() : std::move(event);
  });
}

std::optional<history::Content> content_from(const json& from) {
  return if_fit([&] {
    history::Content content{string_of(from, "hash"), string_of(from, "question"), {}};
    for (const auto& point : from.at("points").get_ref<const json::array_t&>()) {
      content.points.push_back({point.at(0).get<std::string>(), point.at(1).get<std::string>()});
    }
    return content;
  });
}

}  // namespace pith::exchange
