#include "history/last_asked.h"

#include <algorithm>

#include "history/points.h"

namespace pith::history {

Content last_content(const History& history, const ItemId& item) {
  AnswerFilter latest;
  latest.item = item;
  latest.newest_first = true;
  latest.limit = 1;
  const auto answers = history.answers(latest);
  const auto content =
      answers.empty() ? std::nullopt : history.content(answers[0].answer.content_hash);
  return content.value_or(Content{});
}

std::string last_wording(const History& history, const ItemId& item, const std::string& point) {
  AnswerFilter latest;
  latest.item = item;
  latest.newest_first = true;
  for (const auto& logged : history.answers(latest)) {
    if (find_point(logged.answer, point) == nullptr) {
      continue;
    }
    const auto content = history.content(logged.answer.content_hash).value_or(Content{});
    const auto found = std::ranges::find(content.points, point, &Content::Point::id);
    if (found != content.points.end()) {
      return found->wording;
    }
  }
  return {};
}

}  // namespace pith::history
