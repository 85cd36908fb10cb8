#include "text/breaks.h"

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

namespace pith::text {
namespace {

using Iterator = std::unique_ptr<icu::BreakIterator>;

void require_break(UErrorCode status) {
  if (U_FAILURE(status)) {
    throw std::runtime_error(std::string("ICU cannot break text: ") + u_errorName(status));
  }
}

Iterator make_iterator(BreakKind kind) {
  UErrorCode status = U_ZERO_ERROR;
  const auto& root = icu::Locale::getRoot();
  Iterator made(kind == BreakKind::grapheme
                    ? icu::BreakIterator::createCharacterInstance(root, status)
                : kind == BreakKind::word ? icu::BreakIterator::createWordInstance(root, status)
                                          : icu::BreakIterator::createLineInstance(root, status));
  require_break(status);
  return made;
}

/// A fresh iterator, cloned because that is a hundred times cheaper than making one from its rules.
Iterator iterator(BreakKind kind) {
  static const Iterator grapheme = make_iterator(BreakKind::grapheme);
  static const Iterator word = make_iterator(BreakKind::word);
  static const Iterator line = make_iterator(BreakKind::line);
  const auto& prototype = kind == BreakKind::grapheme ? grapheme
                          : kind == BreakKind::word   ? word
                                                      : line;
  return Iterator(prototype->clone());
}

}  // namespace

std::vector<std::size_t> find_breaks(std::string_view text, BreakKind kind) {
  UErrorCode status = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text.data(), static_cast<std::int64_t>(text.size()), &status);
  require_break(status);
  const auto breaks = iterator(kind);
  breaks->setText(&utext, status);
  std::vector<std::size_t> bounds;
  if (U_SUCCESS(status)) {
    for (auto at = breaks->first(); at != icu::BreakIterator::DONE; at = breaks->next()) {
      bounds.push_back(static_cast<std::size_t>(at));
    }
  }
  utext_close(&utext);
  require_break(status);
  return bounds;
}

}  // namespace pith::text
