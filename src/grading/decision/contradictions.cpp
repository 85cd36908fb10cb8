#include "grading/decision/contradictions.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "grading/evidence/alignment.h"
#include "grading/words/cues.h"

namespace pith::grading {
namespace {

constexpr double kContradictionRecall = 0.6;     ///< Of a `reject` wording.
constexpr double kWholeContradiction = 0.95;     ///< From here on nothing of it is missing.
constexpr double kContradictionCoverage = 0.75;  ///< The same in an alignment.

bool has_opposite(const Target& target) {
  return std::any_of(target.wordings.begin(), target.wordings.end(),
                     [](const Wording& wording) { return !wording.states(); });
}

class ContradictionFinder {
 public:
  ContradictionFinder(const Targets& targets, const Analysis& analysis)
      : targets_(targets), analysis_(analysis) {}

  [[nodiscard]] std::vector<const Wording*> find() const {
    std::vector<const Wording*> found(targets_.list.size(), nullptr);
    if (std::none_of(targets_.list.begin(), targets_.list.end(), has_opposite)) {
      return found;
    }
    const auto occurrences = targets_.vocabulary.occurrences(analysis_.text);
    Presence presence(targets_, occurrences);
    for (const auto& window : analysis_.segments.windows) {
      presence.look_at(window.grains);
      for (std::size_t t = 0; t < found.size(); ++t) {
        if (found[t] == nullptr) {
          found[t] = contradiction(targets_.list[t], presence, window.grains);
        }
      }
    }
    return found;
  }

 private:
  /// Of the stretch that `presence` looks at.
  [[nodiscard]] const Wording* contradiction(const Target& target, const Presence& presence,
                                             const Range& grains) const {
    std::optional<BestRecall> own;
    for (const auto& wording : target.wordings) {
      const double recall = wording.states() ? 0.0 : presence.recall(wording);
      if (recall < kContradictionRecall) {
        continue;
      }
      if (!own) {
        own = best_recall(target, presence);
      }
      // Said as it stands, a wording may well name the point that it contradicts.
      const bool says_more = recall >= kWholeContradiction && own->wording != nullptr &&
                             wording.total > own->wording->total;
      if ((recall > own->value || says_more) && denies_the_same(wording, presence, grains) &&
          says_like(wording, grains)) {
        return &wording;
      }
    }
    return nullptr;
  }

  /// Of what the wording denies, the stretch that `presence` looks at has something; where it names
  /// nothing that it denies, the stretch has its very words of denial. 收上来，不能乱放 is not
  /// 收上来就不管了.
  [[nodiscard]] bool denies_the_same(const Wording& wording, const Presence& presence,
                                     const Range& grains) const {
    if (!wording.denied.empty()) {
      return std::any_of(wording.denied.begin(), wording.denied.end(),
                         [&](TokenId token) { return presence.strength(token) > 0.0F; });
    }
    const auto own = working_marks(wording.marks);
    return std::all_of(own.begin(), own.end(), [&](const Mark& mark) {
      return mark.cue == Cue::spare ||
             has_run(analysis_.text.in(grains), wording.grains.in(mark.range));
    });
  }

  /// The stretch has the wording's words in their order, with nothing put in the place of another,
  /// and denies or tells a case (如果…) if the wording does. What resembles a negation (别只…) may
  /// be one here.
  [[nodiscard]] bool says_like(const Wording& wording, const Range& grains) const {
    const auto all = wording.grains.whole();
    const auto spares = [](const Mark& mark) { return mark.cue == Cue::spare; };
    const auto own = std::count_if(wording.marks.begin(), wording.marks.end(), spares);
    const auto said = std::ranges::count_if(marks_in(analysis_.marks, grains), spares);
    const bool supposes = has_cue(analysis_.marks, Cue::condition, grains);
    return said <= own && denies(wording.marks, all) == denies(analysis_.marks, grains) &&
           (!supposes || has_cue(wording.marks, Cue::condition, all)) &&
           align(wording, analysis_.text, grains, targets_.asks_denial).coverage >=
               kContradictionCoverage;
  }

  const Targets& targets_;
  const Analysis& analysis_;
};

}  // namespace

std::vector<const Wording*> contradictions_of(const Targets& targets, const Analysis& analysis) {
  return ContradictionFinder(targets, analysis).find();
}

}  // namespace pith::grading
