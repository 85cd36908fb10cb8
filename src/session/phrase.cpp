#include "session/phrase.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "text/normalise.h"

namespace pith::session {
namespace {

using grading::Span;

constexpr std::size_t kLongestWording = 300;  // bytes
constexpr std::size_t kLongestRun = 150;      // bytes: some clauses, all of which may be meant

constexpr std::array<std::string_view, 16> kBounds = {
    "\n", ".", ",", ";", "!", "?", ":", "。", "，", "；", "！", "？", "：", "、", "…", "\t"};

/// The answer's clauses, without the marks that end them.
std::vector<Span> clauses_of(std::string_view answer) {
  std::vector<Span> clauses;
  std::size_t begin = 0;
  std::size_t at = 0;
  const auto close = [&](std::size_t end) {
    if (!text::identity_of(answer.substr(begin, end - begin)).empty()) {
      clauses.push_back({begin, end});
    }
  };
  while (at < answer.size()) {
    const auto* mark = std::find_if(kBounds.begin(), kBounds.end(), [&](std::string_view bound) {
      return answer.substr(at).starts_with(bound);
    });
    if (mark == kBounds.end()) {
      ++at;
      continue;
    }
    close(at);
    at += mark->size();
    begin = at;
  }
  close(answer.size());
  return clauses;
}

bool overlap(const Span& a, const Span& b) {
  return a.begin < b.end && b.begin < a.end;
}

/// The clause is evidence of a point that was hit. Half a point may have got it by a chance word,
/// and what the learner says is missed has no claim.
bool claimed(const Span& clause, const Result& result) {
  return std::any_of(result.points.begin(), result.points.end(), [&](const PointOutcome& other) {
    return other.verdict == grading::Verdict::hit && other.graded.evidence &&
           overlap(*other.graded.evidence, clause);
  });
}

/// Neighbouring clauses of the answer that no point claims, joined.
std::vector<Span> unclaimed_runs(const Result& result) {
  std::vector<Span> runs;
  bool joins = false;
  for (const auto& clause : clauses_of(result.answer)) {
    const bool free = !claimed(clause, result);
    if (free && joins) {
      runs.back().end = clause.end;
    } else if (free) {
      runs.push_back(clause);
    }
    joins = free;
  }
  return runs;
}

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  return first == std::string_view::npos
             ? std::string()
             : std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

std::optional<Span> span_for(const Result& result, std::size_t outcome) {
  const auto& graded = result.points.at(outcome).graded;
  if (graded.evidence) {
    return graded.evidence;
  }
  const auto runs = unclaimed_runs(result);
  if (runs.size() == 1 && runs[0].end - runs[0].begin <= kLongestRun) {
    return runs[0];
  }
  for (const auto& run : runs) {
    if (graded.nearest && overlap(run, *graded.nearest)) {
      return Span{std::max(run.begin, graded.nearest->begin),
                  std::min(run.end, graded.nearest->end)};
    }
  }
  const auto clauses = clauses_of(result.answer);
  if (clauses.size() == 1) {
    return clauses[0];
  }
  // Other points have it all: if it is short, the learner can only mean the whole.
  const bool means_all =
      !clauses.empty() && runs.empty() && clauses.back().end - clauses.front().begin <= kLongestRun;
  return means_all ? std::optional(Span{clauses.front().begin, clauses.back().end}) : std::nullopt;
}

/// What a wording does from now on that the learner gave this verdict, which is not `partial`.
history::Effect effect_of(grading::Verdict verdict) {
  return verdict == grading::Verdict::hit            ? history::Effect::accept
         : verdict == grading::Verdict::contradicted ? history::Effect::reject
                                                     : history::Effect::ignore;
}

}  // namespace

std::optional<std::string> phrase_for(const Result& result, std::size_t outcome) {
  const auto span = span_for(result, outcome);
  if (!span || span->end > result.answer.size() || span->end - span->begin > kLongestWording) {
    return std::nullopt;
  }
  auto phrase =
      trimmed(std::string_view(result.answer).substr(span->begin, span->end - span->begin));
  return phrase.empty() ? std::nullopt : std::optional(std::move(phrase));
}

std::vector<history::Wording> wordings_taught(const Result& result) {
  std::vector<history::Wording> wordings;
  for (std::size_t i = 0; i < result.points.size(); ++i) {
    const auto& outcome = result.points[i];
    if (!outcome.overruled() || outcome.verdict == grading::Verdict::partial) {
      continue;
    }
    if (auto phrase = phrase_for(result, i)) {
      wordings.push_back({{result.item->deck, result.item->id},
                          result.item->points.at(outcome.point).id,
                          std::move(*phrase),
                          effect_of(outcome.verdict),
                          std::nullopt});
    }
  }
  return wordings;
}

}  // namespace pith::session
