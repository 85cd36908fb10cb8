#include "grading/stance/exchanges.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "grading/reason.h"
#include "grading/stance/couples.h"

namespace pith::grading {
namespace {

/// What orders the two sides of a clause, or weighs one against the other.
struct Joint {
  enum class Kind : std::uint8_t { none, before, after, preferred, compared };

  Kind kind = Kind::none;
  std::uint64_t by = 0;  ///< The stem of what is compared: more, cheaper.
  Range words;

  [[nodiscard]] bool is_like(const Joint& other) const {
    return kind != Kind::none && kind == other.kind && by == other.by;
  }
  [[nodiscard]] bool is_contrary_to(const Joint& other) const {
    return (kind == Kind::before && other.kind == Kind::after) ||
           (kind == Kind::after && other.kind == Kind::before);
  }
};

/// The word that parts a clause into two sides, if there is one.
std::optional<Joint> joint_in(const Grains& text, const Range& clause) {
  using Kind = Joint::Kind;
  static const auto before = grains_of("before").list.front().stem;
  static const auto after = grains_of("after").list.front().stem;
  static const auto than = grains_of("than").list.front().stem;
  static const auto to = grains_of("to").list.front().stem;
  static const auto prefer = grains_of("prefer").list.front().stem;
  static const auto preferred = grains_of("rather better sooner").list;
  bool prefers = false;
  for (auto i = clause.begin; i < clause.end; ++i) {
    const auto stem = text.list[i].stem;
    const Range words{i, i + 1};
    if (i > clause.begin && (stem == before || stem == after)) {
      return Joint{stem == before ? Kind::before : Kind::after, 0, words};
    }
    if (i > clause.begin && stem == than) {
      const auto by = text.list[i - 1].stem;
      const bool is_preferred = std::ranges::find(preferred, by, &Grain::stem) != preferred.end();
      return Joint{is_preferred ? Kind::preferred : Kind::compared, is_preferred ? 0 : by, words};
    }
    if (prefers && stem == to) {
      return Joint{Kind::preferred, 0, words};
    }
    prefers = prefers || stem == prefer;
  }
  return std::nullopt;
}

/// The two sides of a clause, or two clauses, with what joins them.
struct Sides {
  Couple couple;
  Joint joint;
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
bool tells_what_comes(const Grains& text, const Range& clause) {
  static const auto verbs = grains_of("is are was makes keeps leaves gets means most people").list;
  const auto words = std::span(text.list).subspan(clause.begin, clause.size());
  return std::ranges::any_of(words, [&](const Grain& word) {
    return std::ranges::find(verbs, word.stem, &Grain::stem) != verbs.end();
  });
}

/// Of clauses that have a joint, and of those before one that begins with "then".
std::vector<Sides> sides_in(const Vocabulary& vocabulary, std::span<const Occurrence> occurrences,
                            const Grains& text, std::span<const Mark> marks,
                            const Segments& segments) {
  static const auto then = grains_of("then").list.front().stem;
  std::vector<Sides> sides;
  const auto add = [&](const Range& first, const Range& second, const Joint& joint) {
    sides.push_back({couple_of(vocabulary, occurrences, first, second), joint});
  };
  for (std::size_t c = 0; c < segments.clauses.size(); ++c) {
    const auto& clause = segments.clauses[c].grains;
    if (!is_plain(marks, clause)) {
      continue;
    }
    const auto joint = joint_in(text, clause);
    const bool orders =
        joint && (joint->kind == Joint::Kind::before || joint->kind == Joint::Kind::after);
    if (orders && tells_what_comes(text, clause)) {
      continue;
    }
    if (joint) {
      add({clause.begin, joint->words.begin}, {joint->words.end, clause.end}, *joint);
    } else if (c > 0 && text.list[clause.begin].stem == then &&
               is_plain(marks, segments.clauses[c - 1].grains)) {
      add(segments.clauses[c - 1].grains, clause,
          {Joint::Kind::before, 0, {clause.begin, clause.begin + 1}});
    }
  }
  return sides;
}

/// Whether each of the two has what the other has on the other side, and little of it on the same:
/// "the lock costs more than the chain".
bool is_exchanged(const Vocabulary& vocabulary, const Couple& own, const Couple& said) {
  const auto shared = [&](const Words& a, const Words& b) {
    return weight_of(vocabulary, common(a, b));
  };
  const auto there = shared(own.of_first, said.of_second);
  const auto back = shared(own.of_second, said.of_first);
  const auto kept = shared(own.of_first, said.of_first) + shared(own.of_second, said.of_second);
  return there >= kLeastTold && back >= kLeastTold && 2 * kept <= there + back;
}

/// The sides that a name or a detail tells.
std::vector<Sides> sides_told(const Vocabulary& vocabulary, const Wording& wording) {
  if (wording.role != Wording::Role::name && wording.role != Wording::Role::detail) {
    return {};
  }
  return sides_in(vocabulary, vocabulary.occurrences(wording.grains), wording.grains, wording.marks,
                  segments_of(wording.grains, wording.marks));
}

/// What an answer says the other way round, or twice the other way round, of what a wording tells.
void compare(const Vocabulary& vocabulary, const Wording& wording, const Sides& own,
             const Sides& said, std::vector<Void>& voids) {
  const bool is_like = own.joint.is_like(said.joint);
  if ((!is_like && !own.joint.is_contrary_to(said.joint)) ||
      !is_exchanged(vocabulary, own.couple, said.couple)) {
    return;
  }
  if (is_like) {
    const auto& [first, second, of_first, of_second] = said.couple;
    voids.push_back({first, reason::kReversed, first, own.couple.first, &wording});
    voids.push_back({second, reason::kReversed, second, own.couple.second, &wording});
  } else {
    std::erase_if(voids, [&](const Void& hidden) {
      return hidden.code == reason::kReversed && hidden.cue == said.joint.words;
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
