#include "session/phrase.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "history/item_id.h"
#include "session/own_words.h"
#include "text/display.h"
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

std::size_t size_of(const Span& span) {
  return span.end - span.begin;
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

/// Neighbouring clauses of the answer that no point claims, joined; none if they are but the
/// fillers of an answer that says more.
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
  const bool tell =
      own_words(result.answer).empty() || std::ranges::any_of(runs, [&](const Span& run) {
        return !own_words(std::string_view(result.answer).substr(run.begin, size_of(run))).empty();
      });
  return tell ? runs : std::vector<Span>();
}

/// As many clauses of the stretch as `most` bytes hold.
std::optional<Span> shortened(const Span& span, std::string_view answer, std::size_t most) {
  if (span.end - span.begin <= most) {
    return span;
  }
  std::optional<Span> kept;
  for (const auto& clause : clauses_of(answer)) {
    const auto begin = kept ? kept->begin : std::max(clause.begin, span.begin);
    const auto end = std::min(clause.end, span.end);
    if (overlap(clause, span) && end - begin <= most) {
      kept = Span{begin, end};
    } else if (kept) {
      break;
    }
  }
  return kept;
}

/// What a point without evidence is told by for certain.
std::optional<Span> meant_span(const std::vector<Span>& runs, const std::optional<Span>& nearest,
                               std::string_view answer) {
  if (runs.size() == 1 && size_of(runs[0]) <= kLongestRun) {
    return runs[0];
  }
  for (const auto& run : runs) {
    if (nearest && overlap(run, *nearest)) {
      return Span{std::max(run.begin, nearest->begin), std::min(run.end, nearest->end)};
    }
  }
  const auto clauses = clauses_of(answer);
  if (clauses.size() == 1) {
    return clauses[0];
  }
  // Other points have it all: the learner can only mean the whole, unless one stretch is nearest.
  const bool means_all =
      !clauses.empty() && runs.empty() &&
      clauses.back().end - clauses.front().begin <= (nearest ? kLongestRun : kLongestWording);
  return means_all ? std::optional(Span{clauses.front().begin, clauses.back().end}) : std::nullopt;
}

std::optional<Span> span_for(const Result& result, std::size_t outcome) {
  const auto& graded = result.points.at(outcome).graded;
  if (graded.evidence) {
    return shortened(*graded.evidence, result.answer, kLongestWording);
  }
  const auto runs = unclaimed_runs(result);
  auto span = meant_span(runs, graded.nearest, result.answer);
  if (!span) {
    span = graded.nearest;
  }
  if (!span && !runs.empty()) {
    span = *std::ranges::max_element(runs, {}, size_of);
    return shortened(*span, result.answer, kLongestRun);
  }
  return span ? shortened(*span, result.answer, kLongestWording) : std::nullopt;
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
  if (!span || span->end > result.answer.size()) {
    return std::nullopt;
  }
  auto phrase =
      text::single_line(std::string_view(result.answer).substr(span->begin, size_of(*span)));
  return phrase.empty() ? std::nullopt : std::optional(std::move(phrase));
}

bool teaches_wordings(const deck::Item& item) {
  return item.kind == deck::Kind::points || item.kind == deck::Kind::short_answer ||
         item.kind == deck::Kind::cloze;
}

std::optional<std::string> wording_taught(const Result& result, std::size_t outcome) {
  const auto& point = result.points.at(outcome);
  const bool teaches = point.overruled() && point.verdict != grading::Verdict::partial &&
                       teaches_wordings(*result.item);
  const bool knows_where =
      point.graded.evidence || point.graded.nearest || clauses_of(result.answer).size() == 1;
  // Who says that a point was turned round may mean any of the words that pith did not connect.
  return teaches && (knows_where || point.verdict == grading::Verdict::hit)
             ? phrase_for(result, outcome)
             : std::nullopt;
}

std::vector<history::Wording> wordings_taught(const Result& result) {
  std::vector<history::Wording> wordings;
  for (const auto& outcome : result.points) {
    if (outcome.taught) {
      wordings.push_back({history::id_of(*result.item), result.item->points.at(outcome.point).id,
                          *outcome.taught, effect_of(outcome.verdict), std::nullopt});
    }
  }
  return wordings;
}

}  // namespace pith::session
