// Latin letters as plain ones.
#pragma once

#include <string>
#include <string_view>

namespace pith::text {

/// The text in lower case with the marks taken off its letters, and letters that are none of
/// ASCII's spelled with those that look like them: `Übung` gives `ubung`, `Straße` `strasse`,
/// `Łódź` `lodz`. What is not Latin stays. Requires valid UTF-8.
[[nodiscard]] std::string plain_latin(std::string_view text);

}  // namespace pith::text
