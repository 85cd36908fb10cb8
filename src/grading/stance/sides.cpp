#include "grading/stance/sides.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "grading/stance/han_orders.h"
#include "grading/stance/outcomes.h"

namespace pith::grading {
namespace {

bool has_any(std::span<const Mark> marks, std::initializer_list<Cue> cues, const Range& clause) {
  return std::ranges::any_of(cues, [&](Cue cue) { return has_cue(marks, cue, clause); });
}

/// Whether a clause denies, supposes or judges: "not before you judge" orders otherwise, and
/// "merging before you test breaks the build" tells why the point is right.
bool objects(std::span<const Mark> marks, const Range& clause) {
  return has_any(
      marks,
      {Cue::negate, Cue::needless, Cue::condition, Cue::seldom, Cue::judge, Cue::harm, Cue::mishap},
      clause);
}

/// Whether nothing speaks against taking a clause for a claim.
bool is_plain(std::span<const Mark> marks, const Range& clause) {
  return !objects(marks, clause) &&
         !has_any(marks, {Cue::consequence, Cue::averse, Cue::objection}, clause);
}

/// Whether an order is told to say what comes of it: "training before you eat makes you dizzy".
bool describes(const Grains& text, const Range& clause) {
  static const auto verbs = grains_of("is are was makes keeps leaves gets means most people").list;
  return share_word(text.in(clause), verbs);
}

/// Finds the sides in a text.
class SidesFinder {
 public:
  SidesFinder(const Grains& text, std::span<const Mark> marks, const Segments& segments)
      : text_(text), marks_(marks), segments_(segments) {}

  [[nodiscard]] std::vector<Sides> sides(const Vocabulary& vocabulary,
                                         std::span<const Occurrence> occurrences) const {
    std::vector<Sides> sides;
    for (std::size_t c = 0; c < segments_.clauses.size(); ++c) {
      const auto& clause = segments_.clauses[c].grains;
      const auto lesser = denied_comparison(clause);
      const auto within = lesser ? lesser : joint_within(clause);
      if (const auto joint = within || c == 0 ? within : joint_before(c)) {
        const bool is_claim = (lesser ? is_unsupposed(c) : claims(c, joint->is_comparison())) &&
                              (within || claims(c - 1, false)) &&
                              !(joint->orders() && describes(text_, clause));
        sides.push_back({couple_of(vocabulary, occurrences, joint->first, joint->second),
                         *joint,
                         {(within ? clause : segments_.clauses[c - 1].grains).begin, clause.end},
                         is_claim,
                         has_cue(marks_, Cue::negate, clause),
                         objected(c)});
      }
    }
    return sides;
  }

 private:
  [[nodiscard]] std::optional<Joint> denied_comparison(const Range& clause) const {
    const bool denies =
        has_cue(marks_, Cue::negate, clause) || has_cue(marks_, Cue::prefer, clause);
    return denies ? denied_comparison_in(text_, clause) : std::nullopt;
  }

  [[nodiscard]] std::optional<Joint> joint_within(const Range& clause) const {
    const auto joint = joint_in(text_, clause);
    return joint ? joint : han_order_in(text_, clause);
  }

  /// Between a clause and the one before it.
  [[nodiscard]] std::optional<Joint> joint_before(std::size_t clause) const {
    static const auto then = stem_of("then");
    const auto& first = segments_.clauses[clause - 1].grains;
    const auto& second = segments_.clauses[clause].grains;
    return text_.list[second.begin].stem == then
               ? std::optional(ordered(Joint::Kind::before, second.begin, first, second))
               : han_order_of(text_, first, second);
  }

  [[nodiscard]] bool objected(std::size_t at) const {
    const auto& clause = segments_.clauses[at];
    return objects(marks_, clause.grains) ||
           (segments_.goes_on_at(at + 1) && has_any(marks_, {Cue::judge, Cue::harm, Cue::mishap},
                                                    segments_.clauses[at + 1].grains));
  }

  /// Whether nothing but its own denial speaks against taking a clause for a claim.
  [[nodiscard]] bool is_unsupposed(std::size_t at) const {
    const auto& clause = segments_.clauses[at].grains;
    return !tells_what_comes(text_, marks_, clause) &&
           !has_any(marks_, {Cue::needless, Cue::condition, Cue::seldom, Cue::consequence}, clause);
  }

  /// Whether a clause says that it is so, and neither it nor the next one tells what comes of it.
  /// What may speak against something (防守) does not where things are compared.
  [[nodiscard]] bool claims(std::size_t at, bool compares) const {
    const auto& clause = segments_.clauses[at];
    const bool plain = compares ? !objects(marks_, clause.grains) : is_plain(marks_, clause.grains);
    return plain && !tells_what_comes(text_, marks_, clause.grains) &&
           !(segments_.goes_on_at(at + 1) &&
             tells_what_comes(text_, marks_, segments_.clauses[at + 1].grains));
  }

  const Grains& text_;
  std::span<const Mark> marks_;
  const Segments& segments_;
};

}  // namespace

std::vector<Sides> sides_in(const Vocabulary& vocabulary, std::span<const Occurrence> occurrences,
                            const Grains& text, std::span<const Mark> marks,
                            const Segments& segments) {
  return SidesFinder(text, marks, segments).sides(vocabulary, occurrences);
}

}  // namespace pith::grading
