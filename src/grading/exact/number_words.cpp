#include "grading/exact/number_words.h"

#include <array>

#include "grading/exact/folded_words.h"
#include "grading/exact/number_tables.h"
#include "grading/exact/part_words.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

constexpr std::array<FoldedView, 3> kNoughts = {U"nought", U"naught", U"oh"};
constexpr std::array<FoldedView, 8> kTens = {U"twenty", U"thirty",  U"forty",  U"fifty",
                                             U"sixty",  U"seventy", U"eighty", U"ninety"};

/// The word for tens that stands at `at`.
std::optional<Numeral> tens_at(FoldedView text, std::size_t at) {
  for (std::size_t i = 0; i < kTens.size(); ++i) {
    if (word_stands_at(text, at, kTens[i])) {
      return Numeral{10 * static_cast<double>(i + 2), kTens[i].size()};
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

  void take(double value, double room, std::size_t length) {
    section_ = value;
    room_ = room;
    end_ = at_ + length;
  }

  /// "nineteen eighty-four"
  bool year() {
    const auto tens = tens_at(text_, at_);
    const bool century = section_ >= 13 && section_ <= 20 && total_ == 0;
    if (tens && century) {
      take(section_ * 100 + tens->value, 10, tens->length);
    }
    return tens && century;
  }

  bool unit() {
    const auto unit = below_twenty_at(text_, at_);
    const bool fits = unit && unit->value < room_;
    if (fits) {
      take(section_ + unit->value, 0, unit->length);
    }
    return fits;
  }

  bool ten() {
    const auto tens = tens_at(text_, at_);
    const bool fits = tens && room_ >= 100;
    if (fits) {
      take(section_ + tens->value, 10, tens->length);
    }
    return fits;
  }

  /// "hundred" and "thousand" make more of what stands before them.
  bool power() {
    const double before = section_ == 0 ? 1 : section_;
    if (constexpr FoldedView kHundred = U"hundred";
        before < 100 && word_stands_at(text_, at_, kHundred)) {
      take(before * 100, 100, kHundred.size());
      return true;
    }
    const auto scale = valued_at(text_, at_, kScales);
    if (scale) {
      take(0, 1000, scale->first.size());
      total_ += before * scale->second;
    }
    return scale.has_value();
  }

  /// "point five" behind the whole number.
  void read_decimals() {
    constexpr FoldedView kPoint = U"point";
    if (!word_stands_at(text_, at_, kPoint)) {
      return;
    }
    at_ = behind_blank(at_ + kPoint.size());
    double scale = 0.1;
    for (auto digit = below_twenty_at(text_, at_); digit && digit->value < 10;
         digit = below_twenty_at(text_, at_), scale /= 10) {
      section_ += scale * digit->value;
      end_ = at_ + digit->length;
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
