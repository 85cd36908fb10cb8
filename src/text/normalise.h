// One form for all spellings of the same text: width, case, script and punctuation folded.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pith::text {

/// NFKC with case folding. Requires valid UTF-8.
[[nodiscard]] std::string nfkc_casefold(std::string_view text);

/// A point's name as its identity: NFKC, case-folded, spaces and punctuation dropped. Part of the
/// deck format: never changes.
[[nodiscard]] std::string identity_of(std::string_view name);

/// Text for comparison: NFKC, case-folded, traditional Han simplified, the typographic apostrophe a
/// plain one, each character with the byte range of `source` it came from. Nothing visible is
/// dropped: only what NFKC case folding removes (zero-width characters, soft hyphens, variation
/// selectors) has no place in `text`. Ranges never overlap partly: characters that were normalised
/// together share one. Requires valid UTF-8.
struct Folded {
  std::u32string text;
  std::vector<std::size_t> begin;  ///< begin[i], end[i]: bytes of the source that gave text[i].
  std::vector<std::size_t> end;
};
[[nodiscard]] Folded fold(std::string_view source);

/// Traditional -> simplified for one Han character; any other character is returned as it is.
[[nodiscard]] char32_t simplified(char32_t c);

/// Toneless pinyin of a Han character (its commonest reading) with zh/z, ch/c, sh/s and -ng/-n
/// folded, as an opaque number; 0 for any other character and where no reading is known.
[[nodiscard]] unsigned toneless_pinyin(char32_t han);

/// Unified and compatibility ideographs, 々 and 〇; not kana or hangul.
[[nodiscard]] bool is_han(char32_t c);
/// A letter of any script or a decimal digit.
[[nodiscard]] bool is_letter_or_digit(char32_t c);
/// White space or general category P; symbols such as + = < $ are neither.
[[nodiscard]] bool is_punctuation_or_space(char32_t c);

}  // namespace pith::text
