// Random text for property tests: scripts mixed as people mix them, with what breaks programs.
#pragma once

#include <string>

#include <rapidcheck.h>

namespace pith::test {

/// Valid UTF-8 of Latin, Han of both scripts, kana, combining marks, emoji sequences, controls,
/// format characters and any other code point.
[[nodiscard]] rc::Gen<std::string> gen_text();

}  // namespace pith::test
