#include "grading/exact/cloze_names.h"

#include <array>

#include "base/trim.h"
#include "grading/exact/folded_words.h"
#include "grading/words/numerals.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace pith::grading {
namespace {

constexpr std::size_t kLongestName = 32;  ///< Bytes of a gap's name and its mark.

/// 电压 of 第一个电压 or 第1空：电压: gaps are counted.
std::optional<NamedGap> gap_counted(const deck::Item& item, std::string_view piece) {
  constexpr std::array<FoldedView, 6> kGaps = {U"个空", U"个", U"空", U"格", U"处", U"项"};
  const auto folded = text::fold(text::prefix(piece, kLongestName));
  const auto number = folded.text.starts_with(U'第') ? numeral_at(folded.text, 1) : std::nullopt;
  const auto gap = number ? one_at(folded.text, 1 + number->length, kGaps) : std::nullopt;
  double count = 0;
  for (const auto& part : item.cloze) {
    count += part.point ? 1 : 0;
    if (gap && gap->end < folded.text.size() && part.point && number->value == count) {
      return std::pair(*part.point, base::trimmed(piece.substr(folded.begin[gap->end])));
    }
  }
  return std::nullopt;
}

/// 翻译 of c2翻译, without a mark: Han characters cannot go on with a name.
std::optional<NamedGap> gap_named_before_han(const deck::Item& item, std::string_view piece) {
  const auto folded = text::fold(text::prefix(piece, kLongestName));
  for (std::size_t p = 0; p < item.points.size(); ++p) {
    const auto name = text::to_utf32(item.points[p].id);
    if (!name.empty() && folded.text.starts_with(name) && name.size() < folded.text.size() &&
        text::is_han(folded.text[name.size()]) && !text::is_han(name.back())) {
      return std::pair(p, base::trimmed(piece.substr(folded.begin[name.size()])));
    }
  }
  return gap_counted(item, piece);
}

}  // namespace

std::optional<NamedGap> named_gap(const deck::Item& item, std::string_view piece) {
  constexpr std::array<std::string_view, 4> kMarksOfNames = {":", "=", "：", "＝"};
  auto mark = std::string_view::npos;
  std::size_t size = 0;
  for (const auto one : kMarksOfNames) {
    if (const auto found = piece.substr(0, kLongestName).find(one); found < mark) {
      mark = found;
      size = one.size();
    }
  }
  if (mark == std::string_view::npos) {
    return gap_named_before_han(item, piece);
  }
  for (std::size_t p = 0; p < item.points.size(); ++p) {
    if (text::nfkc_casefold(base::trimmed(piece.substr(0, mark))) == item.points[p].id) {
      return std::pair(p, base::trimmed(piece.substr(mark + size)));
    }
  }
  return gap_named_before_han(item, piece);
}

}  // namespace pith::grading
