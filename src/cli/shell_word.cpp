#include "cli/shell_word.h"

#include <algorithm>

namespace pith::cli {
namespace {

/// Means itself everywhere in a word; so does every letter beyond ASCII.
bool is_plain(char c) {
  constexpr std::string_view kMarks = "_-./:,+@%";
  return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') ||
         (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || kMarks.find(c) != kMarks.npos;
}

}  // namespace

std::string quoted_for_shell(std::string_view word) {
  std::string quoted = "'";
  for (const char c : word) {
    quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  }
  return quoted + "'";
}

std::string shell_word(const std::string& word) {
  return !word.empty() && std::ranges::all_of(word, is_plain) ? word : quoted_for_shell(word);
}

}  // namespace pith::cli
