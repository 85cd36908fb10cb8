#include "grading/stance/sides.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "grading/stance/han_orders.h"
#include "grading/stance/outcomes.h"

namespace pith::grading {
namespace {

/// Whether a clause denies, supposes or judges: "not before you judge" orders otherwise, and
/// "merging before you test breaks the build" tells why the point is right.
bool objects(const Passage& passage, const Range& clause) {
  return passage.has_any(
      {Cue::negate, Cue::needless, Cue::condition, Cue::seldom, Cue::judge, Cue::harm, Cue::mishap},
      clause);
}

/// Whether nothing speaks against taking a clause for a claim.
bool is_plain(const Passage& passage, const Range& clause) {
  return !objects(passage, clause) &&
         !passage.has_any({Cue::consequence, Cue::averse, Cue::objection}, clause);
}

/// Whether an order is told to say what comes of it: "training before you eat makes you dizzy".
bool describes(const Grains& text, const Range& clause) {
  static const auto verbs = grains_of("is are was makes keeps leaves gets means most people").list;
  return share_word(text.in(clause), verbs);
}

/// Finds the sides in a text.
class SidesFinder {
 public:
  explicit SidesFinder(const Passage& passage) : passage_(passage) {}

  [[nodiscard]] std::vector<Sides> sides(const Vocabulary& vocabulary,
                                         std::span<const Occurrence> occurrences) const {
    std::vector<Sides> sides;
    for (std::size_t c = 0; c < passage_.segments.clauses.size(); ++c) {
      const auto& clause = passage_.clause(c);
      const auto lesser = denied_comparison(clause);
      const auto within = lesser ? lesser : joint_within(clause);
      if (const auto joint = within || c == 0 ? within : joint_before(c)) {
        const bool contrasts = !within && joint->kind == Joint::Kind::preferred;
        const bool is_claim =
            (lesser || contrasts ? is_unsupposed(c) : claims(c, joint->is_comparison())) &&
            (within || claims(c - 1, contrasts)) &&
            !(joint->orders() && describes(passage_.text, clause));
        sides.push_back({couple_of(vocabulary, occurrences, joint->first, joint->second),
                         *joint,
                         {(within ? clause : passage_.clause(c - 1)).begin, clause.end},
                         is_claim,
                         !contrasts && passage_.has(Cue::negate, clause),
                         objected(c)});
      }
    }
    return sides;
  }

 private:
  [[nodiscard]] std::optional<Joint> denied_comparison(const Range& clause) const {
    const bool denies = passage_.has(Cue::negate, clause) || passage_.has(Cue::prefer, clause);
    return denies ? denied_comparison_in(passage_.text, clause) : std::nullopt;
  }

  [[nodiscard]] std::optional<Joint> joint_within(const Range& clause) const {
    const auto joint = joint_in(passage_.text, clause);
    return joint ? joint : han_order_in(passage_.text, clause);
  }

  /// Between a clause and the one before it.
  [[nodiscard]] std::optional<Joint> joint_before(std::size_t clause) const {
    static const auto then = stem_of("then");
    const auto& first = passage_.clause(clause - 1);
    const auto& second = passage_.clause(clause);
    if (passage_.segments.goes_on_at(clause)) {
      if (const auto contrast = contrast_with(passage_.text, first, second)) {
        return contrast;
      }
    }
    return passage_.text.list[second.begin].stem == then
               ? std::optional(ordered(Joint::Kind::before, second.begin, first, second))
               : han_order_of(passage_.text, first, second);
  }

  [[nodiscard]] bool objected(std::size_t at) const {
    const auto& clause = passage_.segments.clauses[at];
    return objects(passage_, clause.grains) ||
           (passage_.segments.goes_on_at(at + 1) &&
            passage_.has_any({Cue::judge, Cue::harm, Cue::mishap}, passage_.clause(at + 1)));
  }

  /// Whether nothing but its own denial speaks against taking a clause for a claim.
  [[nodiscard]] bool is_unsupposed(std::size_t at) const {
    const auto& clause = passage_.clause(at);
    return !tells_what_comes(passage_, clause) &&
           !passage_.has_any({Cue::needless, Cue::condition, Cue::seldom, Cue::consequence},
                             clause);
  }

  /// Whether a clause says that it is so, and neither it nor the next one tells what comes of it.
  /// What may speak against something (防守) does not where things are compared.
  [[nodiscard]] bool claims(std::size_t at, bool compares) const {
    const auto& clause = passage_.segments.clauses[at];
    const bool plain =
        compares ? !objects(passage_, clause.grains) : is_plain(passage_, clause.grains);
    return plain && !tells_what_comes(passage_, clause.grains) &&
           !(passage_.segments.goes_on_at(at + 1) &&
             tells_what_comes(passage_, passage_.clause(at + 1)));
  }

  Passage passage_;
};

}  // namespace

std::vector<Sides> sides_in(const Vocabulary& vocabulary, std::span<const Occurrence> occurrences,
                            const Passage& passage) {
  return SidesFinder(passage).sides(vocabulary, occurrences);
}

}  // namespace pith::grading
