// Cuts a text into its grains.
#include <algorithm>
#include <bit>
#include <string>

#include "grading/words/grains.h"
#include "grading/words/numerals.h"
#include "text/stem.h"
#include "text/utf8.h"

namespace pith::grading {
namespace {

constexpr std::uint32_t kMostCounted = 9;
constexpr std::uint64_t kNumberSalt = 0x9E3779B97F4A7C15ULL;

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

bool is_operator(char32_t c) {
  return is_one_of(c, U"=<>!*^~");
}

/// Stems are the same for all decks, or a word would have another identity in another deck.
std::u32string stemmed(std::u32string_view word) {
  thread_local const text::Stemmer stemmer("en");
  return text::to_utf32(stemmer(text::to_utf8(word)));
}

/// Walks through folded text, collecting grains and the break before the next one.
class Cutter {
 public:
  explicit Cutter(Grains& out) : text_(out.folded.text), out_(out) {}

  void run() {
    while (at_ < text_.size()) {
      if (!marker() && !numeral() && !han() && !word() && !symbol()) {
        separator();
      }
    }
  }

 private:
  [[nodiscard]] char32_t ahead(std::size_t n) const {
    return at_ + n < text_.size() ? text_[at_ + n] : U'\0';
  }

  void raise(Break strength) { before_ = std::max(before_, strength); }

  void add(Grain::Type type, std::size_t length, std::uint64_t key, std::uint64_t stem) {
    Grain grain;
    grain.type = type;
    grain.before = before_;
    grain.key = key;
    grain.stem = stem;
    grain.from = static_cast<std::uint32_t>(at_);
    grain.to = static_cast<std::uint32_t>(at_ + length);
    if (type == Grain::Type::han) {
      grain.pinyin = text::toneless_pinyin(text_[at_]);
    }
    out_.list.push_back(grain);
    before_ = Break::none;
    at_ += length;
  }

  /// 1用户调研2现金储备, "1 load test 2 rollback plan": a number of one digit that counts on from
  /// the one before, and words behind it; the first stands at the beginning and has a second.
  [[nodiscard]] bool counts_on() const {
    const auto names = [&](std::size_t at) {
      const auto next = text_.find_first_not_of(U' ', at + 1);
      return next != std::u32string_view::npos && text::is_letter_or_digit(text_[next]) &&
             !numeral_at(text_, next);
    };
    const auto digit = static_cast<char32_t>(U'0' + counted_ + 1);
    if (ahead(0) != digit || !names(at_) || (counted_ == 0 && !out_.list.empty())) {
      return false;
    }
    const auto second = counted_ == 0 ? text_.find(U'2', at_) : at_;
    return second != std::u32string_view::npos && names(second);
  }

  /// O(1) and (n-1) are formulas.
  [[nodiscard]] bool in_formula() const {
    const char32_t before = at_ > 0 ? text_[at_ - 1] : U' ';
    return is_operator(before) || is_one_of(before, U"+-/()[]{}") ||
           (before >= U'0' && before <= U'9');
  }

  /// Whether a marker may stand right behind a character: 有三点1)…; behind a Latin letter a list
  /// goes on (`load test2)`), and none begins; nor does one by 一 without a 二 (格式统一。).
  [[nodiscard]] bool may_be_glued() const {
    constexpr std::size_t kReach = 2000;  // characters to the second marker
    const char32_t before = text_[at_ - 1];
    if (marked_ > 0) {
      return true;
    }
    return text_[at_] == U'一' ? text_.substr(at_, kReach).find(U'二') != text_.npos
                               : text::is_han(before) || !text::is_letter_or_digit(before);
  }

  /// `1.` `2)` `(3)` `一、` at the beginning of a clause: dropped, a break instead.
  bool marker() {
    if (counted_ < kMostCounted && counts_on()) {
      ++counted_;
      raise(Break::sentence);  // The number may be a figure all the same: 1周后一次，2周后一次.
      return false;
    }
    const bool bracket = ahead(0) == U'(';
    std::size_t length = bracket ? 1 : 0;
    const auto number = numeral_at(text_, at_ + length);
    if (!number || number->value > 50) {
      return false;
    }
    const bool fresh =
        out_.list.empty() ||
        (!in_formula() && (before_ >= Break::space ||
                           (may_be_glued() && (bracket || number->value == marked_ + 1))));
    length += number->length;
    const char32_t closing = ahead(length);
    const bool decimal = closing == U'.' && ahead(length + 1) >= U'0' && ahead(length + 1) <= U'9';
    const bool closes = closing == U')' || (!bracket && is_one_of(closing, U".、。")) ||
                        (!bracket && closing == U'是' && before_ >= Break::clause) ||
                        (!bracket && closing == U'是' && out_.list.empty());
    if (!fresh || !closes || decimal) {
      return false;
    }
    marked_ = number->value;
    at_ += length + 1;
    raise(Break::sentence);
    return true;
  }

  bool numeral() {
    const auto number = numeral_at(text_, at_);
    if (!number) {
      return false;
    }
    const auto key = std::bit_cast<std::uint64_t>(number->value) ^ kNumberSalt;
    add(Grain::Type::number, number->length, key, key);
    return true;
  }

  bool han() {
    if (!text::is_han(text_[at_])) {
      return false;
    }
    const auto key = static_cast<std::uint64_t>(text_[at_]);
    add(Grain::Type::han, 1, key, key);
    return true;
  }

  bool word() {
    std::size_t length = 0;
    const auto letter = [&](std::size_t n) {
      const char32_t c = ahead(n);
      return c != U'\0' && text::is_letter_or_digit(c) && !text::is_han(c);
    };
    while (letter(length) || (length > 0 && ahead(length) == U'\'' && letter(length + 1))) {
      ++length;
    }
    if (length == 0) {
      return false;
    }
    while (is_one_of(ahead(length), U"+#") && ahead(length) != U'\0' && !letter(length + 1) &&
           length < 8) {
      ++length;  // c++, c#
    }
    std::u32string spelling(text_.substr(at_, length));
    if (const auto value = number_word(spelling)) {
      const auto key = std::bit_cast<std::uint64_t>(*value) ^ kNumberSalt;
      add(Grain::Type::number, length, key, key);
    } else {
      add(Grain::Type::word, length, spelling_key(spelling), spelling_key(stemmed(spelling)));
    }
    return true;
  }

  bool symbol() {
    if (at_ < decoration_end_) {
      return false;
    }
    std::size_t length = 0;
    while (is_operator(ahead(length))) {
      ++length;
    }
    const auto spelling = text_.substr(at_, length);
    if (length < 2 && !(length == 1 && is_one_of(spelling[0], U"=<"))) {
      return false;
    }
    if (std::all_of(spelling.begin(), spelling.end(),
                    [](char32_t c) { return is_one_of(c, U"!~*"); })) {
      decoration_end_ = at_ + length;
      return false;
    }
    if (spelling == U"=>") {
      return false;
    }
    add(Grain::Type::symbol, length, spelling_key(spelling), spelling_key(spelling));
    return true;
  }

  void separator() {
    const char32_t c = text_[at_];
    if (is_one_of(c, U"。;!?\n\r；")) {
      raise(Break::sentence);
    } else if (c == U'.') {
      full_stop();
    } else if (is_one_of(c, U",:()[]{}—–…|>•·=‧※\t") || is_sign(c) || parts_notes(c)) {
      raise(Break::clause);
    } else if (is_one_of(c, U"、/&+\\") || (is_one_of(c, U"_~*") && follows_han())) {
      raise(Break::part);
    } else if (c == U'-') {
      hyphen();
    } else if (is_one_of(c, U" \u00A0\u3000")) {
      raise(Break::space);
    }
    ++at_;
  }

  /// A slash between spaces; inside a word it parts choices.
  [[nodiscard]] bool parts_notes(char32_t c) const {
    return c == U'/' && before_ >= Break::space && ahead(1) == U' ';
  }

  [[nodiscard]] bool follows_han() const {
    return !out_.list.empty() && out_.list.back().type == Grain::Type::han;
  }

  /// Arrows, stars, ticks, emoji: what people put between things.
  static bool is_sign(char32_t c) {
    return (c >= U'\u2190' && c <= U'\u2BFF') || (c >= U'\U0001F000' && c <= U'\U0001FAFF');
  }

  /// Ends a sentence unless it stands inside a name (`node.js`) or is one of several.
  void full_stop() {
    const char32_t next = ahead(1);
    if (next == U'.') {
      raise(Break::clause);
    } else if (next == U'\0' || next == U' ' || next == U'\n' || text::is_han(next)) {
      raise(Break::sentence);
    }
  }

  /// A dash between spaces or at the beginning of a line; inside a word it separates nothing.
  void hyphen() {
    const bool dash =
        ahead(1) == U'-' || ahead(1) == U'>' || before_ >= Break::space || out_.list.empty();
    if (dash) {
      raise(Break::clause);
    }
  }

  std::u32string_view text_;
  Grains& out_;
  std::size_t at_ = 0;
  std::size_t decoration_end_ = 0;  ///< Of the last run of `!`, `~` and `*`, which is no symbol.
  double marked_ = 0;               ///< The last marker's number.
  std::uint32_t counted_ = 0;       ///< Of a list whose numbers stand right before its words.
  Break before_ = Break::none;
};

}  // namespace

Grains grains_of(std::string_view source) {
  Grains out;
  out.folded = text::fold(source);
  out.list.reserve(out.folded.text.size());
  Cutter(out).run();
  return out;
}

std::uint64_t stem_of(std::string_view word) {
  return grains_of(word).list.front().stem;
}

}  // namespace pith::grading
