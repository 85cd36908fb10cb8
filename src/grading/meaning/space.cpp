#include "grading/meaning/space.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "grading/words/tables.h"

namespace pith::grading {
namespace {

constexpr std::string_view kDigits =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+-";
constexpr float kLargestStep = 31.0F;  ///< A digit stands for -31 to 31 steps.

/// Values of the rows with this key.
std::vector<std::string_view> values_of(std::string_view table, std::string_view key) {
  std::vector<std::string_view> values;
  for (const auto& [found, value] : text_rows(data_table(table))) {
    if (found == key) {
      values.push_back(value);
    }
  }
  return values;
}

std::string key_of(std::string_view language) {
  return is_chinese(language) ? "zh" : "en";
}

}  // namespace

bool is_chinese(std::string_view language) {
  return language.substr(0, 2) == "zh";
}

double cosine(const Vector& a, const Vector& b) {
  return static_cast<double>(dot(a, b));
}

void normalise(Vector& vector) {
  const double length = std::sqrt(cosine(vector, vector));
  if (length > 0) {
    for (auto& x : vector) {
      x = static_cast<float>(static_cast<double>(x) / length);
    }
  }
}

std::string to_digits(const Vector& vector) {
  float largest = 0;
  for (const float x : vector) {
    largest = std::max(largest, std::abs(x));
  }
  std::string digits;
  for (const float x : vector) {
    const float step = largest > 0 ? std::round(x / largest * kLargestStep) : 0.0F;
    digits += kDigits[static_cast<std::size_t>(step + kLargestStep)];
  }
  return digits;
}

Vector from_digits(std::string_view digits) {
  Vector vector;
  for (const char digit : digits) {
    vector.push_back(static_cast<float>(kDigits.find(digit)) - kLargestStep);
  }
  normalise(vector);
  return vector;
}

std::vector<std::string_view> background_texts(std::string_view language) {
  return values_of("background", key_of(language));
}

Space::Space(std::string_view language) {
  const auto key = key_of(language);
  const auto common = [&](const std::string& kind) {
    Common of{numbers_in(values_of("space", kind + "mean").at(0)), {}};
    for (const auto row : values_of("space", kind + "direction")) {
      of.directions.push_back(numbers_in(row));
    }
    return of;
  };
  texts_ = common(key + "-");
  for (std::size_t depth = 0; depth < kTokenDepths; ++depth) {
    tokens_[depth] = common(key + "-token-" + std::to_string(depth) + "-");
  }
  for (const auto row : values_of("background_e5", key)) {
    background_.push_back(from_digits(row));
  }
}

Space::Space(const SentenceEncoder& encoder, std::string_view language) {
  const auto texts = background_texts(language);
  const auto raw = encoder.encode(texts);
  texts_.mean.assign(raw.front().size(), 0.0F);
  for (const auto& vector : raw) {
    for (std::size_t i = 0; i < texts_.mean.size() && i < vector.size(); ++i) {
      texts_.mean[i] += vector[i] / static_cast<float>(raw.size());
    }
  }
  for (const auto& vector : raw) {
    background_.push_back(centred(vector));
  }
}

Vector Space::without(const Vector& raw, const Common& common) {
  Vector vector(raw);
  for (std::size_t i = 0; i < vector.size() && i < common.mean.size(); ++i) {
    vector[i] -= common.mean[i];
  }
  for (const auto& direction : common.directions) {
    const auto along = static_cast<float>(cosine(vector, direction));
    for (std::size_t i = 0; i < vector.size(); ++i) {
      vector[i] -= along * direction[i];
    }
  }
  normalise(vector);
  return vector;
}

std::shared_ptr<const Space> space_of(const SentenceEncoder& encoder, std::string_view language) {
  if (encoder.name() != "e5") {
    return std::make_shared<const Space>(encoder, language);
  }
  static const auto chinese = std::make_shared<const Space>("zh");
  static const auto english = std::make_shared<const Space>("en");
  return is_chinese(language) ? chinese : english;
}

}  // namespace pith::grading
