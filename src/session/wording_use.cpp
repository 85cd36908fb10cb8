#include "session/wording_use.h"

#include <algorithm>
#include <iterator>

#include "deck/points.h"
#include "grading/grader.h"
#include "grading/proposal.h"
#include "grading/reason.h"
#include "history/item_id.h"
#include "history/points.h"
#include "history/present_names.h"
#include "session/own_words.h"
#include "session/regrader.h"
#include "text/display.h"
#include "text/messages.h"
#include "text/normalise.h"

namespace pith::session {
namespace {

/// Those that were learned before the answer.
Wordings known_before(const history::LoggedAnswer& logged, const Wordings& all) {
  Wordings known;
  std::copy_if(all.begin(), all.end(), std::back_inserter(known), [&](const auto& wording) {
    return wording.stamp.when.time <= logged.stamp.when.time && wording.answer != logged.stamp.id;
  });
  return known;
}

/// Whether the wording may have decided: the reason given tells of one that earns a point, and
/// where nothing was earned, of one that earns nothing. One that contradicts may have been weighed
/// without being told of.
bool may_decide(const history::KnownWording& wording, const grading::PointResult& result,
                const deck::Item& item) {
  if (item.kind != deck::Kind::points || wording.effect == history::Effect::reject) {
    return true;
  }
  return wording.effect == history::Effect::accept
             ? result.reason.args == std::vector<std::string>{wording.text}
             : result.credit > 0 || result.reason.code == grading::reason::kOverruled;
}

/// What the wording changed of an answer that was given later.
std::optional<Change> change_of(const history::KnownWording& wording,
                                const history::LoggedAnswer& logged, const Regraded& with,
                                const Wordings& known, const deck::Item& item, Regrader& regraded) {
  const auto* asked = history::find_point(logged.answer, wording.point);
  const auto place = deck::place_of_point(item, wording.point);
  const auto* result = asked == nullptr || !place ? nullptr : with.of(item, *place);
  if (result == nullptr || !may_decide(wording, *result, item)) {
    return std::nullopt;
  }
  auto others = known;
  std::erase_if(others, [&](const auto& other) { return other.stamp.id == wording.stamp.id; });
  const auto without = regraded(logged.answer, others);
  const auto before = without.of(item, *place)->verdict;
  return before == result->verdict ? std::nullopt
                                   : std::optional(Change{logged.stamp.id, logged.stamp.when,
                                                          before, result->verdict, asked->verdict});
}

/// Adds to every use what its wording changed of the answer.
void add_changes(std::vector<WordingUse>& uses, const history::LoggedAnswer& logged,
                 const Wordings& all, const deck::Item& item, Regrader& regraded) {
  const auto known = known_before(logged, all);
  if (known.empty()) {
    return;
  }
  const auto with = regraded(logged.answer, known);
  for (auto& use : uses) {
    if (std::ranges::find(known, use.wording.stamp.id,
                          [](const auto& each) { return each.stamp.id; }) == known.end()) {
      continue;
    }
    if (auto change = change_of(use.wording, logged, with, known, item, regraded)) {
      use.changes.push_back(*change);
    }
  }
}

bool never_overruled(const std::vector<Change>& changes) {
  return std::all_of(changes.begin(), changes.end(),
                     [](const Change& change) { return change.with == change.final; });
}

bool taught_elsewhere(const history::KnownWording& wording, const Wordings& all) {
  const auto content = own_words(wording.text);
  return std::any_of(all.begin(), all.end(), [&](const history::KnownWording& other) {
    return other.point != wording.point && other.effect == history::Effect::accept &&
           own_words(other.text) == content;
  });
}

/// Why the wording of the point at `place` is not proposed; empty if it is.
std::string_view objection_to(const WordingUse& use, const deck::Item& item, std::size_t place) {
  if (use.wording.effect != history::Effect::accept) {
    return text::to_translate("it earns nothing");
  }
  if (use.ambiguous) {
    return text::to_translate("taught for another point, too: proposed for neither");
  }
  if (item.kind != deck::Kind::points) {
    return text::to_translate("its item has no key points");
  }
  if (!never_overruled(use.changes)) {
    return text::to_translate("it was overruled since");
  }
  if (own_words(use.wording.text).empty()) {
    return text::to_translate("it has no words of its own");
  }
  return grading::objection_to_accept(item, place, text::single_line(use.wording.text));
}

/// Whether the item that accepts all that is proposed gives another point, too, for the wording.
bool earns_another(const grading::PreparedItem& accepting_all, const deck::Item& item,
                   const WordingUse& use) {
  const auto own = deck::place_of_point(item, use.wording.point);
  const auto grade = accepting_all.grade(text::single_line(use.wording.text));
  for (std::size_t p = 0; p < grade.points.size(); ++p) {
    if (p != own && grade.points[p].verdict == grading::Verdict::hit) {
      return true;
    }
  }
  return false;
}

/// Each proposal was weighed by itself: takes those back that, beside the others, would earn more
/// than their own point.
void drop_crossing(const deck::Item& item, std::vector<WordingUse>& uses) {
  if (std::ranges::none_of(uses, &WordingUse::proposed)) {
    return;
  }
  auto changed = item;
  for (const auto& use : uses) {
    if (use.proposed()) {
      changed = grading::accepting(changed, *deck::place_of_point(item, use.wording.point),
                                   text::single_line(use.wording.text));
    }
  }
  const grading::PreparedItem accepting_all(changed);
  for (auto& use : uses) {
    if (use.proposed() && earns_another(accepting_all, item, use)) {
      use.objection = text::to_translate("it would earn another point, too");
    }
  }
}

}  // namespace

std::vector<WordingUse> wording_uses(const history::History& history, const deck::Item& item,
                                     const grading::SentenceEncoder* encoder) {
  const auto wordings = history.wordings(history::id_of(item));
  std::vector<WordingUse> uses;
  for (const auto& wording : wordings) {
    if (deck::place_of_point(item, wording.point)) {
      uses.push_back({wording});
    }
  }
  if (uses.empty()) {
    return uses;
  }
  Regrader regraded(item, encoder);
  history::AnswerFilter to_item;
  to_item.item = history::id_of(item);
  history.for_each_answer(to_item, [&](const history::LoggedAnswer& logged) {
    if (!logged.redacted && !logged.answer.text.empty()) {
      add_changes(uses, history::with_present_points(history, logged), wordings, item, regraded);
    }
  });
  for (auto& use : uses) {
    const auto& wording = use.wording;
    const auto place = *deck::place_of_point(item, wording.point);
    const auto& accept = item.points[place].accept;
    use.in_deck = std::any_of(accept.begin(), accept.end(), [&](const std::string& accepted) {
      return text::identity_of(accepted) == text::identity_of(wording.text);
    });
    use.ambiguous =
        wording.effect == history::Effect::accept && taught_elsewhere(wording, wordings);
    use.objection = objection_to(use, item, place);
  }
  drop_crossing(item, uses);
  return uses;
}

}  // namespace pith::session
