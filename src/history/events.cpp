#include "history/events.h"

#include <array>
#include <cstddef>

namespace pith::history {

namespace {

constexpr std::array<std::string_view, 4> kModes = {"review", "drill", "exam", "run"};
constexpr std::array<std::string_view, std::variant_size_v<Body>> kKinds = {
    "answer",     "retraction", "alias", "wording",    "parameters",
    "suspension", "bury",       "reset", "reschedule", "redaction"};

}  // namespace

std::string full_id(const ItemId& id) {
  return id.deck + "/" + id.item;
}

std::string_view name_of(Mode mode) {
  return kModes.at(static_cast<std::size_t>(mode));
}

std::optional<Mode> mode_named(std::string_view name) {
  for (std::size_t i = 0; i < kModes.size(); ++i) {
    if (kModes[i] == name) {
      return static_cast<Mode>(i);
    }
  }
  return std::nullopt;
}

double score_of(const Answer& answer) {
  double earned = 0;
  double possible = 0;
  for (const AnsweredPoint& point : answer.points) {
    earned += point.weight * point.credit;
    possible += point.weight;
  }
  return possible > 0 ? earned / possible : 0;
}

std::string_view kind_of(const Body& body) {
  return kKinds.at(body.index());
}

}  // namespace pith::history
