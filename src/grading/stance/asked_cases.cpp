#include "grading/stance/asked_cases.h"

#include <algorithm>

namespace pith::grading {
namespace {

/// Whether a word opens what tells the case.
bool opens_case(const Grains& text, std::span<const Mark> marks, std::size_t at) {
  static const auto words =
      grains_of("for with in on at while during as because unless without where than").list;
  const Range here{at, at + 1};
  return has_cue(marks, Cue::condition, here) || has_cue(marks, Cue::bound, here) ||
         has_cue(marks, Cue::reason, here) || has_stem(words, text.list[at].stem);
}

/// What a denial denies, up to the case that it tells.
Range denied_by(const Grains& text, std::span<const Mark> marks, const Scope& scope) {
  Range denied{scope.word.end, scope.word.end};
  while (denied.end < scope.direct.end && !opens_case(text, marks, denied.end)) {
    ++denied.end;
  }
  return denied;
}

bool tells_case(const Grains& text, std::span<const Mark> marks, const Range& clause) {
  for (auto i = clause.begin; i < clause.end; ++i) {
    if (opens_case(text, marks, i)) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool denies_in_case(const Targets& targets, const Grains& text, std::span<const Mark> marks,
                    const Presence& presence, const Scope& scope, const Surroundings& around,
                    bool alone) {
  const bool judges = scope.cue == Cue::needless || scope.cue == Cue::judge ||
                      scope.cue == Cue::abolish || scope.cue == Cue::skip ||
                      scope.cue == Cue::prefer || scope.cue == Cue::instead;
  if (!alone) {
    return judges &&
           (tells_case(text, marks, around.so_far) ||
            std::ranges::any_of(presence.within(around.clause), [&](const Occurrence& found) {
              return targets.vocabulary.has_content(found.token);
            }));
  }
  if (judges || scope.cue != Cue::negate) {
    return judges;
  }
  for (const auto& found : presence.within(denied_by(text, marks, scope))) {
    if (targets.vocabulary.has_content(found.token)) {
      return targets.in_question[found.token];
    }
  }
  return true;
}

bool is_bounded(const Grains& text, std::span<const Mark> marks, const Range& clause) {
  static const auto only = stem_of("only");
  return has_cue(marks, Cue::only, clause) || has_cue(marks, Cue::bound, clause) ||
         has_han(text, clause, U"才只") || has_stem(text.in(clause), only);
}

bool is_narrowed(const Grains& text, std::span<const Mark> marks, const Range& clause) {
  const auto narrows = [](const Mark& mark) {
    return bears_on_polarity(mark.cue) || mark.cue == Cue::consequence || mark.cue == Cue::seldom;
  };
  return is_bounded(text, marks, clause) ||
         std::any_of(mark_from(marks, clause.begin), mark_from(marks, clause.end), narrows);
}

std::optional<Range> affirmed_in(const Grains& question, const Range& denied, const Grains& text,
                                 std::span<const Mark> marks, const Range& clause) {
  const auto wanted = question.in(denied);
  const auto said = text.in(clause);
  const auto found = find_run(said, wanted);
  if (wanted.empty() || found == said.end() || is_narrowed(text, marks, clause)) {
    return std::nullopt;
  }
  const auto begin = clause.begin + static_cast<std::size_t>(found - said.begin());
  return Range{begin, begin + denied.size()};
}

}  // namespace pith::grading
