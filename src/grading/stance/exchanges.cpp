#include "grading/stance/exchanges.h"

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "grading/reason.h"
#include "grading/stance/couples.h"
#include "grading/stance/han_orders.h"
#include "grading/stance/joints.h"
#include "grading/stance/outcomes.h"

namespace pith::grading {
namespace {

constexpr double kLeastOrdered = 0.5;  ///< As kLeastTold, between 先 and 后: 先听后说.

/// The two sides of a clause, or two clauses, with what joins them.
struct Sides {
  Couple couple;
  Joint joint;
  bool is_claim = true;      ///< It is said that it is so.
  bool is_denied = false;    ///< It is said that it is not so.
  bool is_objected = false;  ///< That is supposed, denied or said to end badly.
};

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
  const auto words = std::span(text.list).subspan(clause.begin, clause.size());
  return std::ranges::any_of(words, [&](const Grain& word) {
    return std::ranges::find(verbs, word.stem, &Grain::stem) != verbs.end();
  });
}

/// Finds the sides in a text.
class SidesFinder {
 public:
  SidesFinder(const Grains& text, std::span<const Mark> marks, const Segments& segments)
      : text_(text), marks_(marks), segments_(segments) {}

  /// Of clauses that have a joint and deny nothing, or deny a comparison, and of clauses side by
  /// side where the second begins with "then" or 再.
  [[nodiscard]] std::vector<Sides> sides(const Vocabulary& vocabulary,
                                         std::span<const Occurrence> occurrences) const {
    std::vector<Sides> sides;
    for (std::size_t c = 0; c < segments_.clauses.size(); ++c) {
      const auto& clause = segments_.clauses[c].grains;
      const auto lesser = denied_comparison(clause);
      const auto within = lesser ? lesser : joint_within(clause);
      if (const auto joint = within || c == 0 ? within : joint_before(c)) {
        const bool is_claim = !lesser && claims(c) && (within || claims(c - 1)) &&
                              !(joint->orders() && describes(text_, clause));
        sides.push_back({couple_of(vocabulary, occurrences, joint->first, joint->second), *joint,
                         is_claim, has_cue(marks_, Cue::negate, clause), objected(c)});
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
    static const auto then = grains_of("then").list.front().stem;
    const auto& first = segments_.clauses[clause - 1].grains;
    const auto& second = segments_.clauses[clause].grains;
    return text_.list[second.begin].stem == then
               ? std::optional(ordered(Joint::Kind::before, second.begin, first, second))
               : han_order_of(text_, first, second);
  }

  [[nodiscard]] bool objected(std::size_t at) const {
    const auto& clause = segments_.clauses[at];
    return objects(marks_, clause.grains) ||
           (goes_on(at) && has_any(marks_, {Cue::judge, Cue::harm, Cue::mishap},
                                   segments_.clauses[at + 1].grains));
  }

  [[nodiscard]] bool goes_on(std::size_t at) const {
    return at + 1 < segments_.clauses.size() &&
           segments_.clauses[at + 1].sentence == segments_.clauses[at].sentence;
  }

  /// Whether a clause says that it is so, and neither it nor the next one tells what comes of it.
  [[nodiscard]] bool claims(std::size_t at) const {
    const auto& clause = segments_.clauses[at];
    return is_plain(marks_, clause.grains) && !tells_what_comes(text_, marks_, clause.grains) &&
           !(goes_on(at) && tells_what_comes(text_, marks_, segments_.clauses[at + 1].grains));
  }

  const Grains& text_;
  std::span<const Mark> marks_;
  const Segments& segments_;
};

/// What two couples share on the same side, and what on the other.
struct Shared {
  double there = 0;  ///< What stands first here, and second there.
  double back = 0;
  double first = 0;
  double second = 0;
};

Shared shared_by(const Vocabulary& vocabulary, const Couple& own, const Couple& said) {
  const auto weight = [&](const Words& a, const Words& b) {
    return weight_of(vocabulary, common(a, b));
  };
  return {weight(own.of_first, said.of_second), weight(own.of_second, said.of_first),
          weight(own.of_first, said.of_first), weight(own.of_second, said.of_second)};
}

/// Whether each of the two has what the other has on the other side, and little of it on the same:
/// "the lock costs more than the chain". What is compared stands on the first side of both
/// (流动性 of 买房的流动性低于租房).
bool is_exchanged(const Joint& joint, const Shared& shared) {
  const double kept = shared.second + (joint.is_comparison() ? 0 : shared.first);
  const double least = joint.is_order_in_han() ? kLeastOrdered : kLeastTold;
  return shared.there >= least && shared.back >= least && 2 * kept <= shared.there + shared.back;
}

/// Whether each of the two has what the other has on the same side, and little of it on the other.
bool is_kept(const Shared& shared) {
  return shared.first >= kLeastTold && shared.second >= kLeastTold &&
         2 * (shared.there + shared.back) <= shared.first + shared.second;
}

/// Whether what the one compares with is what the other compares: "soup needs more water than rice"
/// of what needs `less water than soup`.
bool is_converse(const Shared& shared) {
  return shared.back >= kLeastTold && shared.second == 0;
}

/// The sides that a name or a detail tells.
std::vector<Sides> sides_told(const Vocabulary& vocabulary, const Wording& wording) {
  if (wording.role != Wording::Role::name && wording.role != Wording::Role::detail) {
    return {};
  }
  const auto segments = segments_of(wording.grains, wording.marks);
  return SidesFinder(wording.grains, wording.marks, segments)
      .sides(vocabulary, vocabulary.occurrences(wording.grains));
}

/// Whether what is said turns round what is told: by the sides, or by the word between them.
bool turns_round(const Sides& own, const Sides& said, const Shared& shared) {
  return own.joint.is_like(said.joint) ? is_exchanged(said.joint, shared)
                                       : own.joint.is_opposite_to(said.joint) && is_kept(shared);
}

/// Whether what is said is what is told, from the other side.
bool says_the_same(const Sides& own, const Sides& said, const Shared& shared) {
  return !said.is_denied && own.joint.may_be_contrary_to(said.joint) &&
         (is_exchanged(said.joint, shared) ||
          (is_converse(shared) && (!own.joint.orders() || shared.first == 0)));
}

/// Whether a denied comparison says what is told: "coal isn't as cheap as gas" of gas that is
/// cheaper, 律师费没有诉讼费少 of 诉讼费 that is 少.
bool denies_the_contrary(const Sides& own, const Sides& said, const Shared& shared) {
  if (said.joint.kind != Joint::Kind::lesser || own.joint.kind != Joint::Kind::compared) {
    return false;
  }
  const bool in_han = own.joint.opposite != 0;
  const bool at_all = said.joint.by == U'好';  // 不如
  if (!in_han && said.joint.is_in_han() && !at_all && own.joint.by != said.joint.by) {
    return false;
  }
  if (own.joint.is_by_less()) {
    return is_kept(shared);
  }
  return in_han && own.joint.is_by_more() != said.joint.is_by_more()
             ? is_kept(shared)
             : is_exchanged(said.joint, shared) || is_converse(shared);
}

/// Both sides of what turns a wording round, with what shows it.
void hide(const Sides& own, const Sides& said, const Wording& wording, std::vector<Void>& voids) {
  const bool by_sides = own.joint.is_like(said.joint);
  const auto add = [&](const Range& side, const Range& told) {
    voids.push_back({side, reason::kReversed, by_sides ? side : said.joint.words,
                     by_sides ? told : own.joint.words, &wording});
  };
  add(said.couple.first, own.couple.first);
  add(said.couple.second, own.couple.second);
}

/// What an answer says the other way round, or twice the other way round, of what a wording tells.
void compare(const Vocabulary& vocabulary, const Wording& wording, const Sides& own,
             const Sides& said, std::vector<Void>& voids) {
  const auto shared = shared_by(vocabulary, own.couple, said.couple);
  const bool turns = own.is_claim && turns_round(own, said, shared);
  if (turns && said.is_claim) {
    hide(own, said, wording, voids);
  } else if ((turns && said.is_objected) || denies_the_contrary(own, said, shared)) {
    const Range clause{said.couple.first.begin, said.couple.second.end};
    std::erase_if(voids, [&](const Void& hidden) { return hidden.cue.touches(clause); });
  } else if (says_the_same(own, said, shared)) {
    std::erase_if(voids, [&](const Void& hidden) {
      return hidden.code == reason::kReversed && hidden.cue.touches(said.joint.words);
    });
  }
}

}  // namespace

void add_exchanges(const Targets& targets, const Grains& text, std::span<const Mark> marks,
                   const Segments& segments, const Presence& presence, Polarity& polarity) {
  const auto said = SidesFinder(text, marks, segments).sides(targets.vocabulary, presence.all());
  for (std::size_t t = 0; t < targets.list.size() && !said.empty(); ++t) {
    for (const auto& wording : targets.list[t].wordings) {
      for (const auto& own : sides_told(targets.vocabulary, wording)) {
        for (const auto& sides : said) {
          compare(targets.vocabulary, wording, own, sides, polarity.voids[t]);
        }
      }
    }
  }
}

}  // namespace pith::grading
