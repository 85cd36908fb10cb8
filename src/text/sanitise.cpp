#include <optional>

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "text/display.h"
#include "text/utf8.h"

namespace pith::text {
namespace {

constexpr char32_t kReplacementPicture = 0xFFFD;
constexpr char32_t kControlPictures = 0x2400;  // ␀ ␁ … one for each C0 control
constexpr char32_t kDeletePicture = 0x2421;

bool is_joiner(char32_t c) {
  return c == 0x200C || c == 0x200D;
}

/// Emoji, letters and marks: between two of these a joiner shapes what is seen.
bool can_be_joined(char32_t c) {
  if (c < 0x80 || is_joiner(c)) {
    return false;
  }
  const auto code = static_cast<UChar32>(c);
  return (U_GET_GC_MASK(code) & (U_GC_L_MASK | U_GC_M_MASK)) != 0 ||
         u_hasBinaryProperty(code, UCHAR_EMOJI) != 0;
}

bool is_invisible(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  if (u_hasBinaryProperty(code, UCHAR_NONCHARACTER_CODE_POINT) != 0) {
    return true;
  }
  constexpr auto kHidden = U_GC_CC_MASK | U_GC_CF_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK;
  return (U_GET_GC_MASK(code) & kHidden) != 0 &&
         u_hasBinaryProperty(code, UCHAR_PREPENDED_CONCATENATION_MARK) == 0;
}

/// As UTF-16, which is what JSON counts in.
std::string escaped(char32_t c) {
  if (c < 0x10000) {
    return fmt::format("\\u{:04x}", static_cast<unsigned>(c));
  }
  const auto beyond = static_cast<unsigned>(c) - 0x10000U;
  return fmt::format("\\u{:04x}\\u{:04x}", 0xD800U + (beyond >> 10U), 0xDC00U + (beyond & 0x3FFU));
}

char32_t visible(char32_t c) {
  if (c == U'\n' || c == U'\t' || (c >= 0x20 && c < 0x7F)) {
    return c;
  }
  if (c < 0x20) {
    return kControlPictures + c;
  }
  return c == 0x7F ? kDeletePicture : is_invisible(c) ? kReplacementPicture : c;
}

/// Calls `each` with every character of valid UTF-8 and with what stands for it.
void see(std::string_view text, auto each) {
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    auto ahead = at;
    const bool joins = is_joiner(c) && can_be_joined(before) && ahead < text.size() &&
                       can_be_joined(next_code_point(text, ahead));
    each(c, joins ? c : visible(c));
    before = c;
  }
}

}  // namespace

std::string sanitise(std::string_view text) {
  const auto repaired = repair_utf8(text);
  std::string out;
  out.reserve(repaired.size());
  see(repaired, [&](char32_t, char32_t seen) { append_utf8(out, seen); });
  return out;
}

std::string single_line(std::string_view text) {
  std::string out;
  bool apart = false;
  see(text, [&](char32_t c, char32_t seen) {
    if (u_isUWhiteSpace(static_cast<UChar32>(c)) != 0) {
      apart = !out.empty();
    } else if (seen == c) {
      out += apart ? " " : "";
      append_utf8(out, c);
      apart = false;
    }
  });
  return out;
}

std::string with_hidden_escaped(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    const auto begin = at;
    const char32_t c = next_code_point(json, at);
    if (c >= 0x7F && is_invisible(c)) {
      out += escaped(c);
    } else {
      out += json.substr(begin, at - begin);
    }
  }
  return out;
}

}  // namespace pith::text
