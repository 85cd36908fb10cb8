// Questions that ask for what is not so: "which metals are not magnetic", 哪些办法没用,
// 哪些地方不准停车. Who answers repeats the question's denial, and rejects nothing by it; who
// leaves it out says the contrary.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "grading/stance/mentions.h"
#include "grading/stance/question_denial.h"
#include "grading/stance/scopes.h"
#include "grading/stretches/heard.h"

namespace pith::grading {

/// A clause that says of something that it is as the question denies.
struct Contrary {
  Range clause;
  Range words;                     ///< That say so.
  double least = kRejectedRecall;  ///< Recall of a point from which the clause is about it.
};

class AskedDenial {
 public:
  /// `topical` is of each grain of the answer. Both must outlive this.
  AskedDenial(const Heard& heard, std::span<const Topical> topical);

  /// Whether a denial of the answer is the question's own: penguins "cannot fly", where the
  /// question is which birds cannot.
  [[nodiscard]] bool is_repeated_by(const Scope& scope) const;

  /// The clauses that say the contrary: "copper is magnetic"; "it is not void"; 救护车也可以超,
  /// where the question is what one may not overtake.
  [[nodiscard]] std::vector<Contrary> contraries() const;

 private:
  [[nodiscard]] bool names_something(const Range& range) const;
  [[nodiscard]] bool is_said_by(std::size_t place, const Grain& grain) const;
  [[nodiscard]] double share_said_in(const Range& range) const;
  [[nodiscard]] bool is_same_word(const Range& word) const;
  [[nodiscard]] bool answers_when(const Scope& scope) const;
  [[nodiscard]] bool goes_on(const Scope& scope) const;
  [[nodiscard]] std::optional<Range> opposite_in(const Range& clause) const;
  [[nodiscard]] bool is_name(const Occurrence& occurrence) const;
  [[nodiscard]] bool follows_name(std::size_t grain, std::size_t begin) const;
  [[nodiscard]] bool denies_again(std::size_t mark) const;
  [[nodiscard]] std::optional<Range> permission_in(const Mark& permission) const;
  [[nodiscard]] std::optional<Range> need_in(const Range& clause) const;
  [[nodiscard]] std::optional<Range> affirmation_in(const Range& clause) const;

  Heard heard_;
  std::vector<Mark> polar_;
  std::span<const Topical> topical_;
  std::optional<QuestionDenial> asked_;
  std::vector<Range> opposites_;  ///< Of its word, in the text.
};

}  // namespace pith::grading
