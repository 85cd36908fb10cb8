// The words an item knows: every token of its points with its weight, and where an answer has them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "grading/words/cues.h"
#include "grading/words/grains.h"
#include "grading/words/key_map.h"

namespace pith::grading {

using TokenId = std::size_t;

/// A token of the vocabulary found in a text.
struct Occurrence {
  Range range;
  TokenId token = 0;
  float strength = 1.0F;  ///< 1 for the same spelling, less for a homophone, a typo or a relative.
};

/// Tokens are Han characters, pairs of neighbouring ones, stems and numbers.
class Vocabulary {
 public:
  /// Adds the tokens of a wording; each is listed once.
  std::vector<TokenId> add(const Grains& text, std::span<const Mark> marks);

  /// Takes words of the question for themselves from now on: for no slip and no relative of a
  /// token. "vector" does not say "vectorisation" where the question has it.
  void set_apart(const Grains& question);

  /// Tokens of `text` that are known already.
  [[nodiscard]] std::vector<TokenId> known(const Grains& text) const;

  /// Every place where `text` has a token, in order of places.
  [[nodiscard]] std::vector<Occurrence> occurrences(const Grains& text) const;

  /// Weight by kind of token alone: pairs count more than single characters, words most.
  [[nodiscard]] double base_weight(TokenId token) const { return weights_[token]; }
  /// Not a grammatical word.
  [[nodiscard]] bool has_content(TokenId token) const { return weights_[token] >= kContent; }
  [[nodiscard]] std::size_t size() const { return weights_.size(); }

 private:
  static constexpr double kContent = 0.1;

  struct Word {
    std::u32string spelling;
    TokenId token;
  };

  TokenId insert(KeyMap<TokenId>& map, std::uint64_t key, double weight);
  void add_homophones(const Grain& a, const Grain& b, TokenId pair);
  void find_relatives(const Grains& text, std::size_t at, std::vector<Occurrence>& out) const;

  KeyMap<TokenId> singles_;
  KeyMap<TokenId> pairs_;
  KeyMap<std::vector<TokenId>> homophones_;
  KeyMap<bool> asked_;  ///< By stem.
  std::vector<Word> words_;
  std::vector<double> weights_;
};

/// What each grain of a text weighs by itself: grammatical and generic words little.
[[nodiscard]] std::vector<double> grain_weights(const Grains& text, std::span<const Mark> marks);

/// Grains that form pairs of Han characters: neighbours, looking through 的 and the like.
[[nodiscard]] std::vector<Range> pairs_of(const Grains& text);

/// Identity of two neighbours.
[[nodiscard]] std::uint64_t pair_key(const Grain& a, const Grain& b);

}  // namespace pith::grading
