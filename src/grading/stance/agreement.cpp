#include "grading/stance/agreement.h"

#include <algorithm>

#include "grading/stance/averse.h"
#include "grading/stance/dismissals.h"

namespace pith::grading {
namespace {

constexpr double kPlainly = 0.8;         ///< Of a wording that denies nothing, in what is denied.
constexpr double kLeastDismissed = 1.0;  ///< Weight of what a detail says is not done.
constexpr std::size_t kHead = 2;         ///< Grains behind a negation that name what is denied.
constexpr std::size_t kUndoReach = 8;    ///< Grains between a denial and a letting go.
constexpr std::size_t kMishapReach = 4;  ///< Grains between a denial and the mishap that it denies.

bool is_mishap(Cue cue) {
  return cue == Cue::mishap || cue == Cue::harm;
}

/// Whether a wording of the target has a token, and none denies it.
bool states_token(const Target& target, TokenId token) {
  return std::ranges::find(target.denied, token) == target.denied.end() &&
         std::ranges::any_of(target.wordings, [&](const Wording& wording) {
           return wording.states() && wording.has(token);
         });
}

/// Whether cues of this kind begin something else.
bool parts(Cue cue) {
  return bears_on_polarity(cue) || cue == Cue::condition || cue == Cue::connective ||
         cue == Cue::conjunction || cue == Cue::turn || cue == Cue::consequence ||
         cue == Cue::remedy;
}

/// Whether a name says that something need not be: `need not be equal`.
bool is_needless(const Wording& name) {
  return std::ranges::any_of(working_marks(name.marks),
                             [](const Mark& mark) { return mark.cue == Cue::needless; });
}

/// Whether something is called forbidden, and nobody told not to: becomes illegal, a law bans it.
bool tells_of_ban(std::span<const Mark> marks) {
  return std::ranges::any_of(marks, [&](const Mark& mark) {
    return mark.cue == Cue::ban && !has_cue(marks, Cue::negate, mark.range) &&
           !has_cue(marks, Cue::needless, mark.range);
  });
}

/// Whether a denial denies a mishap, and not what is done about it (no leak detection, no cure for
/// rust).
bool denies_mishap(std::span<const Mark> marks, const Scope& scope) {
  const auto end = std::min(scope.direct.end, scope.word.end + kMishapReach + 1);
  for (const auto& mark : marks_in(marks, {scope.word.end, end})) {
    if (is_mishap(mark.cue)) {
      return !has_cue(marks, Cue::remedy, {mark.range.end, mark.range.end + 1});
    }
    const auto at = mark.range.begin;
    if (parts(mark.cue) && !has_cue(marks, Cue::mishap, {at, at + 1})) {
      break;
    }
  }
  return false;
}

}  // namespace

bool Agreement::denies_some_of(const Target& target, const Range& range) {
  heard_.presence.look_at(range);
  return std::any_of(target.denied.begin(), target.denied.end(),
                     [this](TokenId token) { return heard_.presence.strength(token) > 0.0F; });
}

bool Agreement::denies_alike(const Target& target, const Range& word, std::size_t behind) const {
  const auto same = [&](const Wording& wording, const Mark& mark) {
    const Range own{mark.range.begin, mark.range.end + behind};
    return bears_on_polarity(mark.cue) && mark.cue != Cue::spare && own.size() == word.size() &&
           own.end <= wording.grains.list.size() &&
           same_words(heard_.text.in(word), wording.grains.in(own));
  };
  return std::any_of(target.wordings.begin(), target.wordings.end(), [&](const Wording& wording) {
    return wording.states() && std::any_of(wording.marks.begin(), wording.marks.end(),
                                           [&](const Mark& mark) { return same(wording, mark); });
  });
}

bool Agreement::dismisses_alike(const Target& target, const Range& range) {
  heard_.presence.look_at(range);
  return std::ranges::any_of(target.wordings, [&](const Wording& wording) {
    return std::ranges::any_of(dismissed_in(wording), [&](const Range& part) {
      const auto occurrences = heard_.targets.vocabulary.occurrences(wording.grains);
      const auto found = heard_.presence.found(occurrences, part);
      return found.weight >= kLeastDismissed && found.share() >= kPlainly;
    });
  });
}

bool Agreement::states(const Target& target, const Scope& scope, const Range& range) {
  if (scope.cue == Cue::needless && is_needless(target.name())) {
    return true;
  }
  if (scope.cue == Cue::negate && dismisses_alike(target, range)) {
    return true;
  }
  if ((!target.denies && !denies_alike(target, scope.word)) ||
      has_averse_word(target.name(), heard_.text, range)) {
    return false;
  }
  if (denies_some_of(target, range)) {
    return true;
  }
  // Few points say that something is needless; who says so of one that denies rejects it.
  return scope.cue != Cue::needless &&
         std::none_of(target.wordings.begin(), target.wordings.end(), [&](const Wording& wording) {
           return (wording.role == Wording::Role::name || wording.role == Wording::Role::accept) &&
                  wording.tokens.size() > 1 && heard_.presence.recall(wording) >= kPlainly &&
                  !denies(wording.marks, wording.grains.whole());
         });
}

bool Agreement::says_seldom_alike(const Target& target, const Scope& scope) const {
  return heard_.has(Cue::seldom, scope.word) &&
         std::ranges::any_of(target.wordings, [](const Wording& wording) {
           return wording.states() && has_cue(wording.marks, Cue::seldom, wording.grains.whole());
         });
}

bool Agreement::spares_alike(const Target& target, const Scope& scope) const {
  const auto& name = target.name();
  const auto is_excess = [&](const Mark& mark) {
    const auto end = mark.range.end;
    const bool too_little =
        has_han(heard_.text, {end, std::min(end + 1, heard_.text.list.size())}, U"少");
    return mark.cue == Cue::excess && !too_little;
  };
  const auto exceeds = [&](const Range& range) {
    return std::ranges::any_of(marks_in(heard_.marks, range), is_excess);
  };
  return (heard_.has(Cue::seldom, scope.word) || exceeds(scope.word) ||
          exceeds({scope.word.end, scope.direct.end})) &&
         has_cue(name.marks, Cue::sparing, name.grains.whole());
}

bool Agreement::keeps(const Target& target, const Scope& scope) const {
  const bool forbids = scope.word.size() > 1 || heard_.has(Cue::forbid, scope.word) ||
                       heard_.text.list[scope.word.begin].type == Grain::Type::word;
  if (scope.cue != Cue::negate || !forbids) {
    return false;
  }
  const auto& name = target.name();
  const auto whole = name.grains.whole();
  const bool lets_go =
      has_cue(name.marks, Cue::abolish, whole) || has_cue(name.marks, Cue::undoing, whole);
  const Range near{scope.word.end, std::min(scope.direct.end, scope.word.end + kUndoReach)};
  return std::ranges::any_of(marks_in(heard_.marks, near), [&](const Mark& mark) {
    const auto verb = heard_.text.list[mark.range.begin].stem;
    return (mark.cue == Cue::undoing || (lets_go && mark.cue == Cue::keeping)) &&
           std::ranges::none_of(target.wordings, [&](const Wording& wording) {
             return has_stem(wording.grains.list, verb);
           });
  });
}

bool Agreement::relieves(const Target& target, const Scope& scope) const {
  const bool denies_relief = heard_.has(Cue::relief, {scope.direct.begin, scope.word.begin}) ||
                             heard_.has(Cue::relief, {scope.word.end, scope.direct.end});
  return (scope.cue == Cue::needless || scope.cue == Cue::abolish) && !denies_relief &&
         std::ranges::any_of(target.wordings, [](const Wording& wording) {
           const auto whole = wording.grains.whole();
           return wording.states() && has_cue(wording.marks, Cue::relief, whole) &&
                  !has_cue(wording.marks, Cue::negate, whole) &&
                  !has_cue(wording.marks, Cue::duty, whole);
         });
}

bool Agreement::forbids_alike(const Target& target, const Scope& scope) const {
  return (scope.cue == Cue::abolish || scope.cue == Cue::judge) &&
         heard_.has(Cue::ban, scope.word) &&
         std::ranges::any_of(target.wordings, [](const Wording& wording) {
           return wording.states() && tells_of_ban(wording.marks);
         });
}

bool Agreement::affirms_head(const Target& target, const Scope& scope) const {
  static const auto no = stem_of("no");
  const auto& name = target.name();
  if (heard_.targets.asks_denial || is_averse(name) || denies(name.marks, name.grains.whole()) ||
      heard_.has(Cue::lack, scope.word) || heard_.text.list[scope.word.begin].stem == no ||
      scope.direct.end <= scope.word.end || says_seldom_alike(target, scope) ||
      spares_alike(target, scope) || keeps(target, scope) ||
      denies_alike(target, {scope.word.begin, scope.word.end + 1}, 1)) {
    return false;
  }
  const Range head{scope.word.end, std::min(scope.word.end + kHead, scope.direct.end)};
  return std::ranges::any_of(heard_.presence.within(head), [&](const Occurrence& found) {
    const bool is_word =
        found.range.size() > 1 || heard_.text.list[found.range.begin].type == Grain::Type::word;
    return is_word && found.range.end <= scope.direct.end && found.strength >= 1.0F &&
           !heard_.targets.in_question[found.token] && states_token(target, found.token);
  });
}

bool Agreement::agrees(const Target& target, const Scope& scope, const Range& range) const {
  const bool forbids = scope.cue == Cue::negate || heard_.has(Cue::ban, scope.word);
  if (heard_.targets.asks_denial && forbids) {
    return !heard_.has(Cue::ban, {scope.word.end, range.end});
  }
  if (forbids && keeps_away(target, {scope.word.end, scope.direct.end})) {
    return true;
  }
  const bool warns = scope.cue == Cue::judge &&
                     (heard_.has(Cue::harm, scope.word) || heard_.has(Cue::ban, scope.word));
  if (scope.cue != Cue::negate && !warns) {
    return false;
  }
  const auto& name = target.name();
  return is_averse(name) && !has_averse_word(name, heard_.text, range);
}

bool Agreement::keeps_away(const Target& target, const Range& denied) const {
  return std::ranges::any_of(target.wordings, [&](const Wording& wording) {
    return (wording.role == Wording::Role::detail || wording.role == Wording::Role::both) &&
           keeps_away_from(wording, heard_.text, denied);
  });
}

bool Agreement::wards_off(const Target& target, const Scope& scope) const {
  if (scope.cue != Cue::negate || !denies_mishap(heard_.marks, scope)) {
    return false;
  }
  const auto& name = target.name();
  const auto tells_of = [&](const Mark& mark) {
    return std::ranges::any_of(name.marks, [&](const Mark& own) {
      return is_mishap(own.cue) &&
             name.grains.list[own.range.begin].stem == heard_.text.list[mark.range.begin].stem;
    });
  };
  return std::ranges::any_of(name.marks, [](const Mark& own) { return own.cue == Cue::remedy; }) ||
         std::ranges::none_of(marks_in(heard_.marks, scope.direct), [&](const Mark& mark) {
           return is_mishap(mark.cue) && tells_of(mark);
         });
}

}  // namespace pith::grading
