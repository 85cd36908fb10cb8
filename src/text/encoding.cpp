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
