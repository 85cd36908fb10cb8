#include "grading/stance/couples.h"

#include <algorithm>

#include "grading/stretches/presence.h"

namespace pith::grading {
namespace {

bool has(const Words& words, TokenId token) {
  return std::ranges::find(words, token, &Word::token) != words.end();
}

Words words_in(const Vocabulary& vocabulary, std::span<const Occurrence> occurrences,
               const Range& range) {
  Words words;
  for (const auto& occurrence : beginning_in(occurrences, range)) {
    if (occurrence.range.end <= range.end && occurrence.strength >= 1.0F &&
        vocabulary.has_content(occurrence.token) && !has(words, occurrence.token)) {
      words.push_back({occurrence.token, occurrence.range.begin});
    }
  }
  return words;
}

Words without(Words words, const Words& others) {
  std::erase_if(words, [&](const Word& word) { return has(others, word.token); });
  return words;
}

}  // namespace

Words common(Words words, const Words& others) {
  std::erase_if(words, [&](const Word& word) { return !has(others, word.token); });
  return words;
}

Couple couple_of(const Vocabulary& vocabulary, std::span<const Occurrence> occurrences,
                 const Range& first, const Range& second) {
  const auto a = words_in(vocabulary, occurrences, first);
  const auto b = words_in(vocabulary, occurrences, second);
  return {first, second, without(a, b), without(b, a)};
}

double weight_of(const Vocabulary& vocabulary, const Words& words) {
  double weight = 0;
  for (const auto& word : words) {
    weight += vocabulary.base_weight(word.token);
  }
  return weight;
}

}  // namespace pith::grading
