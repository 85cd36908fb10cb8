#include "grading/evidence/novelty.h"

#include <cstddef>
#include <cstdint>
#include <unordered_set>

#include "grading/words/vocabulary.h"

namespace pith::grading {

Novelty::Novelty(const Targets& targets, const Grains& text, std::span<const Mark> marks)
    : sums_(text.list.size() + 1, 0.0) {
  std::unordered_set<std::uint64_t> asked;
  for (const auto& grain : targets.question.list) {
    asked.insert(grain.stem);
  }
  for (const auto& pair : pairs_of(targets.question)) {
    asked.insert(pair_key(targets.question.list[pair.begin], targets.question.list[pair.end - 1]));
  }
  const auto weights = grain_weights(text, marks);
  std::vector<double> own(text.list.size(), 0.0);
  for (std::size_t i = 0; i < text.list.size(); ++i) {
    own[i] = asked.contains(text.list[i].stem) ? 0.0 : weights[i];
  }
  for (const auto& pair : pairs_of(text)) {
    const auto& a = text.list[pair.begin];
    const auto& b = text.list[pair.end - 1];
    own[pair.end - 1] += asked.contains(pair_key(a, b)) ? 0.0 : 1.0;
  }
  for (std::size_t i = 0; i < own.size(); ++i) {
    sums_[i + 1] = sums_[i] + own[i] * kFrequencyWeight;
  }
}

}  // namespace pith::grading
