#include "grading/stance/asked_cases.h"

#include <algorithm>

namespace pith::grading {
namespace {

/// Whether a word opens what tells the case.
bool opens_case(const Passage& passage, std::size_t at) {
  static const auto words =
      grains_of("for with in on at while during as because unless without where than").list;
  const Range here{at, at + 1};
  return passage.has_any({Cue::condition, Cue::bound, Cue::reason}, here) ||
         share_word(passage.text.in(here), words);
}

/// What a denial denies, up to the case that it tells.
Range denied_by(const Passage& passage, const Scope& scope) {
  Range denied{scope.word.end, scope.word.end};
  while (denied.end < scope.direct.end && !opens_case(passage, denied.end)) {
    ++denied.end;
  }
  return denied;
}

bool tells_case(const Passage& passage, const Range& clause) {
  for (auto i = clause.begin; i < clause.end; ++i) {
    if (opens_case(passage, i)) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool denies_in_case(const Heard& heard, const Scope& scope, const Surroundings& around,
                    bool alone) {
  const bool judges = scope.cue == Cue::needless || is_judgement(scope.cue) ||
                      scope.cue == Cue::skip || scope.cue == Cue::prefer ||
                      scope.cue == Cue::instead;
  if (!alone) {
    return judges &&
           (tells_case(heard, around.so_far) ||
            std::ranges::any_of(heard.presence.within(around.clause), [&](const Occurrence& found) {
              return heard.targets.vocabulary.has_content(found.token);
            }));
  }
  if (judges || scope.cue != Cue::negate) {
    return judges;
  }
  for (const auto& found : heard.presence.within(denied_by(heard, scope))) {
    if (heard.targets.vocabulary.has_content(found.token)) {
      return heard.targets.in_question[found.token];
    }
  }
  return true;
}

bool is_bounded(const Passage& passage, const Range& clause) {
  static const auto only = stem_of("only");
  return passage.has_any({Cue::only, Cue::bound}, clause) ||
         has_han(passage.text, clause, U"才只") || has_stem(passage.text.in(clause), only);
}

bool is_narrowed(const Passage& passage, const Range& clause) {
  const auto narrows = [](const Mark& mark) {
    return bears_on_polarity(mark.cue) || mark.cue == Cue::consequence || mark.cue == Cue::seldom;
  };
  return is_bounded(passage, clause) ||
         std::ranges::any_of(marks_in(passage.marks, clause), narrows);
}

std::optional<Range> affirmed_in(const Grains& question, const Range& denied,
                                 const Passage& passage, const Range& clause) {
  const auto wanted = question.in(denied);
  const auto said = passage.text.in(clause);
  const auto found = find_run(said, wanted);
  if (wanted.empty() || found == said.end() || is_narrowed(passage, clause)) {
    return std::nullopt;
  }
  const auto begin = clause.begin + static_cast<std::size_t>(found - said.begin());
  return Range{begin, begin + denied.size()};
}

}  // namespace pith::grading
