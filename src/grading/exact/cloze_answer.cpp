#include "grading/exact/cloze_answer.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/trim.h"
#include "grading/exact/cloze_gaps.h"
#include "grading/exact/short_answer.h"
#include "grading/reason.h"

namespace pith::grading {
namespace {

using base::trimmed;

constexpr std::size_t kLongestFrame = 2000;  ///< Bytes around a gap's text that are looked at.

PointResult best_filler(const Gap& gap, const std::vector<std::string>& accepted,
                        std::string_view answer, std::string_view question) {
  PointResult best;
  best.reason = trimmed(answer).empty() ? Reason{reason::kEmpty, {}}
                                        : Reason{reason::kUnequal, {accepted.front()}};
  std::size_t longest = kLongestFrame;
  for (const auto& wording : accepted) {
    longest = std::max(longest, kLongestFrame + 2 * wording.size());
  }
  for (const auto piece : gap.fillers) {
    if (piece.size() > longest) {
      continue;
    }
    auto result = compare(piece, accepted, question);
    set_evidence(result, answer, piece);
    if (result.credit > best.credit || (result.credit == best.credit && result.credit > 0 &&
                                        result.confidence > best.confidence)) {
      best = std::move(result);
    }
  }
  if (best.credit == 0 && !gap.fillers.empty() && !gap.fillers.front().empty()) {
    const auto begin = static_cast<std::size_t>(gap.fillers.front().data() - answer.data());
    best.nearest = Span{begin, begin + gap.fillers.front().size()};
  }
  return best;
}

/// Two gaps of one point: right if both are.
PointResult both(PointResult a, PointResult b) {
  const bool first_decides =
      a.credit < b.credit || (a.credit == b.credit && a.confidence < b.confidence);
  if (a.evidence && b.evidence && a.credit == b.credit) {
    const Span all{std::min(a.evidence->begin, b.evidence->begin),
                   std::max(a.evidence->end, b.evidence->end)};
    a.evidence = b.evidence = all;
  }
  return first_decides ? std::move(a) : std::move(b);
}

/// All gaps of the point, each by its own text; or the whole of it in one.
PointResult grade_point(const std::vector<Gap>& gaps, std::size_t point,
                        const std::vector<std::string>& accepted, std::string_view answer,
                        std::string_view question) {
  std::optional<PointResult> each;
  std::optional<PointResult> whole;
  for (const auto& gap : gaps) {
    if (gap.point != point) {
      continue;
    }
    auto own = best_filler(gap, {std::string(gap.text)}, answer, question);
    const bool same = accepted.size() == 1 && accepted.front() == gap.text;
    auto joined = same ? own : best_filler(gap, accepted, answer, question);
    each = each ? both(*std::move(each), std::move(own)) : std::move(own);
    if (!whole || joined.credit > whole->credit) {
      whole = std::move(joined);
    }
  }
  return each->credit > whole->credit ? *std::move(each) : *std::move(whole);
}

}  // namespace

std::vector<PointResult> grade_cloze(const deck::Item& item, std::string_view answer,
                                     bool use_accept) {
  const auto gaps = filled_gaps(item, answer);
  std::vector<PointResult> results;
  for (std::size_t p = 0; p < item.points.size(); ++p) {
    results.push_back(
        grade_point(gaps, p, accepted_of(item.points[p], use_accept), answer, item.question));
  }
  return results;
}

}  // namespace pith::grading
