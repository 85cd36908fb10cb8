// How far a denial reaches back: over its own clause, or to what was named before it.
#pragma once

#include <optional>
#include <vector>

#include "grading/stance/agreement.h"
#include "grading/stance/mentions.h"
#include "grading/stance/scopes.h"
#include "grading/stretches/heard.h"

namespace pith::grading {

/// Where a scope is looked for a point, and what does not count for a point found there.
struct Reach {
  Range tested;
  Range hidden;
  double least = kRejectedRecall;  ///< Recall from which a point is meant.
};

class Reaches {
 public:
  /// `asked` is by sentence: whether it asks. All must outlive this.
  Reaches(const Heard& heard, const std::vector<bool>& asked, Mentions& mentions,
          Agreement& agreement)
      : heard_(heard), asked_(asked), mentions_(mentions), agreement_(agreement) {}

  [[nodiscard]] Reach reach_of(const Scope& scope);

 private:
  [[nodiscard]] bool opens_with_pronoun(const Clause& clause) const;
  /// A list, a full stop, and then "I'd rather not go into these": the sentence that is waved off.
  [[nodiscard]] std::optional<std::size_t> waved_off(const Scope& scope);
  [[nodiscard]] bool reports(const Range& range) const;
  /// "One is red, two is blue, no, two is green": a no by itself is about the clause before it.
  [[nodiscard]] bool takes_one_back(const Scope& scope) const;
  /// First clause that the scope reaches back to for its topic: of its own sentence, or of the
  /// question or the opinion of others that it answers. "A load test? Don't bother."  All of a list
  /// stand before "none of these matters".
  [[nodiscard]] std::size_t topic_clause(const Scope& scope);
  /// What the scope bears on. A point that is a denial itself ends it: in "it does not slip and is
  /// easy to untie" it is about the slipping alone.
  [[nodiscard]] Range direct_of(const Scope& scope);
  /// Whether what a scope bears on is named before its clause. "You do not need patents" names it,
  /// in one word.
  [[nodiscard]] bool means_what_was_before(const Scope& scope);

  Heard heard_;
  const std::vector<bool>& asked_;
  Mentions& mentions_;
  Agreement& agreement_;
};

}  // namespace pith::grading
