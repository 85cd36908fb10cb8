#include "grading/decision/decision.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "grading/decision/network.h"
#include "grading/evidence/formula.h"
#include "grading/evidence/situations.h"

namespace pith::grading {
namespace {

constexpr double kLeastWords = 0.02;   ///< Recall below which a stretch has no word of a point, …
constexpr double kLeastRelated = 0.1;  ///< … and relatedness below which it has none like it.
constexpr double kSure = 0.65;         ///< Probability from which it counts by words all the same.
constexpr double kAccepted = 1.0;      ///< Least logit of a wording that the author accepts.
constexpr double kHalfStated = -0.04;  ///< Most logit of one stray word: no hit.
constexpr double kOneWord = 1.2;       ///< Novelty up to which a stretch has one word, …
constexpr double kLittle = 0.3;        ///< … recall below which that is little of a point, …
constexpr double kLikeTheName = 0.3;   ///< … and relatedness from which it is like the name.
constexpr double kNothingElse = 0.95;  ///< Precision of a stretch of a point's own words.
constexpr double kPieceOfName = 0.25;  ///< Recall of a name below which that is a piece of it.

double logistic(double x) {
  return 1.0 / (1.0 + std::exp(-x));
}

/// An answer of a single word out of a long detail, which the name neither has nor is like:
/// "methods". Among other keywords such a word tells more often than not.
bool is_stray_word(const Segments& segments, const Features& features) {
  return segments.parts.size() == 1 && features[kNovelty] <= kOneWord &&
         features[kNameRecall] == 0.0 && features[kBestRecall] > 0.0 &&
         features[kBestRecall] < kLittle && features[kRelatedName] < kLikeTheName;
}

/// A small piece of a name that has no detail, and nothing beside it: 水 of `水开上锅`.
bool is_piece_of_name(const Target& target, const Pair& pair) {
  return target.bare && pair.features[kPrecision] >= kNothingElse &&
         pair.features[kNameRecall] < kPieceOfName && pair.features[kNovelty] > 0.0;
}

/// How much speaks for a target, as a logit. With an encoder, how sure it is that the answer is one
/// to another question is taken off: by words alone that is not told well enough.
double logit_of(std::span<const double> inputs, bool by_meaning) {
  if (!by_meaning) {
    return Network::general("words").output(inputs);
  }
  const double elsewhere = Network::general("meaning-elsewhere").output(inputs);
  return Network::general("meaning").output(inputs) - std::max(0.0, elsewhere);
}

/// By words alone, whether there is something to show for the point: its words or related ones, or,
/// if all else makes it sure, some word that is known at all.
bool shows(const Features& features, double probability) {
  const bool has_words_of_it =
      features[kBestRecall] >= kLeastWords || features[kRelatedBest] >= kLeastRelated;
  const bool has_known_words = features[kRelatedMean] != 0.0 || features[kRelatedQuestion] != 0.0;
  return has_words_of_it || (probability >= kSure && has_known_words);
}

}  // namespace

std::vector<Belief> beliefs_of(const Targets& targets, const PairTable& table,
                               const Segments& segments, bool by_meaning) {
  const auto& formula = formula_for(by_meaning);
  const auto situations = situations_of(targets, table, segments, formula);
  std::vector<Belief> beliefs(situations.size());
  for (std::size_t t = 0; t < situations.size(); ++t) {
    const auto& situation = situations[t];
    if (!situation.best_window) {
      continue;
    }
    if (situation.own_window != situation.best_window) {
      beliefs[t].taken = situation.best_window;
    }
    if (!situation.own_window) {
      continue;
    }
    const auto& own = table.at(*situation.own_window, t);
    // A short term is judged by its spelling, a statement by all that is known.
    const double share = statement_share(table.at(*situation.best_window, t), targets.list[t]);
    const double term =
        formula.offset + formula.best * situation.best + formula.own * situation.own;
    double logit =
        (share > 0 ? share * logit_of(situation.inputs, by_meaning) : 0.0) + (1.0 - share) * term;
    if (own.accepted) {
      logit = std::max(logit, kAccepted);
    } else if (is_stray_word(segments, own.features) || is_piece_of_name(targets.list[t], own)) {
      logit = std::min(logit, kHalfStated);
    }
    const double probability = logistic(logit);
    if (own.tells && (by_meaning || shows(own.features, probability))) {
      beliefs[t].probability = probability;
      beliefs[t].window = situation.own_window;
    }
  }
  return beliefs;
}

}  // namespace pith::grading
