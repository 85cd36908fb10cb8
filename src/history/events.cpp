#include "history/events.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "grading/score.h"

namespace pith::history {

namespace {

constexpr std::array<std::string_view, 4> kModes = {"review", "drill", "exam", "run"};
constexpr std::array<std::string_view, std::variant_size_v<Body>> kKinds = {
    "answer",     "retraction", "alias", "wording",    "parameters",
    "suspension", "bury",       "reset", "reschedule", "redaction"};

static_assert(!kKinds.back().empty(), "every kind of event has a name");

constexpr std::array<std::string_view, 4> kEffects = {"accept", "reject", "forget", "ignore"};

/// The enumerator whose name it is, by its place in the table.
template <typename Enum, std::size_t N>
std::optional<Enum> named(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) {
    return std::nullopt;
  }
  return static_cast<Enum>(found - names.begin());
}

}  // namespace

std::string full_id(const ItemId& id) {
  return id.deck + "/" + id.item;
}

std::string_view name_of(Mode mode) {
  return kModes.at(static_cast<std::size_t>(mode));
}

std::optional<Mode> mode_named(std::string_view name) {
  return named<Mode>(kModes, name);
}

std::string_view name_of(Effect effect) {
  return kEffects.at(static_cast<std::size_t>(effect));
}

std::optional<Effect> effect_named(std::string_view name) {
  return named<Effect>(kEffects, name);
}

double score_of(const Answer& answer) {
  grading::WeightedMean mean;
  for (const AnsweredPoint& point : answer.points) {
    mean.add(point.credit, point.weight);
  }
  return mean.value();
}

std::string_view kind_of(const Body& body) {
  return kKinds.at(body.index());
}

std::optional<ItemId> item_of(const Body& body) {
  return std::visit(
      [](const auto& it) -> std::optional<ItemId> {
        if constexpr (requires { it.item; }) {
          return it.item;
        } else {
          return std::nullopt;
        }
      },
      body);
}

}  // namespace pith::history
