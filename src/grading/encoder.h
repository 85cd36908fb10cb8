// What grading asks of a sentence encoder. The implementations are in src/models.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pith::grading {

/// How often a token is looked at on its way through an encoder: the later, the more of its text is
/// in what it means.
inline constexpr std::size_t kTokenDepths = 4;

/// A text of several parts, read as a whole.
struct Reading {
  struct Token {
    std::array<std::vector<float>, kTokenDepths> vectors;  ///< Of length 1.
    float rarity = 0.0F;  ///< In texts at large, [0, 1]; 0 if unknown.
    std::size_t part = 0;

    friend bool operator==(const Token&, const Token&) = default;
  };

  std::vector<std::vector<float>> parts;  ///< A vector of length 1 for each of the first ones.
  std::vector<Token> tokens;  ///< Of these parts, in their order: some of each, or none at all.

  friend bool operator==(const Reading&, const Reading&) = default;
};

/// Turns short texts into unit vectors whose cosine says how near they are in meaning. An
/// implementation may cache and may be slow. Any number of threads may call it. encode() is given
/// all the texts of a step at once, read() one text.
class SentenceEncoder {
 public:
  SentenceEncoder() = default;
  SentenceEncoder(const SentenceEncoder&) = delete;
  SentenceEncoder& operator=(const SentenceEncoder&) = delete;
  virtual ~SentenceEncoder() = default;

  /// As outputs name it: `e5` or `endpoint`.
  [[nodiscard]] virtual std::string name() const = 0;

  /// Names the weights; vectors of different models must not be compared.
  [[nodiscard]] virtual std::string model() const = 0;

  /// One vector of length 1 for each text, in their order, all of as many numbers. Texts are valid
  /// UTF-8 and not empty. Throws pith::Error if the encoder cannot answer; the grader then goes by
  /// words alone.
  [[nodiscard]] virtual std::vector<std::vector<float>> encode(
      std::span<const std::string_view> texts) const = 0;

  /// Consecutive parts of one text, each read in the context of the others, as many of the first
  /// ones as the encoder takes in at once. None, unless it can do that. Parts are valid UTF-8 and
  /// not empty; there may be none. Throws like encode().
  [[nodiscard]] virtual Reading read(std::span<const std::string_view> /*parts*/) const {
    return {};
  }

  /// Hears that these texts will be asked for soon, and may encode them meanwhile. Returns at once
  /// and never throws. What is sent to a server is sent when it is needed, so most do nothing.
  // NOLINTNEXTLINE(performance-unnecessary-value-param): those that do something keep the texts.
  virtual void expect(std::vector<std::string> /*texts*/) const {}

  /// The same of texts, each given as its parts, that will be read.
  // NOLINTNEXTLINE(performance-unnecessary-value-param): as above.
  virtual void expect_reading(std::vector<std::vector<std::string>> /*texts*/) const {}
};

}  // namespace pith::grading
