// What pith draws and punctuates itself, for screens with and without glyphs beyond ASCII. Text of
// decks and answers is printed as it is: what pith says is put into ASCII before it is joined.
#pragma once

#include <cstddef>
#include <string>

namespace pith::text {

/// The words with · – → “ ” … as - - -> " " ... .
[[nodiscard]] std::string ascii_marks(std::string words);

/// A bar `cells` wide, filled by `share` (clamped to [0, 1]; NaN is 0): ████░░░░, or ####---- in
/// ASCII.
[[nodiscard]] std::string bar(double share, std::size_t cells, bool unicode);

}  // namespace pith::text
