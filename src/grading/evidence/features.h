// What the grader looks at for every stretch of an answer and every target; formula.h and networks
// turn it into evidence. docs/grading-fitting.md says how the constants came about.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "base/in_order.h"
#include "grading/encoder.h"
#include "grading/stance/polarity.h"
#include "grading/stretches/presence.h"
#include "grading/stretches/segments.h"
#include "grading/stretches/targets.h"
#include "grading/stretches/views.h"

namespace pith::grading {

/// TokenShares; where tokens are not known, what the whole stretch has in context.
enum TokenFeature : std::size_t {
  kTokensName,
  kTokensDetail,
  kTokensAll,
  kTokensMargin,  ///< That minus the best sibling's.
  kTokensBack,
  kTokenFeatures
};

/// Indices into Features.
enum Feature : std::size_t {
  kDetailRecall,     ///< Of the detail, or of the name where there is none.
  kNameRecall,       ///< Of the name or an accepted wording.
  kBestRecall,       ///< Of any wording.
  kMargin,           ///< Best recall minus that of the best sibling.
  kNovelty,          ///< Weight of the stretch's words that the question does not have, at most 2.
  kPrecision,        ///< Share of that weight which the target's words explain.
  kNameAligned,      ///< Coverage of the name or an accepted wording in an alignment.
  kNamePart,         ///< The name's recall where the stretch is a part of a list or a short clause.
  kDenied,           ///< Share of the stretch that something is said against.
  kDeniedRecall,     ///< Of the target, where the strongest such denial names its topic.
  kSkipped,          ///< Share of the stretch that is left out or taken back.
  kAsked,            ///< 1 if the sentence is a question.
  kDismissed,        ///< Share of the stretch that is called needless, useless or done away with.
  kAffirmedRecall,   ///< Best recall where nothing is said against anything.
  kClauseDenied,     ///< Share of the stretch in clauses that its denials are in.
  kSkippedNear,      ///< 1 if something is skipped in the sentence or in one beside it.
  kNameMeaning,      ///< Cosine with the name, less what unrelated texts get. With an encoder only:
  kDetailMeaning,    ///< The same with the detail.
  kBestMeaning,      ///< The same with the nearest of name, detail and both.
  kMeaningMargin,    ///< Nearest cosine minus that of the nearest sibling.
  kQuestionMeaning,  ///< Cosine with the question.
  kStance,           ///< Nearer to frames that affirm the point than to those that deny it.
  kRelatedName,      ///< How near its words come to each word of the name or an accepted wording.
  kRelatedDetail,    ///< The same of the detail, or of the name where there is none.
  kRelatedBest,      ///< The same of any wording.
  kRelatedMargin,    ///< That minus the best sibling's.
  kRelatedShare,     ///< How near the point's words come to each word of the stretch.
  kRelatedMean,      ///< Cosine of the words' mean with that of name and detail.
  kRelatedMeanMargin,  ///< That minus the best sibling's.
  kRelatedQuestion,    ///< Cosine of the words' mean with that of the question.
  // Read as a part of the answer, or by itself where that cannot be; with an encoder only:
  kNameInContext,      ///< Cosine with the name.
  kDetailInContext,    ///< The same with the detail.
  kBestInContext,      ///< The same with the nearest of name, detail and both.
  kMarginInContext,    ///< That minus the nearest sibling's.
  kQuestionInContext,  ///< Cosine with the question.
  // How much nearer to a `reject` wording than to any of the point's own; 0 without such a wording:
  kOpposedMeaning,    ///< By cosine; with an encoder only.
  kOpposedInContext,  ///< The same, read as a part of the answer, or by itself.
  // Token by token in context: TokenFeature at every depth. With an encoder only.
  kTokens,
  kFeatureCount = kTokens + kTokenFeatures * kTokenDepths
};
using Features = std::array<double, kFeatureCount>;

[[nodiscard]] constexpr Feature at_depth(std::size_t depth, TokenFeature feature) {
  return static_cast<Feature>(kTokens + kTokenFeatures * depth + feature);
}

/// By Feature; of tokens with the layer behind which they are compared.
inline constexpr auto kFeatureNames = std::to_array<std::pair<Feature, std::string_view>>({
    {kDetailRecall, "LX"},
    {kNameRecall, "LN"},
    {kBestRecall, "LB"},
    {kMargin, "mL"},
    {kNovelty, "nov"},
    {kPrecision, "WP"},
    {kNameAligned, "SB"},
    {kNamePart, "NP"},
    {kDenied, "den"},
    {kDeniedRecall, "dnR"},
    {kSkipped, "skp"},
    {kAsked, "ask"},
    {kDismissed, "dis"},
    {kAffirmedRecall, "aff"},
    {kClauseDenied, "cld"},
    {kSkippedNear, "skn"},
    {kNameMeaning, "dN"},
    {kDetailMeaning, "dX"},
    {kBestMeaning, "dB"},
    {kMeaningMargin, "mS"},
    {kQuestionMeaning, "sq"},
    {kStance, "st"},
    {kRelatedName, "rN"},
    {kRelatedDetail, "rX"},
    {kRelatedBest, "rB"},
    {kRelatedMargin, "mR"},
    {kRelatedShare, "rP"},
    {kRelatedMean, "rM"},
    {kRelatedMeanMargin, "mM"},
    {kRelatedQuestion, "rq"},
    {kNameInContext, "cN"},
    {kDetailInContext, "cX"},
    {kBestInContext, "cB"},
    {kMarginInContext, "mC"},
    {kQuestionInContext, "cq"},
    {kOpposedMeaning, "oM"},
    {kOpposedInContext, "oC"},
    {at_depth(0, kTokensName), "tN4"},
    {at_depth(0, kTokensDetail), "tX4"},
    {at_depth(0, kTokensAll), "tA4"},
    {at_depth(0, kTokensMargin), "mT4"},
    {at_depth(0, kTokensBack), "tB4"},
    {at_depth(1, kTokensName), "tN8"},
    {at_depth(1, kTokensDetail), "tX8"},
    {at_depth(1, kTokensAll), "tA8"},
    {at_depth(1, kTokensMargin), "mT8"},
    {at_depth(1, kTokensBack), "tB8"},
    {at_depth(2, kTokensName), "tN10"},
    {at_depth(2, kTokensDetail), "tX10"},
    {at_depth(2, kTokensAll), "tA10"},
    {at_depth(2, kTokensMargin), "mT10"},
    {at_depth(2, kTokensBack), "tB10"},
    {at_depth(3, kTokensName), "tN12"},
    {at_depth(3, kTokensDetail), "tX12"},
    {at_depth(3, kTokensAll), "tA12"},
    {at_depth(3, kTokensMargin), "mT12"},
    {at_depth(3, kTokensBack), "tB12"},
});
static_assert(kFeatureNames.size() == kFeatureCount && base::in_order(kFeatureNames));

/// A pair of a window and a target.
struct Pair {
  Features features{};
  const Wording* wording = nullptr;  ///< The one with the best recall.
  double surface = 0.0;              ///< Aligned coverage of the best short wording.
  bool names_kind = false;           ///< It has a word of the target's kind.
  bool substituted = false;          ///< Something else stands where a part of it should.
  bool turned = false;               ///< Its opposite or a denial does.
  bool accepted = false;  ///< Has the detail or an accepted wording as good as word for word.
  bool is_void = false;   ///< The window does not count for the target.
  bool tells = true;      ///< It is more than words that only hold others together.
};

/// A view of an answer as one stretch.
struct Whole {
  View view;
  /// By target: recalls, relatedness and meaning, void or not. What depends on the length or manner
  /// stays 0.
  std::vector<Pair> row;
  double related = 0.0;  ///< How near its words are to those of any target, on average, [0, 1].
  double alike = 0.0;    ///< The same of its tokens, [-1, 1]; with an encoder only.
};

/// All pairs, by window and target.
struct PairTable {
  std::vector<Pair> pairs;
  std::vector<Whole> wholes;           ///< One for each view.
  std::vector<std::size_t> whole_for;  ///< By target.
  std::size_t targets = 0;
  std::vector<double> overall;  ///< By target: recall over everything in view that is not void.

  [[nodiscard]] const Pair& at(std::size_t window, std::size_t target) const {
    return pairs[window * targets + target];
  }
  [[nodiscard]] const Whole& whole(std::size_t target) const { return wholes[whole_for[target]]; }
};

/// Sets what one window's features `of` are more than those of the best sibling point, 0 where
/// there is none. `row` is the window's first pair.
void set_margins(const Targets& targets, Pair* row, Feature of, Feature margin);

[[nodiscard]] PairTable pairs_of(const Heard& heard, const Polarity& polarity);

}  // namespace pith::grading
