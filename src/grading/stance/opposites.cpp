#include "grading/stance/opposites.h"

#include <algorithm>

#include "grading/words/antonyms.h"

namespace pith::grading {
namespace {

// A number says itself what it counts: the mark, 31 bits of the unit and 32 of the value.
constexpr std::uint64_t kNumber = std::uint64_t{1} << 63U;
constexpr unsigned kUnitAt = 32;
constexpr std::uint64_t kValueBits = 0xFFFF'FFFFU;
constexpr std::uint64_t kUnitBits = 0x7FFF'FFFFU;

std::uint64_t unit_of(std::uint64_t number) {
  return number >> kUnitAt & kUnitBits;
}

/// Of a key that may have all it tells in its upper half.
std::uint64_t folded(std::uint64_t key) {
  return (key ^ key >> kUnitAt) & kValueBits;
}

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
      numbers.push_back(
          {{i, i + 1}, kNumber | (unit.stem & kUnitBits) << kUnitAt | folded(number.key)});
    }
  }
  return numbers;
}

}  // namespace

std::vector<Opposable> opposables_in(const Grains& text) {
  std::vector<Opposable> found;
  for (const auto& word : Antonyms::general().words_in(text)) {
    found.push_back({word.range, word.word});
  }
  std::ranges::copy(numbers_in(text), std::back_inserter(found));
  return found;
}

bool is_number(const Opposable& word) {
  return (word.word & kNumber) != 0;
}

bool are_opposite(const Opposable& word, const Opposable& other) {
  if (is_number(word) || is_number(other)) {
    return is_number(word) && is_number(other) && unit_of(word.word) == unit_of(other.word) &&
           word.word != other.word;
  }
  return Antonyms::general().opposite(static_cast<std::size_t>(word.word),
                                      static_cast<std::size_t>(other.word));
}

}  // namespace pith::grading
