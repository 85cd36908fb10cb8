// How near the words of a stretch are to those of a point, by the table of words: what tells "loan"
// from "river" when the point says "borrow" and no encoder is at hand.
#pragma once

#include <array>
#include <vector>

#include "grading/evidence/features.h"
#include "grading/meaning/word_vectors.h"
#include "grading/stretches/segments.h"
#include "grading/stretches/targets.h"

namespace pith::grading {

/// Mean of some words' vectors by weight, of length 1; zero where there are none.
using MeanVector = std::array<float, KnownWord::kDimensions>;

/// The words of an item that the table knows, each once, and where they stand.
struct RelatedWords {
  struct InWording {
    Wording::Role role = Wording::Role::name;
    std::vector<std::size_t> words;
    float weight = 0.0F;  ///< Of all its words.
  };
  struct InTarget {
    std::vector<InWording> wordings;
    MeanVector mean{};  ///< Of the words of name and detail.
  };

  std::vector<KnownWord> words;
  std::vector<WordBlock> blocks;  ///< The same words.
  std::vector<float> weights;     ///< By word.
  std::vector<std::vector<std::size_t>>
      owners;  ///< By word: targets that have it in name or detail.
  std::vector<InTarget> targets;
  MeanVector question{};
};

[[nodiscard]] RelatedWords related_words_of(const Targets& targets);

/// Fills the features of relatedness in for every window, and every whole, and every target.
void add_relatedness(PairTable& table, const RelatedWords& item, const Targets& targets,
                     const Segments& segments, const Grains& text);

}  // namespace pith::grading
