#include "text/latin.h"

#include <algorithm>
#include <array>
#include <utility>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "text/normalise.h"

namespace pith::text {
namespace {

/// Letters that no decomposition takes apart.
constexpr auto kLookalikes = std::to_array<std::pair<char16_t, const char*>>({
    {u'æ', "ae"},
    {u'œ', "oe"},
    {u'ø', "o"},
    {u'đ', "d"},
    {u'ð', "d"},
    {u'þ', "th"},
    {u'ł', "l"},
    {u'ħ', "h"},
    {u'ı', "i"},
});

icu::UnicodeString decomposed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfd = icu::Normalizer2::getNFDInstance(status);
  const auto whole = icu::UnicodeString::fromUTF8(std::string(text));
  return U_FAILURE(status) ? whole : nfd->normalize(whole, status);
}

}  // namespace

std::string plain_latin(std::string_view text) {
  const auto parts = decomposed(nfkc_casefold(text));
  icu::UnicodeString plain;
  for (int i = 0; i < parts.length(); ++i) {
    const auto* const found =
        std::ranges::find(kLookalikes, parts[i], &std::pair<char16_t, const char*>::first);
    if (found != kLookalikes.end()) {
      plain += icu::UnicodeString(found->second);
    } else if (u_charType(static_cast<UChar32>(parts[i])) != U_NON_SPACING_MARK) {
      plain += parts[i];
    }
  }
  std::string out;
  return plain.toUTF8String(out);
}

}  // namespace pith::text
