#include "history/last_asked.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace pith::history {

namespace {

/// The names under which an answer has a point: several if they were merged since.
std::vector<std::string> names_of(const History& history, const LoggedAnswer& logged,
                                  const std::string& point) {
  const auto& [deck, item] = logged.answer.item;
  std::vector<std::string> names;
  for (const auto& asked : logged.answer.points) {
    if (history.present_name({deck, item, asked.id}, logged.stamp).point == point) {
      names.push_back(asked.id);
    }
  }
  return names;
}

std::string wording_in(const Content& content, const std::vector<std::string>& names) {
  std::vector<std::string> wordings;
  for (const auto& point : content.points) {
    if (std::ranges::find(names, point.id) != names.end()) {
      wordings.push_back(point.wording);
    }
  }
  return fmt::format("{}", fmt::join(wordings, "; "));
}

}  // namespace

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
    const auto names = names_of(history, logged, point);
    if (names.empty()) {
      continue;
    }
    const auto content = history.content(logged.answer.content_hash).value_or(Content{});
    if (auto wording = wording_in(content, names); !wording.empty()) {
      return wording;
    }
  }
  return {};
}

}  // namespace pith::history
