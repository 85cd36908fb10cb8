#include "grading/exact/number_words.h"

#include <array>
#include <cmath>

#include "grading/exact/folded_words.h"
#include "grading/exact/part_words.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

constexpr std::array<FoldedView, 20> kUnits = {
    U"zero",     U"one",     U"two",     U"three",     U"four",     U"five",    U"six",
    U"seven",    U"eight",   U"nine",    U"ten",       U"eleven",   U"twelve",  U"thirteen",
    U"fourteen", U"fifteen", U"sixteen", U"seventeen", U"eighteen", U"nineteen"};
constexpr std::array<FoldedView, 3> kNoughts = {U"nought", U"naught", U"oh"};
constexpr std::array<FoldedView, 8> kTens = {U"twenty", U"thirty",  U"forty",  U"fifty",
                                             U"sixty",  U"seventy", U"eighty", U"ninety"};
constexpr std::array<FoldedView, 4> kThousands = {U"thousand", U"million", U"billion", U"trillion"};

/// Which of the words stands at `at`.
template <std::size_t size>
std::optional<std::size_t> index_at(FoldedView text, std::size_t at,
                                    const std::array<FoldedView, size>& words) {
  for (std::size_t i = 0; i < size; ++i) {
    if (word_stands_at(text, at, words[i])) {
      return i;
    }
  }
  return std::nullopt;
}

/// Reads word by word what may follow what was read.
class WordsReader {
 public:
  WordsReader(FoldedView text, std::size_t at) : text_(text), at_(at), end_(at) {}

  std::optional<Numeral> read() {
    const auto begin = at_;
    if (const auto nought = one_at(text_, at_, kNoughts)) {
      at_ = behind_blank(nought->end);
      read_decimals();
    } else if (begins_with_point()) {
      read_decimals();
    } else {
      read_whole();
    }
    return end_ == begin ? std::nullopt : std::optional(Numeral{total_ + section_, end_ - begin});
  }

 private:
  void read_whole() {
    const auto begin = at_;
    if (word_stands_at(text_, at_, U"a")) {
      at_ = behind_blank(at_ + 1);
      if (!power()) {
        return;
      }
      next();
    }
    while (year() || unit() || ten() || power()) {
      next();
    }
    if (end_ > begin) {
      read_decimals();
    }
  }

  /// "point three" where a number may begin; not "at this point three of them".
  [[nodiscard]] bool begins_with_point() const {
    constexpr std::array<FoldedView, 11> kBefore = {
        U"is",     U"it's",          U"about",    U"around", U"roughly", U"nearly",
        U"almost", U"approximately", U"probably", U"maybe",  U"say"};
    const auto before = less_blanks_behind(text_.substr(0, at_));
    return word_stands_at(text_, at_, U"point") &&
           (before.empty() || text::is_punctuation_or_space(before.back()) ||
            one_ending(before, kBefore));
  }

  [[nodiscard]] std::size_t behind_blank(std::size_t at) const {
    return at < text_.size() && (text_[at] == U' ' || text_[at] == U'-') ? at + 1 : at;
  }

  /// To the next word, over an "and" behind hundreds and more.
  void next() {
    at_ = behind_blank(end_);
    if (room_ >= 100 && word_stands_at(text_, at_, U"and")) {
      at_ = behind_blank(at_ + 3);
    }
  }

  void take(double value, double room, FoldedView word) {
    section_ = value;
    room_ = room;
    end_ = at_ + word.size();
  }

  /// "nineteen eighty-four"
  bool year() {
    const auto index = index_at(text_, at_, kTens);
    const bool century = section_ >= 13 && section_ <= 20 && total_ == 0;
    if (index && century) {
      take(section_ * 100 + 10 * static_cast<double>(*index + 2), 10, kTens[*index]);
    }
    return index && century;
  }

  bool unit() {
    const auto value = index_at(text_, at_, kUnits);
    const bool fits = value && static_cast<double>(*value) < room_;
    if (fits) {
      take(section_ + static_cast<double>(*value), 0, kUnits[*value]);
    }
    return fits;
  }

  bool ten() {
    const auto index = index_at(text_, at_, kTens);
    const bool fits = index && room_ >= 100;
    if (fits) {
      take(section_ + 10 * static_cast<double>(*index + 2), 10, kTens[*index]);
    }
    return fits;
  }

  /// "hundred" and "thousand" make more of what stands before them.
  bool power() {
    const double before = section_ == 0 ? 1 : section_;
    if (constexpr FoldedView kHundred = U"hundred";
        before < 100 && word_stands_at(text_, at_, kHundred)) {
      take(before * 100, 100, kHundred);
      return true;
    }
    const auto index = index_at(text_, at_, kThousands);
    if (!index) {
      return false;
    }
    take(0, 1000, kThousands[*index]);
    total_ += before * std::pow(1000.0, static_cast<double>(*index + 1));
    return true;
  }

  /// "point five" behind the whole number.
  void read_decimals() {
    constexpr FoldedView kPoint = U"point";
    if (!word_stands_at(text_, at_, kPoint)) {
      return;
    }
    at_ = behind_blank(at_ + kPoint.size());
    double scale = 0.1;
    for (auto digit = index_at(text_, at_, kUnits); digit && *digit < 10;
         digit = index_at(text_, at_, kUnits), scale /= 10) {
      section_ += scale * static_cast<double>(*digit);
      end_ = at_ + kUnits[*digit].size();
      at_ = behind_blank(end_);
    }
  }

  FoldedView text_;
  std::size_t at_;
  std::size_t end_;
  double total_ = 0;
  double section_ = 0;  ///< Below the last thousand.
  double room_ = 1000;  ///< What comes next is less.
};

}  // namespace

std::optional<Numeral> number_in_words_at(std::u32string_view folded, std::size_t at) {
  if (const auto part = part_or_dozen_at(folded, at)) {
    return part;
  }
  return WordsReader(folded, at).read();
}

}  // namespace pith::grading
