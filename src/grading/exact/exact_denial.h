// Denials in answers that are compared rather than understood: "not TCP", 不是 128.
#pragma once

#include <optional>
#include <string_view>

#include "grading/grade.h"

namespace pith::grading {

/// The denial that ends where the folded text does, but for blanks and articles ("it is not the "),
/// in folded characters; empty if none does. 是不是 and "not only" deny nothing.
[[nodiscard]] std::optional<Span> denial_before(std::u32string_view folded);

/// A text that denies something, in views into it.
struct DeniedText {
  std::string_view affirmed;  ///< What stands before the denial, without blanks; may be empty.
  std::string_view word;      ///< "not", 不是
  std::string_view denied;    ///< What stands behind it, up to a turn ("but", 而是).
  std::string_view turned;    ///< What stands behind that turn; mostly empty.
};

/// What the first denial of a text parts; one at its end denies what stands before it. Empty if
/// there is none.
[[nodiscard]] std::optional<DeniedText> denial_in(std::string_view text);

}  // namespace pith::grading
