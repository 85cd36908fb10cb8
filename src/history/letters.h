// Wordings as they are compared, to tell whether one is the other reworded. Internal to this
// folder.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pith::history {

/// The letters of a wording, without case, spaces and punctuation; the first 400 bytes of them.
struct Letters {
  explicit Letters(std::string_view wording);

  std::string text;
  std::size_t length = 0;  ///< Code points.
};

/// [0, 1]: 1 for the same letters, else less by the share of the longer one that was edited. 0
/// where the lengths alone rule out `least`, and where neither has a letter.
[[nodiscard]] double similarity(const Letters& a, const Letters& b, double least);

}  // namespace pith::history
