// Another filler in a name's frame, where the name's own is denied: "dig in spring, not in autumn"
// against `dig in autumn`.
#pragma once

#include <optional>
#include <vector>

#include "grading/stance/scopes.h"
#include "grading/stretches/heard.h"

namespace pith::grading {

class Fillers {
 public:
  /// What is heard must outlive this.
  explicit Fillers(const Heard& heard) : heard_(heard) {}

  /// What stands beside a denied part of the target's name and has the rest of that name, but not
  /// this part.
  [[nodiscard]] std::optional<Range> beside(const Target& target, const Scope& scope);

 private:
  /// Whether a denial sets what it denies against something: "X, not Y", X 而不是 Y.
  [[nodiscard]] bool sets_against(const Range& word) const;
  /// Words of a name that stand in the range.
  [[nodiscard]] std::vector<TokenId> named_in(const Wording& name, const Range& range);

  Heard heard_;
};

}  // namespace pith::grading
