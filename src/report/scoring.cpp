#include "report/scoring.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>

#include "deck/all_items.h"
#include "grading/score.h"
#include "report/past.h"
#include "session/exam.h"

namespace pith::report {
namespace {

constexpr double kLeastWeight = 1e-9;  ///< That is divided by.

std::map<history::Uuid, history::Answer> answers_by_id(const history::History& history,
                                                       const history::Uuid& session) {
  history::AnswerFilter filter;
  filter.session = session;
  filter.limit = history::AnswerFilter::kEverything;
  std::map<history::Uuid, history::Answer> answers;
  for (auto& logged : history.answers(filter)) {
    answers.emplace(logged.stamp.id, std::move(logged.answer));
  }
  return answers;
}

std::string evidence_of(const history::AnsweredPoint& point, const std::string& answer) {
  const auto& span = point.evidence;
  return span && span->begin <= span->end && span->end <= answer.size()
             ? answer.substr(span->begin, span->end - span->begin)
             : std::string();
}

PointMark point_mark(const deck::Item& item, const history::AnsweredPoint& point,
                     const std::string& answer) {
  PointMark mark;
  mark.id = point.id;
  mark.name = point.id;
  for (const auto& known : item.points) {
    if (known.id == point.id) {
      mark.name = known.name;
      mark.detail = known.detail;
    }
  }
  mark.weight = point.weight;
  mark.verdict = point.verdict;
  mark.credit = point.credit;
  mark.confidence = point.confidence;
  mark.rating = point.rating;
  mark.evidence = evidence_of(point, answer);
  return mark;
}

Mark mark_for(const deck::Item& item, std::size_t section, const session::Session& session) {
  Mark mark;
  mark.item = deck::full_id(item);
  mark.question = item.question;
  mark.bare = item.kind != deck::Kind::points;
  const auto& sections = session.options().sections;
  mark.section = section < sections.size() ? sections[section].name : std::string();
  return mark;
}

void fill_in(Mark& mark, const deck::Item& item, const history::Answer& answer) {
  mark.answer = answer.text;
  mark.score = history::score_of(answer);
  mark.passed = grading::passes(mark.score, item.settings.pass);
  mark.seconds = answer.seconds;
  mark.time_over = answer.time_over;
  mark.hints = answer.hints;
  for (const auto& point : answer.points) {
    mark.points.push_back(point_mark(item, point, answer.text));
  }
}

/// Marks together with their items, which the topics and pass marks are taken from.
struct Marked {
  std::vector<Mark> marks;
  std::vector<const deck::Item*> items;
};

Marked marks_of(const session::Session& session, const history::History& history,
                std::span<const deck::Deck> decks) {
  const auto answers = answers_by_id(history, session.id());
  Marked marked;
  for (const auto& step : session.answered()) {
    auto mark = mark_for(*step.item, step.section, session);
    mark.why = step.why;
    mark.answer_id = history::to_string(step.event);
    if (const auto found = answers.find(step.event); found != answers.end()) {
      fill_in(mark, *step.item, found->second);
    }
    marked.marks.push_back(std::move(mark));
    marked.items.push_back(step.item);
  }
  for (const auto& question : session.unanswered()) {
    auto mark = mark_for(*question.item, question.section, session);
    mark.state = question.left_out ? State::skipped : State::not_reached;
    marked.marks.push_back(std::move(mark));
    marked.items.push_back(question.item);
  }
  const auto topics = session::topics_of(marked.items, deck::all_items(decks));
  for (std::size_t i = 0; i < topics.size(); ++i) {
    marked.marks[i].topic = topics[i];
  }
  return marked;
}

/// What each item would have scored had the points stated in a follow-up been stated at once.
std::map<std::string, double> gained_in_follow_ups(const std::vector<Mark>& marks) {
  std::map<std::string, double> weights;
  std::map<std::string, double> gained;
  for (const auto& mark : marks) {
    if (session::is_first(mark.why)) {
      for (const auto& point : mark.points) {
        weights[mark.item] += point.weight;
      }
    } else if (mark.why == session::Why::follow_up) {
      for (const auto& point : mark.points) {
        gained[mark.item] +=
            point.weight * point.credit / std::max(weights[mark.item], kLeastWeight);
      }
    }
  }
  return gained;
}

/// Whether a mark is part of the score: follow-ups and repeats are not.
bool counts(const Mark& mark, bool not_reached_counts) {
  return session::is_first(mark.why) && (mark.state != State::not_reached || not_reached_counts);
}

void count_scores(Scorecard& card, bool not_reached_counts) {
  std::map<std::string, TopicMark> topics;
  double sum = 0;
  for (const auto& mark : card.marks) {
    card.over_time += mark.time_over ? 1 : 0;
    if (!counts(mark, not_reached_counts)) {
      continue;
    }
    ++card.questions;
    card.answered += mark.state == State::answered ? 1 : 0;
    sum += mark.score;
    auto& topic = topics[mark.topic];
    topic.topic = mark.topic;
    ++topic.questions;
    topic.score += mark.score;
  }
  card.score = card.questions > 0 ? sum / static_cast<double>(card.questions) : 0.0;
  const auto gained = gained_in_follow_ups(card.marks);
  if (!gained.empty()) {
    for (const auto& [item, more] : gained) {
      sum += more;
    }
    card.with_follow_ups = sum / static_cast<double>(card.questions);
  }
  for (auto& [name, topic] : topics) {
    topic.score /= static_cast<double>(topic.questions);
    card.topics.push_back(topic);
  }
  std::stable_sort(card.topics.begin(), card.topics.end(),
                   [](const TopicMark& a, const TopicMark& b) { return a.score < b.score; });
}

/// Of the questions that count.
double mean_pass_mark(const std::vector<Mark>& marks, std::span<const deck::Item* const> items,
                      bool not_reached_counts) {
  double sum = 0;
  std::size_t counted = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (counts(marks[i], not_reached_counts)) {
      sum += items[i]->settings.pass;
      ++counted;
    }
  }
  return counted > 0 ? sum / static_cast<double>(counted) : 0.0;
}

}  // namespace

Scorecard scorecard_of(const session::Session& session, const history::History& history,
                       const history::When& now, const ScoringOptions& options) {
  auto [marks, items] = marks_of(session, history, options.decks);
  Scorecard card;
  card.title = options.title;
  card.mode = session.options().mode;
  card.session = history::to_string(session.id());
  card.when = now;
  card.marks = std::move(marks);
  const bool all_reached = std::ranges::none_of(
      card.marks, [](const Mark& mark) { return mark.state == State::not_reached; });
  card.unfinished = session.question() && !all_reached;
  card.out_of_time = session.summary().time_over && !all_reached;
  const bool exam = session.options().mode == history::Mode::exam;
  const bool not_reached_counts = exam || !session.summary().time_over;
  count_scores(card, not_reached_counts);
  card.pass = options.pass.value_or(mean_pass_mark(card.marks, items, not_reached_counts));
  card.passed = card.questions == 0 || grading::passes(card.score, card.pass);
  card.seconds = std::chrono::duration<double>(session.elapsed()).count();
  card.time = session.options().time;
  look_back(card, history, session.id());
  return card;
}

}  // namespace pith::report
