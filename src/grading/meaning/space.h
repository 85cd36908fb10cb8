// The space in which meanings are compared: an encoder's vectors without what all short texts
// share, and the texts that no answer is about, against which nearness is measured.
#pragma once

#include <array>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "grading/encoder.h"
#include "grading/words/vector.h"

namespace pith::grading {

[[nodiscard]] double cosine(const Vector& a, const Vector& b);
/// Scales to length 1; a vector of zeros stays.
void normalise(Vector& vector);

[[nodiscard]] bool is_chinese(std::string_view language);

/// Makes raw vectors comparable: takes away the mean and the strongest directions of short texts of
/// a language, which all texts share, and normalises.
class Space {
 public:
  /// The compiled-in constants of e5 for a language.
  explicit Space(std::string_view language);
  /// For any other encoder: the mean of its vectors of the background texts, which are encoded.
  /// Throws what the encoder throws.
  Space(const SentenceEncoder& encoder, std::string_view language);

  [[nodiscard]] Vector centred(const Vector& raw) const { return without(raw, texts_); }
  /// The same of a token that was read in its text, as it is at that depth.
  [[nodiscard]] Vector centred_token(const Vector& raw, std::size_t depth) const {
    return without(raw, tokens_[depth]);
  }

  /// Centred vectors of the background texts of data/background.tsv.
  [[nodiscard]] std::span<const Vector> background() const { return background_; }

 private:
  /// What all of a kind share.
  struct Common {
    Vector mean;
    std::vector<Vector> directions;
  };

  [[nodiscard]] static Vector without(const Vector& raw, const Common& common);

  Common texts_;
  std::array<Common, kTokenDepths> tokens_;  ///< Empty for other encoders, which tell no tokens.
  std::vector<Vector> background_;
};

/// The space of an encoder for a language. Throws what the encoder throws.
[[nodiscard]] std::shared_ptr<const Space> space_of(const SentenceEncoder& encoder,
                                                    std::string_view language);

/// Texts that stand for everything an answer is not about.
[[nodiscard]] std::vector<std::string_view> background_texts(std::string_view language);

/// A vector as data/background_e5.tsv keeps it, a character for each number, and back; what comes
/// back differs by less than 0.005 in cosine.
[[nodiscard]] std::string to_digits(const Vector& vector);
[[nodiscard]] Vector from_digits(std::string_view digits);

}  // namespace pith::grading
