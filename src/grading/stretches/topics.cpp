#include "grading/stretches/topics.h"

#include <algorithm>
#include <optional>

namespace pith::grading {
namespace {

constexpr float kMeant = 0.4F;  ///< Share of a wording from which on its point is spoken of.

/// Neighbouring words of one point.
struct Run {
  std::size_t point = 0;
  Range grains;
  std::vector<TokenId> tokens;
};

/// The point that alone has the token in its wordings.
std::optional<std::size_t> owner_of(const Targets& targets, TokenId token,
                                    std::span<const std::size_t> point_of_wording) {
  const auto& postings = targets.postings[token];
  if (postings.empty() || targets.in_question[token]) {
    return std::nullopt;
  }
  const auto point = point_of_wording[postings.front().wording];
  const bool alone = std::all_of(postings.begin(), postings.end(), [&](const Posting& posting) {
    return point_of_wording[posting.wording] == point;
  });
  return alone ? std::optional(point) : std::nullopt;
}

std::vector<Run> runs_of(const Targets& targets, std::span<const Occurrence> occurrences) {
  std::vector<std::size_t> point_of_wording(targets.wordings, 0);
  for (const auto& target : targets.list) {
    for (const auto& wording : target.wordings) {
      point_of_wording[wording.number] = target.point;
    }
  }
  std::vector<Run> runs;
  for (const auto& occurrence : occurrences) {
    const auto owner = owner_of(targets, occurrence.token, point_of_wording);
    if (!owner || occurrence.strength < 1.0F) {
      continue;
    }
    if (runs.empty() || runs.back().point != *owner) {
      runs.push_back({*owner, occurrence.range, {}});
    }
    runs.back().grains.end = std::max(runs.back().grains.end, occurrence.range.end);
    runs.back().tokens.push_back(occurrence.token);
  }
  return runs;
}

/// Whether the words of the run are enough of any wording of its point, if that is a statement: a
/// short term (pressure) may be half of another (air pressure).
bool is_meant(Run run, const Targets& targets) {
  std::sort(run.tokens.begin(), run.tokens.end());
  run.tokens.erase(std::unique(run.tokens.begin(), run.tokens.end()), run.tokens.end());
  return std::any_of(targets.list.begin(), targets.list.end(), [&](const Target& target) {
    return target.point == run.point && statement_share(target) > 0.5 &&
           std::any_of(target.wordings.begin(), target.wordings.end(), [&](const Wording& wording) {
             float found = 0.0F;
             for (const auto& [token, weight] : wording.tokens) {
               const bool has = std::binary_search(run.tokens.begin(), run.tokens.end(), token);
               found += has ? weight : 0.0F;
             }
             return wording.total > 0.0F && found >= kMeant * wording.total;
           });
  });
}

/// Whether the run is a name of its point, word for word.
bool is_name(const Run& run, const Targets& targets, const Grains& text) {
  const auto said = std::span(text.list).subspan(run.grains.begin, run.grains.size());
  return std::any_of(targets.list.begin(), targets.list.end(), [&](const Target& target) {
    return target.point == run.point &&
           std::any_of(target.wordings.begin(), target.wordings.end(), [&](const Wording& wording) {
             return wording.role == Wording::Role::name &&
                    std::ranges::equal(said, wording.grains.list, same_stem);
           });
  });
}

/// Load test rollback plan: nothing, or one word, stands between the two.
bool are_listed(const Run& first, const Run& second, const Targets& targets, const Grains& text) {
  return first.point != second.point && second.grains.begin <= first.grains.end + 1 &&
         is_name(first, targets, text) && is_name(second, targets, text);
}

}  // namespace

std::vector<TopicChange> topic_changes(const Targets& targets, const Grains& text,
                                       std::span<const Occurrence> occurrences) {
  auto runs = runs_of(targets, occurrences);
  std::vector<TopicChange> changes;
  for (std::size_t i = 1; i < runs.size(); ++i) {
    if (are_listed(runs[i - 1], runs[i], targets, text)) {
      changes.push_back({runs[i - 1].grains.end, true});
    }
  }
  std::erase_if(runs, [&](const Run& run) { return !is_meant(run, targets); });
  for (std::size_t i = 1; i < runs.size(); ++i) {
    if (runs[i].point != runs[i - 1].point) {
      changes.push_back({std::min(runs[i - 1].grains.end, runs[i].grains.begin), false});
    }
  }
  std::ranges::sort(changes, {}, &TopicChange::grain);
  return changes;
}

}  // namespace pith::grading
