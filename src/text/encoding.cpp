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
  return (high - in_runs) * kMostAlone < high ? "GB18030" : "windows-1252";
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
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.remove_prefix(3);
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
