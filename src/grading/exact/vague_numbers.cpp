#include "grading/exact/vague_numbers.h"

#include <algorithm>
#include <array>

#include "grading/exact/folded_words.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

constexpr std::array<std::u32string_view, 12> kMonths = {
    U"january", U"february", U"march",     U"april",   U"may",      U"june",
    U"july",    U"august",   U"september", U"october", U"november", U"december"};
constexpr std::array<std::u32string_view, 12> kShortMonths = {U"jan",  U"feb", U"mar", U"apr",
                                                              U"jun",  U"jul", U"aug", U"sep",
                                                              U"sept", U"oct", U"nov", U"dec"};

/// Whether a number is the day, the month or the place in a row: "2 September", 十月, 2nd.
bool is_place_in_time(std::u32string_view text, const ReadNumber& number) {
  constexpr std::array<std::u32string_view, 8> kOrdinalEndings = {U"st", U"nd", U"rd", U"th",
                                                                  U"月", U"号", U"日", U"世纪"};
  const auto rest = text.substr(number.end);
  const auto next = number.end + (rest.starts_with(U" of ") ? 4 : rest.starts_with(U" ") ? 1 : 0);
  return one_at(text, number.end, kOrdinalEndings) || one_at(text, next, kMonths) ||
         one_at(text, next, kShortMonths) || follows_month(text, number);
}

/// "every third" of them, 半个 of something, half-lives.
bool is_vague_part(std::u32string_view folded, const ReadNumber& number) {
  constexpr std::array<std::u32string_view, 4> kLives = {U"-life", U" life", U"-lives", U" lives"};
  const auto spelled = folded.substr(number.begin, number.end - number.begin);
  return spelled == U"半" || spelled.starts_with(U"every ") ||
         (spelled.ends_with(U"half") && one_at(folded, number.end, kLives));
}

}  // namespace

bool follows_month(std::u32string_view folded, const ReadNumber& number) {
  const auto before = less_blanks_behind(folded.substr(0, number.begin));
  const bool dot = before.ends_with(U'.');
  return one_ending(before.substr(0, before.size() - (dot ? 1 : 0)), kShortMonths) ||
         one_ending(before, kMonths);
}

bool is_vague_number(std::u32string_view folded, const ReadNumber& number) {
  constexpr std::array<std::u32string_view, 34> kWordsWithNumerals = {
      U"一分钟", U"一小时",   U"一天",   U"一年",   U"一共",   U"一般",   U"一样", U"一起", U"一定",
      U"一些",   U"一直",     U"一旦",   U"一下",   U"一种",   U"一方面", U"一切", U"一边", U"一面",
      U"一律",   U"一向",     U"一来",   U"一点",   U"万一",   U"千万",   U"十分", U"两者", U"三者",
      U"一打",   U"一成不变", U"八成是", U"九成是", U"八成会", U"九成会", U"one"};
  constexpr std::array<std::u32string_view, 4> kOrdinalPrefixes = {U"第", U"统", U"唯", U"每"};
  const auto from = folded.substr(number.begin);
  const auto spelled = from.substr(0, number.end - number.begin);
  const bool han_or_one = text::is_han(spelled.front()) || spelled == U"one";
  const bool longer = std::ranges::any_of(kWordsWithNumerals, [&](std::u32string_view word) {
    return from.starts_with(word) && spelled.size() <= word.size();
  });
  const bool behind = std::ranges::any_of(kOrdinalPrefixes, [&](std::u32string_view word) {
    return folded.substr(0, number.begin).ends_with(word);
  });
  const bool named = number.begin > 0 && (latin_at(folded, number.begin - 1) ||
                                          folded[number.begin - 1] == U'^');  // km²
  return (han_or_one && longer) || behind || named || is_place_in_time(folded, number) ||
         is_vague_part(folded, number);
}

bool is_place_in_row(std::u32string_view folded, const ReadNumber& number) {
  constexpr std::array<std::u32string_view, 16> kBehindShare = {
      U"of", U"or", U"is",  U"are", U"was", U"were", U"to",    U"the",
      U"in", U"at", U"and", U"but", U"by",  U"from", U"about", U"as"};
  const auto spelled = folded.substr(number.begin, number.end - number.begin);
  const auto next = number.end + 1;
  return number.ratio && (spelled.starts_with(U"a ") || spelled.starts_with(U"an ")) &&
         !spelled.ends_with(U"half") && !spelled.ends_with(U"quarter") &&
         folded.substr(number.end).starts_with(U" ") && latin_at(folded, next) &&
         !one_at(folded, next, kBehindShare);
}

}  // namespace pith::grading
