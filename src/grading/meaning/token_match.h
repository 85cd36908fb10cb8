// How much of a point a stretch of an answer has, token by token, as an encoder reads the tokens in
// their texts. Where a vector of the whole stretch says what it is about, this says how completely.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grading/encoder.h"
#include "grading/meaning/space.h"
#include "grading/stretches/targets.h"
#include "grading/words/grains.h"

namespace pith::grading {

/// The texts that are read of an item, each in its parts: the question, then every target.
[[nodiscard]] std::vector<std::vector<std::string>> readings_of(const Targets& targets,
                                                                const std::string& question,
                                                                std::string_view language);

/// Cosines, [-1, 1].
struct TokenShares {
  double name = 0.0;    ///< Mean over the name's tokens of the nearest one of the stretch.
  double detail = 0.0;  ///< The same of the detail, or of the name where there is none.
  double all = 0.0;     ///< The same of both.
  double back = 0.0;    ///< Mean over the stretch's tokens of the nearest one of the target.
};

/// An item's targets, token by token. Rare tokens count more, those of the question less.
class TokenMatch {
 public:
  /// Throws what the encoder throws.
  TokenMatch(const SentenceEncoder& encoder, const Space& space, const Targets& targets,
             const std::string& question, std::string_view language);

  /// What parts of an answer have of a target.
  class Answer {
   public:
    /// `runs` of parts are not empty and were all read; tokens are compared as they are at `depth`,
    /// below kTokenDepths.
    [[nodiscard]] TokenShares shares(std::size_t target, std::span<const Range> runs,
                                     std::size_t depth) const;
    /// How near the runs' tokens are in the end to those of any target, on average, [-1, 1]; 0
    /// without tokens.
    [[nodiscard]] double nearness(std::span<const Range> runs) const;
    /// Whether both sides have tokens.
    [[nodiscard]] bool knows(std::size_t target) const {
      return !parts_.empty() && !match_->targets_[target].empty();
    }

   private:
    friend class TokenMatch;
    [[nodiscard]] std::vector<std::size_t> tokens_in(std::span<const Range> runs) const;

    const TokenMatch* match_ = nullptr;
    std::vector<std::size_t> parts_;  ///< Of each token.
    std::vector<double> weights_;     ///< Of each token.
    /// By depth and target: a row for each of its tokens.
    std::array<std::vector<std::vector<float>>, kTokenDepths> nearness_;
  };
  [[nodiscard]] Answer compare(const Reading& answer) const;

 private:
  struct Token {
    std::array<Vector, kTokenDepths> vectors;
    std::array<double, kTokenDepths> weights{};
    bool of_name = false;
  };

  /// `asked` are the tokens of the question.
  [[nodiscard]] Token token_of(const Reading::Token& read, std::span<const Token> asked) const;

  const Space* space_;
  std::vector<std::vector<Token>> targets_;
};

}  // namespace pith::grading
