#include "session/follow_up.h"

#include <algorithm>

#include "text/messages.h"

namespace pith::session {
namespace {

std::vector<std::size_t> missed_points(const Result& result) {
  std::vector<std::size_t> missed;
  for (const auto& outcome : result.points) {
    if (outcome.verdict == grading::Verdict::missed) {
      missed.push_back(outcome.point);
    }
  }
  return missed;
}

text::Messages messages_for(const deck::Item& item) {
  return text::Messages(text::language_of_locale(item.language));
}

std::string prompt_by_group(const deck::Item& item, const std::string& group) {
  const auto tr = messages_for(item);
  return tr.format("And what about “{}”?", group);
}

std::string prompt_by_hint(const deck::Item& item, const std::string& hint) {
  const auto tr = messages_for(item);
  return tr.format("Anything else? A hint: {}", hint);
}

}  // namespace

bool may_be_followed_up(const deck::Item& item) {
  const auto is_grouped = [](const deck::Point& point) { return !point.group.empty(); };
  return item.kind == deck::Kind::points &&
         (!item.hints.empty() || std::ranges::any_of(item.points, is_grouped));
}

std::optional<FollowUp> follow_up_to(const Result& result) {
  const auto& item = *result.item;
  auto missed = missed_points(result);
  if (item.kind != deck::Kind::points || missed.empty()) {
    return std::nullopt;
  }
  const auto& heaviest =
      item.points.at(*std::max_element(missed.begin(), missed.end(), [&](auto a, auto b) {
        return item.points.at(a).weight < item.points.at(b).weight;
      }));
  if (!heaviest.group.empty()) {
    std::erase_if(missed,
                  [&](auto point) { return item.points.at(point).group != heaviest.group; });
    return FollowUp{std::move(missed), prompt_by_group(item, heaviest.group)};
  }
  const auto seen = static_cast<std::size_t>(result.hints);
  if (seen < item.hints.size()) {
    return FollowUp{std::move(missed), prompt_by_hint(item, item.hints[seen])};
  }
  return std::nullopt;
}

}  // namespace pith::session
