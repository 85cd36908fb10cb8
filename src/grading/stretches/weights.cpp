#include "grading/stretches/weights.h"

#include <algorithm>
#include <cmath>

namespace pith::grading {
namespace {

constexpr double kSmoothing = 0.1;

/// In how many points each token occurs.
std::vector<std::size_t> point_frequency(const Targets& targets, const WordingTokens& tokens) {
  std::vector<std::vector<bool>> seen(targets.points,
                                      std::vector<bool>(targets.vocabulary.size(), false));
  for (const auto& target : targets.list) {
    for (const auto& wording : target.wordings) {
      for (const auto token : tokens[wording.number]) {
        seen[target.point][token] = seen[target.point][token] || wording.states();
      }
    }
  }
  std::vector<std::size_t> frequency(targets.vocabulary.size(), 0);
  for (const auto& point : seen) {
    for (TokenId token = 0; token < point.size(); ++token) {
      frequency[token] += point[token] ? 1U : 0U;
    }
  }
  return frequency;
}

double sibling_factor(std::size_t points, std::size_t frequency) {
  if (points <= 1 || frequency == 0) {
    return 1.0;
  }
  const double most = std::log(static_cast<double>(points + 1)) + kSmoothing;
  return (std::log(static_cast<double>(points + 1) / static_cast<double>(frequency)) + kSmoothing) /
         most;
}

/// What each token weighs in this item: little if the question has it or the siblings share it.
std::vector<double> token_weights(const Targets& targets, const WordingTokens& tokens) {
  const auto frequency = point_frequency(targets, tokens);
  std::vector<double> weights(targets.vocabulary.size());
  for (TokenId token = 0; token < weights.size(); ++token) {
    weights[token] = targets.vocabulary.base_weight(token) *
                     (targets.in_question[token] ? kQuestionFactor : 1.0) *
                     sibling_factor(targets.points, frequency[token]);
  }
  return weights;
}

void weigh(Wording& wording, const std::vector<TokenId>& tokens, const std::vector<double>& weights,
           const Vocabulary& vocabulary) {
  for (const auto token : tokens) {
    wording.tokens.push_back({token, static_cast<float>(weights[token])});
    wording.total += wording.tokens.back().weight;
  }
  wording.weights.assign(wording.grains.list.size(), 0.0);
  for (const auto& occurrence : vocabulary.occurrences(wording.grains)) {
    if (occurrence.range.size() == 1 && occurrence.strength == 1.0F) {
      wording.weights[occurrence.range.begin] = weights[occurrence.token];
    }
  }
}

}  // namespace

WordingTokens add_tokens(Targets& targets) {
  std::vector<const Wording*> wordings;
  for (auto& target : targets.list) {
    for (auto& wording : target.wordings) {
      wording.number = targets.wordings++;
      wordings.push_back(&wording);
    }
  }
  WordingTokens tokens(wordings.size());
  std::stable_sort(wordings.begin(), wordings.end(),
                   [](const Wording* a, const Wording* b) { return a->text < b->text; });
  for (const auto* wording : wordings) {
    tokens[wording->number] = targets.vocabulary.add(wording->grains, wording->marks);
  }
  return tokens;
}

void weigh(Targets& targets, const WordingTokens& tokens) {
  const auto weights = token_weights(targets, tokens);
  targets.postings.resize(targets.vocabulary.size());
  for (auto& target : targets.list) {
    for (auto& wording : target.wordings) {
      weigh(wording, tokens[wording.number], weights, targets.vocabulary);
      for (const auto& [token, weight] : wording.tokens) {
        targets.postings[token].push_back({static_cast<std::uint32_t>(wording.number), weight});
      }
    }
  }
}

}  // namespace pith::grading
