#include "session/free_stretches.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "grading/reason.h"
#include "session/own_words.h"
#include "text/normalise.h"

namespace pith::session {
namespace {

using grading::Span;

constexpr std::array<std::string_view, 16> kBounds = {
    "\n", ".", ",", ";", "!", "?", ":", "。", "，", "；", "！", "？", "：", "、", "…", "\t"};

std::string_view text_of(const Span& span, std::string_view answer) {
  return answer.substr(span.begin, span.end - span.begin);
}

std::size_t own_words_in(const Span& span, std::string_view answer) {
  return own_words(text_of(span, answer)).size();
}

/// Whether it has about a half, which is more than a chance word.
bool is_half_had(const PointOutcome& outcome) {
  constexpr double kHalf = 0.4;
  return outcome.verdict == grading::Verdict::partial && outcome.credit >= kHalf;
}

/// Whether it rests neither on a chance word nor on a meaning that was guessed.
bool is_certain(const grading::PointResult& graded) {
  constexpr double kCertain = 0.9;
  return graded.confidence >= kCertain && graded.reason.code != grading::reason::kMeaning;
}

/// What points have, or have for certain, in the answer's order. What the learner says is missed
/// has no claim.
std::vector<Span> claims_in(const Result& result, bool certain) {
  std::vector<Span> claims;
  for (const auto& outcome : result.points) {
    const bool has = outcome.verdict == grading::Verdict::hit || is_half_had(outcome);
    if (has && outcome.graded.evidence && (!certain || is_certain(outcome.graded))) {
      claims.push_back(*outcome.graded.evidence);
    }
  }
  std::ranges::sort(claims, {}, &Span::begin);
  return claims;
}

/// Neighbouring clauses that no claim touches, joined from the first that tells to the last.
std::vector<Span> free_clauses(std::string_view answer, const std::vector<Span>& claims) {
  std::vector<Span> runs;
  bool joins = false;
  for (const auto& clause : clauses_of(answer)) {
    const bool claimed =
        std::ranges::any_of(claims, [&](const Span& claim) { return touch(claim, clause); });
    joins = joins && !claimed;
    if (claimed || own_words_in(clause, answer) == 0) {
      continue;
    }
    if (joins) {
      runs.back().end = clause.end;
    } else {
      runs.push_back(clause);
    }
    joins = true;
  }
  return runs;
}

/// What the claims leave of clauses, if it is more than a word.
std::vector<Span> rests_of_clauses(std::string_view answer, const std::vector<Span>& claims) {
  constexpr std::size_t kEnough = 2;
  std::vector<Span> rests;
  const auto add = [&](const Span& rest) {
    if (rest.begin < rest.end && own_words_in(rest, answer) >= kEnough) {
      rests.push_back(rest);
    }
  };
  for (auto clause : clauses_of(answer)) {
    for (const auto& claim : claims) {
      if (touch(claim, clause)) {
        add({clause.begin, claim.begin});
        clause.begin = claim.end;
      }
    }
    add(clause);
  }
  return rests;
}

}  // namespace

bool touch(const Span& a, const Span& b) {
  return a.begin < b.end && b.begin < a.end;
}

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

std::vector<Span> free_stretches(const Result& result) {
  const std::string_view answer = result.answer;
  if (own_words(answer).empty()) {
    return clauses_of(answer);
  }
  if (auto stretches = free_clauses(answer, claims_in(result, false)); !stretches.empty()) {
    return stretches;
  }
  const auto claims = claims_in(result, true);
  auto stretches = free_clauses(answer, claims);
  return stretches.empty() ? rests_of_clauses(answer, claims) : stretches;
}

}  // namespace pith::session
