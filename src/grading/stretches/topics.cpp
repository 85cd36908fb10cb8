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
  const auto said = text.in(run.grains);
  return std::any_of(targets.list.begin(), targets.list.end(), [&](const Target& target) {
    return target.point == run.point &&
           std::any_of(target.wordings.begin(), target.wordings.end(), [&](const Wording& wording) {
             return wording.role == Wording::Role::name && same_words(said, wording.grains.list);
           });
  });
}

/// Load test rollback plan: nothing, or one word, stands between the two.
bool are_listed(const Run& first, const Run& second, const Targets& targets, const Grains& text) {
  return first.point != second.point && second.grains.begin <= first.grains.end + 1 &&
         is_name(first, targets, text) && is_name(second, targets, text);
}

/// Whether all words of the run stand in a name of its point.
bool is_of_name(const Run& run, const Targets& targets) {
  return std::any_of(targets.list.begin(), targets.list.end(), [&](const Target& target) {
    return target.point == run.point &&
           std::any_of(target.wordings.begin(), target.wordings.end(), [&](const Wording& wording) {
             return wording.role == Wording::Role::name &&
                    std::ranges::all_of(run.tokens,
                                        [&](TokenId token) { return wording.has(token); });
           });
  });
}

/// Whether a clause is a list of names said in part and of nothing else, each of another point and
/// parted by blanks: lexing parsing semantic ir.
bool are_names_in_part(std::span<const Run> runs, const Range& clause, const Targets& targets,
                       const Grains& text) {
  constexpr std::size_t kLeast = 3;
  if (runs.size() < kLeast) {
    return false;
  }
  std::vector<bool> named(targets.points);
  auto end = clause.begin;
  for (const auto& run : runs) {
    const bool again = named[run.point];
    const bool parted =
        run.grains.begin == end && (end == clause.begin || text.list[end].before == Break::space);
    if (again || !parted || !is_of_name(run, targets)) {
      return false;
    }
    named[run.point] = true;
    end = run.grains.end;
  }
  return end == clause.end;
}

/// Adds what parts clauses that are lists of names said in part.
void add_names_in_part(std::span<const Run> runs, const Targets& targets, const Grains& text,
                       std::vector<TopicChange>& changes) {
  for (std::size_t first = 0; first < runs.size();) {
    const auto begin = runs[first].grains.begin;
    const auto clause = up_to_breaks(text, {begin, begin + 1}, Break::part);
    auto last = first;
    while (last < runs.size() && runs[last].grains.begin < clause.end) {
      ++last;
    }
    if (are_names_in_part(runs.subspan(first, last - first), clause, targets, text)) {
      for (auto i = first + 1; i < last; ++i) {
        changes.push_back({runs[i].grains.begin, true});
      }
    }
    first = last;
  }
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
  add_names_in_part(runs, targets, text, changes);
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
