#include "grading/stance/exchanges.h"

#include <algorithm>
#include <array>
#include <vector>

#include "grading/reason.h"
#include "grading/stance/couples.h"
#include "grading/stance/joints.h"
#include "grading/stance/outcomes.h"

namespace pith::grading {
namespace {

/// The two sides of a clause, or two clauses, with what joins them.
struct Sides {
  Couple couple;
  Joint joint;
  bool is_claim = true;  ///< It is said that it is so.
};

/// Whether nothing is denied, supposed or judged in a clause: "not before you judge" orders
/// otherwise, and "merging before you test breaks the build" tells why the point is right.
bool is_plain(std::span<const Mark> marks, const Range& clause) {
  return std::ranges::none_of(
      std::array{Cue::negate, Cue::needless, Cue::condition, Cue::seldom, Cue::judge, Cue::harm,
                 Cue::mishap, Cue::consequence, Cue::averse, Cue::objection},
      [&](Cue cue) { return has_cue(marks, cue, clause); });
}

/// Whether an order is told to say what comes of it: "training before you eat makes you dizzy".
bool describes(const Grains& text, const Range& clause) {
  static const auto verbs = grains_of("is are was makes keeps leaves gets means most people").list;
  const auto words = std::span(text.list).subspan(clause.begin, clause.size());
  return std::ranges::any_of(words, [&](const Grain& word) {
    return std::ranges::find(verbs, word.stem, &Grain::stem) != verbs.end();
  });
}

/// Of clauses that have a joint and deny nothing, and of those before one that begins with "then".
std::vector<Sides> sides_in(const Vocabulary& vocabulary, std::span<const Occurrence> occurrences,
                            const Grains& text, std::span<const Mark> marks,
                            const Segments& segments) {
  static const auto then = grains_of("then").list.front().stem;
  std::vector<Sides> sides;
  const auto add = [&](const Joint& joint, bool is_claim) {
    sides.push_back(
        {couple_of(vocabulary, occurrences, joint.first, joint.second), joint, is_claim});
  };
  for (std::size_t c = 0; c < segments.clauses.size(); ++c) {
    const auto& clause = segments.clauses[c].grains;
    const bool plain = is_plain(marks, clause);
    const auto joint = joint_in(text, clause);
    const bool denies = has_cue(marks, Cue::negate, clause) || has_cue(marks, Cue::prefer, clause);
    if (const auto lesser = denies ? denied_comparison_in(text, clause) : std::nullopt) {
      add(*lesser, false);
    } else if (joint && !has_cue(marks, Cue::negate, clause)) {
      add(*joint, plain && !tells_what_comes(text, marks, clause) &&
                      !(joint->orders() && describes(text, clause)));
    } else if (!joint && plain && c > 0 && text.list[clause.begin].stem == then &&
               is_plain(marks, segments.clauses[c - 1].grains)) {
      add(ordered(Joint::Kind::before, clause.begin, segments.clauses[c - 1].grains, clause), true);
    }
  }
  return sides;
}

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
/// "the lock costs more than the chain".
bool is_exchanged(const Shared& shared) {
  return shared.there >= kLeastTold && shared.back >= kLeastTold &&
         2 * (shared.first + shared.second) <= shared.there + shared.back;
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
  return sides_in(vocabulary, vocabulary.occurrences(wording.grains), wording.grains, wording.marks,
                  segments_of(wording.grains, wording.marks));
}

/// Whether what is said turns round what is told: by the sides, or by the word between them.
bool turns_round(const Sides& own, const Sides& said, const Shared& shared) {
  return own.joint.is_like(said.joint) ? is_exchanged(shared)
                                       : own.joint.is_opposite_to(said.joint) && is_kept(shared);
}

/// Whether what is said is what is told, from the other side.
bool says_the_same(const Sides& own, const Sides& said, const Shared& shared) {
  return own.joint.may_be_contrary_to(said.joint) &&
         (is_exchanged(shared) || (!own.joint.orders() && is_converse(shared)));
}

/// Whether a denied comparison says what is told: "coal isn't as cheap as gas" of gas that is
/// cheaper, 律师费没有诉讼费少 of 诉讼费 that is 少.
bool denies_the_contrary(const Sides& own, const Sides& said, const Shared& shared) {
  if (said.joint.kind != Joint::Kind::lesser || own.joint.kind != Joint::Kind::compared) {
    return false;
  }
  const bool in_han = own.joint.opposite != 0;
  return in_han && own.joint.is_by_more() != said.joint.is_by_more()
             ? is_kept(shared)
             : is_exchanged(shared) || is_converse(shared);
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
  if (own.is_claim && said.is_claim && turns_round(own, said, shared)) {
    hide(own, said, wording, voids);
  } else if (denies_the_contrary(own, said, shared)) {
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
  const auto said = sides_in(targets.vocabulary, presence.all(), text, marks, segments);
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
