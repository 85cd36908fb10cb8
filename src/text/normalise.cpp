#include "text/normalise.h"

#include <memory>
#include <optional>
#include <stdexcept>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>

#include "text/tables/han_tables.h"
#include "text/utf8.h"

namespace pith::text {
namespace {

void require_normal(UErrorCode status) {
  if (U_FAILURE(status)) {
    throw std::runtime_error(std::string("ICU cannot normalise: ") + u_errorName(status));
  }
}

const icu::Normalizer2& nfkc_cf() {
  UErrorCode status = U_ZERO_ERROR;
  const auto* instance = icu::Normalizer2::getNFKCCasefoldInstance(status);
  require_normal(status);
  return *instance;
}

bool in_tables(char32_t c) {
  return c >= tables::kFirstHan && c - tables::kFirstHan < tables::kSimplified.size();
}

/// What NFKC case folding makes of a character that it always treats alone, whatever follows:
/// ASCII, Han, its commonest punctuation and full-width ASCII. Nothing for all others.
std::optional<char32_t> fold_simple(char32_t c) {
  if (c < 0x80) {
    return c >= U'A' && c <= U'Z' ? c + 32 : c;
  }
  if (c == 0x2019) {  // the apostrophe that telephones type
    return U'\'';
  }
  if (in_tables(c)) {
    return tables::kSimplified[c - tables::kFirstHan];
  }
  if (c >= 0xFF01 && c <= 0xFF5E) {
    return fold_simple(c - 0xFEE0);
  }
  const bool plain_mark = (c >= 0x3001 && c <= 0x3002) || (c >= 0x3008 && c <= 0x3011) ||
                          (c >= 0x2018 && c <= 0x201D) || c == 0x2014;
  return plain_mark ? std::optional(c) : std::nullopt;
}

/// True at the end of the text and before a character that nothing before it can change.
bool starts_segment(std::string_view source, std::size_t at) {
  if (at >= source.size()) {
    return true;
  }
  const char32_t c = next_code_point(source, at);
  return fold_simple(c) || nfkc_cf().hasBoundaryBefore(static_cast<UChar32>(c));
}

/// The end of the stretch from `at` that is normalised as one.
std::size_t end_of_segment(std::string_view source, std::size_t at) {
  do {
    static_cast<void>(next_code_point(source, at));
  } while (!starts_segment(source, at));
  return at;
}

void append_segment(Folded& folded, std::string_view source, std::size_t begin, std::size_t end) {
  const auto normal = nfkc_casefold(source.substr(begin, end - begin));
  for (std::size_t at = 0; at < normal.size();) {
    folded.text += simplified(next_code_point(normal, at));
    folded.begin.push_back(begin);
    folded.end.push_back(end);
  }
}

}  // namespace

std::string nfkc_casefold(std::string_view text) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  nfkc_cf().normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink,
                          nullptr, status);
  require_normal(status);
  return out;
}

std::string identity_of(std::string_view name) {
  std::string identity;
  const auto normal = nfkc_casefold(name);
  for (std::size_t at = 0; at < normal.size();) {
    const char32_t c = next_code_point(normal, at);
    if (!is_punctuation_or_space(c)) {
      append_utf8(identity, c);
    }
  }
  return nfkc_casefold(identity);  // An accent may have come to stand behind another letter.
}

Folded fold(std::string_view source) {
  Folded folded;
  folded.text.reserve(source.size());
  folded.begin.reserve(source.size());
  folded.end.reserve(source.size());
  for (std::size_t at = 0; at < source.size();) {
    auto end = at;
    const auto simple = fold_simple(next_code_point(source, end));
    if (simple && starts_segment(source, end)) {
      folded.text += *simple;
      folded.begin.push_back(at);
      folded.end.push_back(end);
    } else {
      end = end_of_segment(source, at);
      append_segment(folded, source, at, end);
    }
    at = end;
  }
  return folded;
}

char32_t simplified(char32_t c) {
  return in_tables(c) ? tables::kSimplified[c - tables::kFirstHan] : c;
}

unsigned toneless_pinyin(char32_t han) {
  return in_tables(han) ? tables::kPinyin[han - tables::kFirstHan] : 0;
}

bool is_han(char32_t c) {
  return in_tables(c) || (c >= 0x20000 && c <= 0x323AF) || (c >= 0xF900 && c <= 0xFAFF) ||
         c == U'々' || c == U'〇';
}

bool is_letter_or_digit(char32_t c) {
  if (c < 0x80) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
  }
  return is_han(c) || u_isalnum(static_cast<UChar32>(c)) != 0;
}

bool is_punctuation_or_space(char32_t c) {
  if (is_han(c)) {
    return false;
  }
  const auto code = static_cast<UChar32>(c);
  return u_ispunct(code) != 0 || u_isUWhiteSpace(code) != 0;
}

}  // namespace pith::text
