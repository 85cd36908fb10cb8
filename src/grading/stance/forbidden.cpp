#include "grading/stance/forbidden.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "grading/reason.h"
#include "grading/stance/dismissals.h"

namespace pith::grading {
namespace {

constexpr double kLeastForbidden = 1.0;   ///< Weight of words that make an object.
constexpr double kForbiddenRecall = 0.6;  ///< Of what a point forbids: it is spoken of.
constexpr double kJustThat = 0.8;         ///< The same, where nothing else is said.

using Role = Wording::Role;

class DeedFinder {
 public:
  DeedFinder(const Heard& heard, Polarity& polarity) : heard_(heard), voids_(polarity.voids) {}

  /// "Give him half an aspirin", for a point that is called `no aspirin`: in a sentence that
  /// neither denies nor warns, what the point forbids is done.
  void run() {
    const auto objected = objections();
    for (std::size_t t = 0; t < heard_.targets.list.size(); ++t) {
      for (const auto& wording : heard_.targets.list[t].wordings) {
        for (const auto& forbidden : forbidden_by(wording)) {
          find_done(t, forbidden, objected);
        }
      }
    }
  }

 private:
  /// What a wording forbids or says is not there: "soak the pan" of `never soak the pan`.
  struct Forbidden {
    const Wording* wording;
    Range part;
    std::vector<Occurrence> occurrences;
    bool is_lack = false;    ///< It says that there is none, as `no aspirin` does.
    bool is_aside = false;   ///< The wording says something else as well.
    bool is_relief = false;  ///< It frees of something, as `免除田租` does.
  };

  /// Where a clause does what a wording of a target forbids. What it forbids besides something else
  /// is objected to from there on only: 老板不上门，交给销售 does it.
  void find_done(std::size_t t, const Forbidden& forbidden, std::span<const std::size_t> objected) {
    const auto all = forbidden.wording->grains.whole();
    for (std::size_t c = 0; c < heard_.segments.clauses.size(); ++c) {
      const auto& clause = heard_.segments.clauses[c];
      const bool aside = forbidden.is_aside;
      if (objected[clause.sentence] <= (aside ? c : 0) && does(forbidden, clause.grains) &&
          !(aside && speaks_of_sibling(t, clause.grains))) {
        voids_[t].push_back(
            {clause.grains, reason::kReversed, clause.grains, all, forbidden.wording});
      }
    }
  }

  /// Whether a clause has more of another point than of this one.
  [[nodiscard]] bool speaks_of_sibling(std::size_t t, const Range& clause) {
    heard_.presence.look_at(clause);
    const auto recall = [&](const Target& target) {
      return best_recall(target, heard_.presence).value;
    };
    const auto& own = heard_.targets.list[t];
    return std::ranges::any_of(heard_.targets.list, [&](const Target& other) {
      return other.point != own.point && recall(other) > recall(own);
    });
  }

  [[nodiscard]] std::vector<Forbidden> forbidden_by(const Wording& wording) const {
    static const auto no = stem_of("no");
    std::vector<Forbidden> forbidden;
    if (const auto relieved = relieved_by(wording)) {
      forbidden.push_back(
          {&wording, *relieved, heard_.targets.vocabulary.occurrences(wording.grains)});
      forbidden.back().is_relief = true;
      return forbidden;
    }
    const auto denial = opening_denial(wording);
    auto parts = dismissed_in(wording);
    if (denial && parts.size() < 2) {
      forbidden.push_back({&wording,
                           {denial->end, wording.grains.list.size()},
                           heard_.targets.vocabulary.occurrences(wording.grains),
                           wording.grains.list.front().stem == no ||
                               has_cue(wording.marks, Cue::lack, {0, denial->end})});
    } else {
      for (const auto& part : parts) {
        forbidden.push_back({&wording, part, heard_.targets.vocabulary.occurrences(wording.grains),
                             false, !denial});
      }
    }
    return forbidden;
  }

  /// Whether a clause does it: has a word for doing, or says just that ("soak the pan"). Where the
  /// question is what one may not do, it has to say that one may, or should. 随便变道容易撞 tells
  /// what comes of it.
  [[nodiscard]] bool does(const Forbidden& forbidden, const Range& clause) {
    heard_.presence.look_at(clause);
    const auto found = heard_.presence.found(forbidden.occurrences, forbidden.part);
    const double share = found.share();
    if (share < kForbiddenRecall || heard_.has(Cue::condition, clause) ||
        heard_.has(Cue::seldom, clause) || has_han(heard_.text, clause, U"易会亏") ||
        (forbidden.is_aside && found.weight < kLeastForbidden)) {
      return false;
    }
    if (forbidden.is_relief) {
      return heard_.has(Cue::duty, clause) || heard_.has(Cue::even_so, clause);
    }
    if (heard_.has(Cue::permit, clause)) {
      return true;
    }
    if (opens_with_gerund(clause) || tells_of_damage(clause)) {
      return false;
    }
    const bool does_it = forbidden.wording->role == Role::name && heard_.has(Cue::doing, clause);
    return !heard_.targets.asks_denial && (does_it || (!forbidden.is_lack && share >= kJustThat));
  }

  /// "Soaking makes it rust" tells what comes of it; "soaking the pan" does it.
  [[nodiscard]] bool opens_with_gerund(const Range& clause) const {
    static const auto verbs =
        grains_of("makes is looks lets leads causes ruins kills damages takes gets leaves spoils")
            .list;
    const auto words = heard_.text.in(clause);
    return heard_.text.spelling(words.front()).ends_with(U"ing") && share_word(words, verbs);
  }

  /// "Deep puddles kill the engine", for `avoid deep puddles`, tells why.
  [[nodiscard]] bool tells_of_damage(const Range& clause) const {
    static const auto verbs =
        grains_of("kill ruin damage destroy spoil wreck clog stall crack hurt harm burn").list;
    return share_word(heard_.text.in({clause.begin + 1, clause.end}), verbs);
  }

  /// What a name or a detail frees of: what stands behind its word for that, or before it.
  static std::optional<Range> relieved_by(const Wording& wording) {
    const auto relief = std::ranges::find(wording.marks, Cue::relief, &Mark::cue);
    if (!wording.defines() || relief == wording.marks.end() ||
        has_cue(wording.marks, Cue::negate, wording.grains.whole())) {
      return std::nullopt;
    }
    const auto end = up_to_breaks(wording.grains, relief->range, Break::clause).end;
    return end > relief->range.end ? Range{relief->range.end, end} : Range{0, relief->range.begin};
  }

  static bool opens_with_do(const Grains& grains) {
    static const auto to_do = stem_of("do");
    return grains.list.front().stem == to_do;
  }

  /// The denial at the head of a name or a detail.
  static std::optional<Range> opening_denial(const Wording& wording) {
    const auto marks = working_marks(wording.marks);
    if (!wording.defines() || marks.empty() ||
        marks.front().range.begin > (opens_with_do(wording.grains) ? 1U : 0U) ||
        (marks.front().cue != Cue::negate && marks.front().cue != Cue::needless &&
         !has_cue(wording.marks, Cue::averse, marks.front().range))) {
      return std::nullopt;
    }
    return marks.front().range;
  }

  /// Whether a word that denies, or does away with something, permits it: 没事, 拆了没问题.
  [[nodiscard]] bool permits(const Mark& mark) const {
    const auto& clause = heard_.segments.clause_around(mark.range.begin);
    return (mark.cue == Cue::abolish && heard_.has(Cue::permit, clause)) ||
           std::ranges::any_of(heard_.marks, [&](const Mark& word) {
             return word.cue == Cue::permit && word.range.begin <= mark.range.begin &&
                    mark.range.end <= word.range.end;
           });
  }

  /// By sentence: how many clauses there are up to the last one that denies or warns; 0 without
  /// any.
  [[nodiscard]] std::vector<std::size_t> objections() const {
    std::vector<std::size_t> result(heard_.segments.sentences(), 0);
    for (const auto& mark : heard_.marks) {
      if (!permits(mark) &&
          (bears_on_polarity(mark.cue) || mark.cue == Cue::bound || mark.cue == Cue::harm ||
           mark.cue == Cue::objection || mark.cue == Cue::averse || mark.cue == Cue::relief)) {
        const auto clause = heard_.segments.clause_at(mark.range.begin);
        result[heard_.segments.clauses[clause].sentence] = clause + 1;
      }
    }
    return result;
  }

  Heard heard_;
  std::vector<std::vector<Void>>& voids_;
};

}  // namespace

void add_forbidden(const Heard& heard, Polarity& polarity) {
  if (!heard.segments.clauses.empty()) {
    DeedFinder(heard, polarity).run();
  }
}

}  // namespace pith::grading
