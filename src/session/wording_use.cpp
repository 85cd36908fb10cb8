#include "session/wording_use.h"

#include <algorithm>

#include "grading/grader.h"
#include "grading/proposal.h"
#include "session/marking.h"
#include "session/question.h"
#include "text/normalise.h"

namespace pith::session {
namespace {

constexpr std::size_t kPage = 500;

using Wordings = std::vector<history::KnownWording>;

std::optional<std::size_t> place_of(const deck::Item& item, const std::string& point) {
  for (std::size_t p = 0; p < item.points.size(); ++p) {
    if (item.points[p].id == point) {
      return p;
    }
  }
  return std::nullopt;
}

/// All answers to the item that can be graded again, in the order of the log.
std::vector<history::LoggedAnswer> answers_to(const history::History& history,
                                              const deck::Item& item) {
  std::vector<history::LoggedAnswer> all;
  history::AnswerFilter filter;
  filter.item = history::ItemId{item.deck, item.id};
  filter.limit = kPage;
  for (;;) {
    auto page = history.answers(filter);
    const bool last = page.size() < kPage;
    if (!page.empty()) {
      filter.beyond = history::key_of(page.back().stamp);
    }
    std::copy_if(std::make_move_iterator(page.begin()), std::make_move_iterator(page.end()),
                 std::back_inserter(all), [](const history::LoggedAnswer& logged) {
                   return !logged.redacted && !logged.answer.text.empty();
                 });
    if (last) {
      return all;
    }
  }
}

/// The verdict of a point of the answer, graded with these wordings.
std::optional<grading::Verdict> verdict_with(const deck::Item& item, const history::Answer& answer,
                                             const std::string& point, const Wordings& wordings) {
  std::vector<std::size_t> asked;
  for (const auto& each : answer.points) {
    if (const auto place = place_of(item, each.id)) {
      asked.push_back(*place);
    }
  }
  std::sort(asked.begin(), asked.end());
  const auto part = asked_part(item, asked);
  const auto place = place_of(part, point);
  if (!place) {
    return std::nullopt;
  }
  return grading::grade(part, answer.text, {}, learned_for(wordings, part)).points[*place].verdict;
}

std::vector<Change> changes_by(const history::KnownWording& wording, const Wordings& all,
                               const deck::Item& item,
                               const std::vector<history::LoggedAnswer>& answers) {
  auto others = all;
  std::erase_if(others, [&](const auto& other) { return other.stamp.id == wording.stamp.id; });
  std::vector<Change> changes;
  for (const auto& logged : answers) {
    const auto asked = std::find_if(logged.answer.points.begin(), logged.answer.points.end(),
                                    [&](const auto& point) { return point.id == wording.point; });
    const bool later = logged.stamp.when.time >= wording.stamp.when.time &&
                       logged.stamp.id != wording.answer.value_or(history::Uuid{});
    if (!later || asked == logged.answer.points.end()) {
      continue;
    }
    const auto with = verdict_with(item, logged.answer, wording.point, all);
    const auto without = verdict_with(item, logged.answer, wording.point, others);
    if (with && without && *with != *without) {
      changes.push_back({logged.stamp.id, logged.stamp.when, *without, *with, asked->verdict});
    }
  }
  return changes;
}

bool never_overruled(const std::vector<Change>& changes) {
  return std::all_of(changes.begin(), changes.end(),
                     [](const Change& change) { return change.with == change.final; });
}

}  // namespace

std::vector<WordingUse> wording_uses(const history::History& history, const deck::Item& item) {
  const auto wordings = history.wordings(history::ItemId{item.deck, item.id});
  if (wordings.empty()) {
    return {};
  }
  const auto answers = answers_to(history, item);
  std::vector<WordingUse> uses;
  for (const auto& wording : wordings) {
    const auto place = place_of(item, wording.point);
    if (!place) {
      continue;
    }
    WordingUse use{wording, changes_by(wording, wordings, item, answers)};
    const auto& accept = item.points[*place].accept;
    use.in_deck = std::any_of(accept.begin(), accept.end(), [&](const std::string& accepted) {
      return text::identity_of(accepted) == text::identity_of(wording.text);
    });
    use.proposed = wording.effect == history::Effect::accept && item.kind == deck::Kind::points &&
                   never_overruled(use.changes) &&
                   grading::is_good_accept(item, *place, wording.text);
    uses.push_back(std::move(use));
  }
  return uses;
}

}  // namespace pith::session
