#include "text/encoding.h"

#include <algorithm>
#include <array>
#include <memory>

#include <unicode/ucnv.h>

#include "text/utf8.h"

namespace pith::text {
namespace {

std::string converted(std::string_view bytes, const char* encoding) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> from(ucnv_open(encoding, &error),
                                                                &ucnv_close);
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> to(ucnv_open("UTF-8", &error),
                                                              &ucnv_close);
  if (U_FAILURE(error)) {
    return repair_utf8(bytes);
  }
  std::string out;
  std::array<char, 8192> target{};
  std::array<UChar, 4096> pivot{};
  const char* source = bytes.data();
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  for (bool first = true; first || error == U_BUFFER_OVERFLOW_ERROR; first = false) {
    error = U_ZERO_ERROR;
    char* out_at = target.data();
    ucnv_convertEx(to.get(), from.get(), &out_at, target.data() + target.size(), &source,
                   bytes.data() + bytes.size(), pivot.data(), &pivot_source, &pivot_target,
                   pivot.data() + pivot.size(), static_cast<UBool>(first), true, &error);
    out.append(target.data(), out_at);
  }
  return repair_utf8(out);
}

bool is_high(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Two bytes beyond ASCII, as GB18030 pairs them.
struct HighPair {
  unsigned char first = 0;
  unsigned char second = 0;
  bool in_word = false;  ///< An ASCII letter stands beside it.

  /// Punctuation, or one of the characters that make up nearly all of what is written.
  [[nodiscard]] bool is_common_chinese() const {
    const bool punctuation = first >= 0xA1 && first <= 0xA3;
    return second >= 0xA1 && (punctuation || (first >= 0xB0 && first <= 0xD7));
  }
  /// Two letters in Windows-1252, the first of them small; in GB18030 a rare character.
  [[nodiscard]] bool is_latin() const { return in_word && first >= 0xDF && second >= 0xC0; }
};

/// Words such as `Größe`: more pairs of letters within words than common Chinese characters.
bool pairs_are_latin(std::string_view bytes) {
  std::size_t latin = 0;
  std::size_t chinese = 0;
  for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
    if (is_high(bytes[i]) && is_high(bytes[i + 1])) {
      const bool in_word = (i > 0 && is_ascii_letter(bytes[i - 1])) ||
                           (i + 2 < bytes.size() && is_ascii_letter(bytes[i + 2]));
      const HighPair pair{static_cast<unsigned char>(bytes[i]),
                          static_cast<unsigned char>(bytes[i + 1]), in_word};
      latin += pair.is_latin() ? 1U : 0U;
      chinese += pair.is_common_chinese() ? 1U : 0U;
      ++i;
    }
  }
  return latin > chinese;
}

/// Chinese in GB18030 stands in runs of pairs of high bytes; in Latin scripts high bytes stand
/// alone.
std::string guessed_encoding(std::string_view bytes) {
  std::size_t high = 0;
  std::size_t in_runs = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const bool neighbour =
        (i > 0 && is_high(bytes[i - 1])) || (i + 1 < bytes.size() && is_high(bytes[i + 1]));
    if (is_high(bytes[i])) {
      ++high;
      in_runs += neighbour ? 1U : 0U;
    }
  }
  constexpr std::size_t kMostAlone = 5;  // one in so many
  const bool runs = (high - in_runs) * kMostAlone < high;
  return runs && !pairs_are_latin(bytes) ? "GB18030" : "windows-1252";
}

/// Lines with bytes that are no UTF-8; empty if those are most of the lines beyond ASCII.
std::vector<std::size_t> damaged_lines(std::string_view bytes) {
  std::vector<std::size_t> damaged;
  std::size_t sound = 0;
  std::size_t line = 1;
  for (std::size_t begin = 0; begin < bytes.size(); ++line) {
    const auto end = std::min(bytes.find('\n', begin), bytes.size());
    const auto text = bytes.substr(begin, end - begin);
    begin = end + 1;
    if (find_invalid_utf8(text)) {
      damaged.push_back(line);
    } else if (std::ranges::any_of(text, is_high)) {
      ++sound;
    }
  }
  return damaged.size() < sound ? damaged : std::vector<std::size_t>{};
}

constexpr std::size_t kSampledBytes = 4096;

/// Whether a unit of UTF-16 is one that texts are made of: Latin, Greek, Cyrillic, Han, kana,
/// Hangul, punctuation. Of units with their bytes exchanged many are none.
bool is_everyday(unsigned unit) {
  struct Block {
    unsigned first;
    unsigned last;
  };
  static constexpr std::array<Block, 10> kBlocks = {{{0x20, 0x7E},
                                                     {0xA0, 0x24F},
                                                     {0x370, 0x52F},
                                                     {0x2010, 0x203B},
                                                     {0x2190, 0x22FF},
                                                     {0x3000, 0x30FF},
                                                     {0x4E00, 0x9FFF},
                                                     {0xAC00, 0xD7A3},
                                                     {0xD83C, 0xDFFF},
                                                     {0xFF01, 0xFF5E}}};
  return unit == '\t' || unit == '\n' || unit == '\r' ||
         std::ranges::any_of(kBlocks, [&](const Block& block) {
           return unit >= block.first && unit <= block.last;
         });
}

std::size_t everyday_units(std::string_view bytes, bool big_endian) {
  std::size_t count = 0;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const auto one = static_cast<unsigned char>(bytes[i]);
    const auto other = static_cast<unsigned char>(bytes[i + 1]);
    const auto unit = big_endian ? one * 256U + other : other * 256U + one;
    count += is_everyday(unit) ? 1U : 0U;
  }
  return count;
}

/// A byte that no text has, but half a character of UTF-16 may be: of ASCII, of Cyrillic.
bool is_only_a_half(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

/// The name of UTF-16 where a text is that without a mark; empty if it is not. An ASCII character
/// has a NUL for its other half, and no other encoding of texts has any.
std::string_view unmarked_utf16(std::string_view bytes) {
  const auto sample = bytes.substr(0, kSampledBytes);
  const bool any_null = sample.find('\0') != std::string_view::npos;
  const auto halves = static_cast<std::size_t>(std::ranges::count_if(sample, is_only_a_half));
  const auto invalid = find_invalid_utf8(sample);
  const bool cut = invalid && *invalid + 4 > sample.size();
  if (!any_null || bytes.size() % 2 != 0 || ((!invalid || cut) && halves * 4 < sample.size())) {
    return {};
  }
  const auto little = everyday_units(sample, false);
  const auto big = everyday_units(sample, true);
  const bool plainly = std::max(little, big) * 20 >= sample.size() / 2 * 19;  // 19 of 20 units
  return !plainly || little == big ? "" : little > big ? "UTF-16LE" : "UTF-16BE";
}

}  // namespace

Decoded decode(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.remove_prefix(3);
  } else if (bytes.starts_with("\xFF\xFE\0\0"sv)) {
    return {converted(bytes.substr(4), "UTF-32LE"), "UTF-32LE", {}};
  } else if (bytes.starts_with("\0\0\xFE\xFF"sv)) {
    return {converted(bytes.substr(4), "UTF-32BE"), "UTF-32BE", {}};
  } else if (bytes.starts_with("\xFF\xFE")) {
    return {converted(bytes.substr(2), "UTF-16LE"), "UTF-16LE", {}};
  } else if (bytes.starts_with("\xFE\xFF")) {
    return {converted(bytes.substr(2), "UTF-16BE"), "UTF-16BE", {}};
  }
  if (const auto utf16 = unmarked_utf16(bytes); !utf16.empty()) {
    return {converted(bytes, utf16.data()), std::string(utf16), {}};
  }
  if (!find_invalid_utf8(bytes)) {
    return {std::string(bytes), "UTF-8", {}};
  }
  if (auto damaged = damaged_lines(bytes); !damaged.empty()) {
    return {repair_utf8(bytes), "UTF-8", std::move(damaged)};
  }
  auto encoding = guessed_encoding(bytes);
  return {converted(bytes, encoding.c_str()), encoding, {}};
}

}  // namespace pith::text
