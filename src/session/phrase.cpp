#include "session/phrase.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "grading/words/giving_up.h"
#include "history/item_id.h"
#include "session/free_stretches.h"
#include "text/display.h"
#include "text/normalise.h"

namespace pith::session {
namespace {

using grading::Span;

constexpr std::size_t kLongestWording = 300;  // bytes
constexpr std::size_t kLongestRun = 150;      // bytes: some clauses, all of which may be meant

std::size_t size_of(const Span& span) {
  return span.end - span.begin;
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
    if (touch(clause, span) && end - begin <= most) {
      kept = Span{begin, end};
    } else if (kept) {
      break;
    }
  }
  return kept;
}

/// The first of the stretches that touches the span; null if there is none.
const Span* touching(const std::vector<Span>& stretches, const Span& span) {
  const auto found =
      std::ranges::find_if(stretches, [&](const Span& each) { return touch(each, span); });
  return found == stretches.end() ? nullptr : &*found;
}

/// What a point without evidence is told by for certain.
std::optional<Span> meant_span(const std::vector<Span>& stretches,
                               const std::optional<Span>& nearest, std::string_view answer) {
  const auto* near = nearest ? touching(stretches, *nearest) : nullptr;
  const bool only = stretches.size() == 1 && (near != nullptr || !nearest);
  if (only && size_of(stretches[0]) <= kLongestRun) {
    return stretches[0];
  }
  if (near != nullptr) {
    return Span{std::max(near->begin, nearest->begin), std::min(near->end, nearest->end)};
  }
  const auto clauses = clauses_of(answer);
  if (clauses.size() == 1 && stretches.empty()) {
    return clauses[0];
  }
  // Other points have it all: the learner can only mean the whole, unless one stretch is nearest.
  const bool means_all =
      !clauses.empty() && stretches.empty() &&
      clauses.back().end - clauses.front().begin <= (nearest ? kLongestRun : kLongestWording);
  return means_all ? std::optional(Span{clauses.front().begin, clauses.back().end}) : std::nullopt;
}

std::optional<Span> span_for(const Result& result, std::size_t outcome) {
  const auto& graded = result.points.at(outcome).graded;
  if (graded.evidence) {
    return shortened(*graded.evidence, result.answer, kLongestWording);
  }
  if (result.item->kind == deck::Kind::cloze && graded.nearest) {
    return graded.nearest;  // what was meant for the gap
  }
  const auto stretches = free_stretches(result);
  auto span = meant_span(stretches, graded.nearest, result.answer);
  if (!span) {
    span = graded.nearest;
  }
  if (!span && !stretches.empty()) {
    span = *std::ranges::max_element(stretches, {}, size_of);
    return shortened(*span, result.answer, kLongestRun);
  }
  return span ? shortened(*span, result.answer, kLongestWording) : std::nullopt;
}

/// Whether it is a letter by itself, which stands for nothing where words are asked for.
bool is_letter(const deck::Item& item, std::string_view phrase) {
  return item.kind == deck::Kind::points && text::identity_of(phrase).size() <= 1;
}

/// What an answer that states the point teaches; one that says that nothing is known, nothing.
std::optional<std::string> wording_of_hit(const Result& result, std::size_t outcome) {
  auto phrase = grading::only_gives_up(result.answer) ? std::nullopt : phrase_for(result, outcome);
  return phrase && !is_letter(*result.item, *phrase) ? std::move(phrase) : std::nullopt;
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
  if (!point.overruled() || point.verdict == grading::Verdict::partial ||
      !teaches_wordings(*result.item)) {
    return std::nullopt;
  }
  if (point.verdict == grading::Verdict::hit) {
    return wording_of_hit(result, outcome);
  }
  // Who says that a point was turned round may mean any of the words that pith did not connect.
  const bool knows_where =
      point.graded.evidence || point.graded.nearest || clauses_of(result.answer).size() == 1;
  return knows_where ? phrase_for(result, outcome) : std::nullopt;
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
