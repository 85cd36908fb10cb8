#include "report/past.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "history/present_names.h"

namespace pith::report {
namespace {

constexpr std::size_t kMissedMost = 5;
constexpr std::size_t kLearnNext = 3;
constexpr std::size_t kEarlier = 5;
constexpr std::size_t kSessionsLookedAt = 10000;

history::ItemId item_id(const std::string& full) {
  const auto slash = full.find('/');
  return {full.substr(0, slash), full.substr(slash + 1)};
}

bool is_missing(grading::Verdict verdict) {
  return verdict == grading::Verdict::missed || verdict == grading::Verdict::contradicted;
}

/// How often each point of an item was asked first in a session, and missed then.
void count_misses(std::vector<Weakness>& of_item, const std::map<std::string, std::size_t>& places,
                  const history::ItemId& item, const history::History& history) {
  history::AnswerFilter filter;
  filter.limit = history::AnswerFilter::kEverything;
  filter.item = item;
  std::set<std::pair<history::Uuid, std::string>> seen;
  for (auto& each : history.answers(filter)) {
    const auto logged = history::with_present_points(history, std::move(each));
    for (const auto& point : logged.answer.points) {
      const auto place = places.find(point.id);
      if (place != places.end() && seen.emplace(logged.answer.session, point.id).second) {
        ++of_item[place->second].asked;
        of_item[place->second].missed += is_missing(point.verdict) ? 1U : 0U;
      }
    }
  }
}

/// By item and point: what follow-ups to its question brought in.
using Credits = std::map<std::pair<std::string, std::string>, double>;

Credits brought_in(const std::vector<Mark>& marks) {
  Credits credits;
  for (const auto& mark : marks) {
    for (const auto& point : mark.points) {
      if (mark.why == session::Why::follow_up) {
        auto& credit = credits[{mark.item, point.id}];
        credit = std::max(credit, point.credit);
      }
    }
  }
  return credits;
}

/// What an answered question left out, and a follow-up did not bring in.
std::vector<Weakness> weaknesses_of(const Mark& mark, const Credits& later,
                                    const history::History& history) {
  std::vector<Weakness> found;
  std::map<std::string, std::size_t> places;
  double weights = 0;
  for (const auto& point : mark.points) {
    weights += point.weight;
  }
  for (const auto& point : mark.points) {
    const auto followed = later.find({mark.item, point.id});
    const auto credit = std::max(point.credit, followed == later.end() ? 0.0 : followed->second);
    if (credit < 0.5) {
      places.emplace(point.id, found.size());
      found.push_back({mark.item, mark.question, point.name, point.detail,
                       point.weight * (1 - credit) / weights, 0, 0, mark.bare});
    }
  }
  count_misses(found, places, item_id(mark.item), history);
  return found;
}

/// The first of each item, then the others.
std::vector<Weakness> one_an_item(std::vector<Weakness> weaknesses) {
  std::set<std::string> items;
  std::vector<Weakness> firsts;
  std::vector<Weakness> others;
  for (auto& weak : weaknesses) {
    auto& place = items.insert(weak.item).second ? firsts : others;
    place.push_back(std::move(weak));
  }
  std::ranges::move(others, std::back_inserter(firsts));
  return firsts;
}

void find_weaknesses(Scorecard& card, const history::History& history) {
  const auto later = brought_in(card.marks);
  std::vector<Weakness> all;
  for (const auto& mark : card.marks) {
    if (mark.state == State::answered && session::is_first(mark.why)) {
      auto of_mark = weaknesses_of(mark, later, history);
      std::move(of_mark.begin(), of_mark.end(), std::back_inserter(all));
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const Weakness& a, const Weakness& b) {
    return a.missed != b.missed ? a.missed > b.missed : a.loss > b.loss;
  });
  card.missed_most = all;
  std::erase_if(card.missed_most, [](const Weakness& weak) { return weak.missed == 0; });
  card.missed_most.resize(std::min(card.missed_most.size(), kMissedMost));
  std::stable_sort(all.begin(), all.end(), [](const Weakness& a, const Weakness& b) {
    return a.loss != b.loss ? a.loss > b.loss : a.missed > b.missed;
  });
  card.learn_next = one_an_item(std::move(all));
  card.learn_next.resize(std::min(card.learn_next.size(), kLearnNext));
}

/// Scores of the first answers of a session, by item.
struct PastSession {
  memory::StudyDay day{};
  std::map<std::string, double> scores;
};

PastSession past_session(const history::History& history, const history::Uuid& id) {
  history::AnswerFilter filter;
  filter.limit = history::AnswerFilter::kEverything;
  filter.session = id;
  PastSession past;
  for (const auto& logged : history.answers(filter)) {
    past.day = logged.stamp.when.day;
    past.scores.emplace(history::full_id(logged.item), history::score_of(logged.answer));
  }
  return past;
}

Earlier compare(const PastSession& past, const std::map<std::string, double>& now) {
  Earlier earlier;
  earlier.day = past.day;
  for (const auto& [item, score] : past.scores) {
    ++earlier.questions;
    earlier.score += score;
    if (const auto same = now.find(item); same != now.end()) {
      ++earlier.shared;
      earlier.shared_then += score;
      earlier.shared_now += same->second;
    }
  }
  const auto mean = [](double sum, std::size_t count) {
    return count > 0 ? sum / static_cast<double>(count) : 0.0;
  };
  earlier.score = mean(earlier.score, earlier.questions);
  earlier.shared_then = mean(earlier.shared_then, earlier.shared);
  earlier.shared_now = mean(earlier.shared_now, earlier.shared);
  return earlier;
}

void find_earlier(Scorecard& card, const history::History& history, const history::Uuid& session) {
  const auto now = past_session(history, session);
  for (const auto& other : history.sessions(kSessionsLookedAt)) {
    if (card.earlier.size() == kEarlier) {
      return;
    }
    if (other.mode != card.mode || other.id == session) {
      continue;
    }
    const auto earlier = compare(past_session(history, other.id), now.scores);
    if (earlier.shared > 0) {
      card.earlier.push_back(earlier);
    }
  }
}

}  // namespace

void look_back(Scorecard& card, const history::History& history, const history::Uuid& session) {
  find_weaknesses(card, history);
  find_earlier(card, history, session);
}

}  // namespace pith::report
