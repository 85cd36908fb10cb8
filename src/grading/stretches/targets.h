// An item made ready for comparison: every point as one or more targets, each with its wordings and
// the weights of their tokens among the sibling points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "deck/item.h"
#include "grading/grade.h"
#include "grading/words/vocabulary.h"

namespace pith::grading {

inline constexpr double kStatementLetters = 12.0;  ///< From here on a wording is a statement.
inline constexpr double kQuestionFactor = 0.1;     ///< What words of the question weigh.

struct WeightedToken {
  TokenId token = 0;
  float weight = 0.0F;
};

/// One way to say a target.
struct Wording {
  enum class Role { name, detail, both, accept, reject };

  Role role = Role::name;
  std::size_t number = 0;  ///< Among all wordings of the item.
  std::string text;
  Grains grains;
  std::vector<Mark> marks;
  std::vector<double> weights;  ///< Of each grain, for alignment.
  std::vector<WeightedToken> tokens;
  float total = 0.0F;  ///< Sum of the tokens' weights.
  std::size_t letters = 0;
  std::vector<TokenId> denied;  ///< What its negations bear on.

  /// It is a name or a detail: what the deck says of the point, rather than what may be said for
  /// it.
  [[nodiscard]] bool defines() const { return role == Role::name || role == Role::detail; }
  /// Whoever says it states the point.
  [[nodiscard]] bool states() const { return role != Role::reject; }
  [[nodiscard]] bool has(TokenId token) const;
};

/// What is looked for: a point, or one statement of a point that has several.
struct Target {
  std::size_t point = 0;
  double share = 1.0;  ///< Of the point's credit; the shares of a point sum to 1.
  std::vector<Wording> wordings;
  std::size_t letters = 0;  ///< Of its name, or twice those of its detail.
  bool listed = true;       ///< It is a name in a list of names, told apart by its spelling.
  /// Stems that its name begins or ends with as another one of the list does: 费 of 油费 and
  /// 保险费. With an encoder only.
  std::vector<std::uint64_t> kind;
  bool bare = false;            ///< It is only a name, but heard in other words, too.
  std::size_t length = 0;       ///< Letters of the longer of its name and its detail.
  bool denies = false;          ///< The point itself denies something,
  std::vector<TokenId> denied;  ///< namely these, in whatever wording.
  bool has_denial = false;      ///< Its name or detail denies something anywhere.

  [[nodiscard]] const Wording& name() const { return wordings.front(); }
};

/// A wording that has a token, and what the token weighs there.
struct Posting {
  std::uint32_t wording = 0;  ///< Wording::number.
  float weight = 0.0F;
};

/// The item as the grader sees it.
struct Targets {
  Vocabulary vocabulary;
  std::vector<Target> list;
  std::size_t wordings = 0;                    ///< Of all targets.
  std::vector<std::vector<Posting>> postings;  ///< By token.
  std::vector<bool> in_question;               ///< By token.
  Grains question;
  std::vector<Mark> question_marks;
  bool asks_denial = false;  ///< The question is what one may not do.
  bool in_han = false;       ///< The question is written in Han characters.
  std::size_t points = 0;
};

/// 0 for a term, 1 for a statement.
[[nodiscard]] double statement_share(const Target& target);

/// Whether the item is one point without a detail or an accepted wording: a reference answer.
[[nodiscard]] bool is_reference(const Targets& targets);

/// `by_meaning`: for comparing with an encoder.
[[nodiscard]] Targets targets_of(const deck::Item& item, bool use_accept, bool by_meaning,
                                 std::span<const LearnedWording> learned);

}  // namespace pith::grading
