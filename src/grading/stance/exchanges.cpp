#include "grading/stance/exchanges.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "grading/reason.h"
#include "grading/stance/sides.h"

namespace pith::grading {
namespace {

constexpr double kLeastCompared = 0.75;  ///< Of what is told, where Chinese compares.
constexpr double kLeastOrdered = 0.5;    ///< As kLeastTold, between 先 and 后: 先听后说.

/// What two couples share on the same side, and what on the other.
struct Shared {
  double there = 0;  ///< What stands first here, and second there.
  double back = 0;
  double first = 0;
  double second = 0;
  double own = 0;  ///< Weight of what is told.

  /// Of what is told, on either side.
  [[nodiscard]] double coverage() const {
    return own > 0 ? (there + back + first + second) / own : 0.0;
  }
};

Shared shared_by(const Vocabulary& vocabulary, const Couple& own, const Couple& said) {
  const auto weight = [&](const Words& a, const Words& b) {
    return weight_of(vocabulary, common(a, b));
  };
  return {weight(own.of_first, said.of_second), weight(own.of_second, said.of_first),
          weight(own.of_first, said.of_first), weight(own.of_second, said.of_second),
          weight_of(vocabulary, own.of_first) + weight_of(vocabulary, own.of_second)};
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

/// 便利店没有超市大 as 超市 that is larger.
void turn(Sides& lesser) {
  lesser.joint.kind = Joint::Kind::compared;
  std::swap(lesser.couple.first, lesser.couple.second);
  std::swap(lesser.couple.of_first, lesser.couple.of_second);
}

/// The sides that a name or a detail tells.
std::vector<Sides> sides_told(const Vocabulary& vocabulary, const Wording& wording) {
  if (!wording.defines()) {
    return {};
  }
  const auto segments = segments_of(wording.grains, wording.marks);
  auto told = sides_in(vocabulary, vocabulary.occurrences(wording.grains),
                       {wording.grains, wording.marks, segments});
  for (auto& sides : told) {
    if (sides.joint.kind == Joint::Kind::lesser) {
      turn(sides);
    }
  }
  return told;
}

/// Whether what is said turns round what is told: by the sides, or by the word between them.
bool turns_round(const Sides& own, const Sides& said, const Shared& shared) {
  if (own.joint.is_comparison() && own.joint.is_in_han() && shared.coverage() < kLeastCompared) {
    return false;  // 品种 is not 价格
  }
  if (said.joint.kind == Joint::Kind::lesser) {
    return said.joint.is_in_han() && own.joint.kind == Joint::Kind::compared &&
           (own.joint.by == said.joint.by || own.joint.is_as_much(said.joint)) && is_kept(shared);
  }
  return own.joint.is_like(said.joint) ? is_exchanged(said.joint, shared)
                                       : own.joint.is_opposite_to(said.joint) && is_kept(shared);
}

/// Whether what is said is what is told, from the other side.
bool says_the_same(const Sides& own, const Sides& said, const Shared& shared) {
  return !said.is_denied && own.joint.may_be_contrary_to(said.joint) &&
         (is_exchanged(said.joint, shared) ||
          (is_converse(shared) && (!own.joint.orders() || shared.first == 0)));
}

/// Whether what comes second is denied to come first: 别先贴瓷砖 of 先做水电再贴瓷砖.
bool denies_to_be_first(const Sides& own, const Sides& said, const Shared& shared) {
  return said.is_denied && said.joint.is_order_in_han() && said.joint.second.empty() &&
         own.joint.orders() && shared.back >= kLeastOrdered && shared.first == 0;
}

/// Whether a denied comparison says what is told: "coal isn't as cheap as gas" of gas that is
/// cheaper, 律师费没有诉讼费少 of 诉讼费 that is 少.
bool denies_the_contrary(const Sides& own, const Sides& said, const Shared& shared) {
  if (said.joint.kind != Joint::Kind::lesser || !own.joint.is_comparison()) {
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
  } else if ((turns && said.is_objected) || denies_to_be_first(own, said, shared) ||
             denies_the_contrary(own, said, shared)) {
    std::erase_if(voids, [&](const Void& hidden) { return hidden.cue.touches(said.clauses); });
  } else if (says_the_same(own, said, shared)) {
    std::erase_if(voids, [&](const Void& hidden) {
      return hidden.code == reason::kReversed && hidden.cue.touches(said.joint.words);
    });
  }
}

}  // namespace

void add_exchanges(const Heard& heard, Polarity& polarity) {
  const auto& targets = heard.targets;
  const auto said = sides_in(targets.vocabulary, heard.presence.all(), heard);
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
