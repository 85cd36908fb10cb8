#include "history/present_names.h"

#include "history/item_log.h"

namespace pith::history {

LoggedAnswer with_present_points(const History& history, LoggedAnswer logged) {
  const auto& [deck, item] = logged.answer.item;
  for (AnsweredPoint& point : logged.answer.points) {
    point.id = history.present_name({deck, item, point.id}, logged.stamp).point;
  }
  merge_points(logged.answer.points);
  return logged;
}

}  // namespace pith::history
