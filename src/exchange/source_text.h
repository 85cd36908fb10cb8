// A file to be imported as clean text.
#pragma once

#include <cstddef>
#include <string>

#include "exchange/imported.h"

namespace pith::exchange {

/// A larger text is refused: nobody wrote that many cards.
inline constexpr std::size_t kLargestText = std::size_t{256} << 20U;

/// The file's text: UTF-8, line breaks as `\n`, without control characters other than tabs. What
/// had to be changed for that goes into `changed`. Throws InvalidInput if the file is too large or
/// no text at all.
[[nodiscard]] std::string clean_text(const SourceFile& file, Remarks& changed);

/// A text without control characters (but tab and line feed); whether there were any.
bool drop_controls(std::string& text);

}  // namespace pith::exchange
