#include "grading/stance/opposites.h"

#include <algorithm>

#include "grading/words/antonyms.h"

namespace pith::grading {
namespace {

/// "A" and "one" are hardly ever meant as numbers.
bool is_one(const Grain& grain) {
  static const auto one = grains_of("1").list.front().key;
  return grain.key == one;
}

bool is_ordinal(const Grains& text, std::size_t number) {
  static const auto ordinal = grains_of("第").list.front().key;
  return number > 0 && text.list[number - 1].key == ordinal;
}

/// Numbers with what they count.
std::vector<Opposable> numbers_in(const Grains& text) {
  std::vector<Opposable> numbers;
  for (std::size_t i = 0; i + 1 < text.list.size(); ++i) {
    const auto& number = text.list[i];
    const auto& unit = text.list[i + 1];
    const bool counts = unit.before < Break::part &&
                        (unit.type == Grain::Type::han || unit.type == Grain::Type::word);
    if (number.type == Grain::Type::number && !is_one(number) && counts && !is_ordinal(text, i)) {
      numbers.push_back({{i, i + 1}, number.key, unit.stem});
    }
  }
  return numbers;
}

}  // namespace

std::vector<Opposable> opposables_in(const Grains& text) {
  std::vector<Opposable> found;
  for (const auto& word : Antonyms::general().words_in(text)) {
    found.push_back({word.range, word.word, std::nullopt});
  }
  std::ranges::copy(numbers_in(text), std::back_inserter(found));
  return found;
}

bool are_opposite(const Opposable& word, const Opposable& other) {
  if (is_number(word) || is_number(other)) {
    return word.unit == other.unit && word.word != other.word;
  }
  return Antonyms::general().opposite(static_cast<std::size_t>(word.word),
                                      static_cast<std::size_t>(other.word));
}

}  // namespace pith::grading
