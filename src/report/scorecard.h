// What came of an exam or a scripted practice, as one value that every format of a report shows.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "grading/verdict.h"
#include "history/events.h"
#include "memory/fsrs.h"
#include "session/task.h"

namespace pith::report {

/// A point of an answer.
struct PointMark {
  std::string id;
  std::string name;
  std::string detail;  ///< May be empty.
  double weight = 1.0;
  grading::Verdict verdict = grading::Verdict::missed;  ///< The final one.
  double credit = 0.0;                                  ///< [0, 1].
  double confidence = 1.0;                              ///< [0, 1].
  memory::Rating rating = memory::Rating::again;
  std::string evidence;  ///< The words that earned the verdict; may be empty.
};

enum class State { answered, skipped, not_reached };

/// A question of the session with what became of it.
struct Mark {
  State state = State::answered;
  session::Why why = session::Why::practice;
  std::string item;      ///< `deck/item`.
  std::string question;  ///< Light Markdown.
  bool bare = false;     ///< Its points are mere answers, which say nothing without the question.
  std::string topic;
  std::string section;    ///< Empty in a session without sections.
  std::string answer_id;  ///< In the log; this and what follows of an answered one only.
  std::string answer;     ///< As typed.
  double score = 0.0;     ///< [0, 1].
  bool passed = false;    ///< The score reaches the item's own pass mark.
  double seconds = 0.0;
  bool time_over = false;
  int hints = 0;
  std::vector<PointMark> points;
};

struct TopicMark {
  std::string topic;
  std::size_t questions = 0;
  double score = 0.0;  ///< [0, 1]; mean of its marks.
};

/// A point that was not stated, or only by halves, in this session: not in a follow-up either.
struct Weakness {
  std::string item;
  std::string question;
  std::string point;
  std::string detail;
  double loss = 0.0;       ///< Share of the item's score that it cost in the end, [0, 1].
  std::size_t missed = 0;  ///< How often it was missed or reversed, ever, when first asked.
  std::size_t asked = 0;   ///< How often it was first asked in a session.
  bool bare = false;       ///< The point is a mere answer, which says nothing without the question.
};

/// A session of the same mode before this one that shared questions with it.
struct Earlier {
  memory::StudyDay day{};
  std::size_t questions = 0;  ///< That were answered; the log has no others.
  double score = 0.0;         ///< [0, 1]; mean over these.
  std::size_t shared = 0;     ///< Questions that both had.
  double shared_then = 0.0;   ///< [0, 1]; scores of those, then and now.
  double shared_now = 0.0;
};

struct Scorecard {
  std::string title;
  history::Mode mode = history::Mode::exam;
  std::string session;
  history::When when;       ///< When it was made up.
  std::vector<Mark> marks;  ///< In the order asked, then what was not answered.
  double score = 0.0;       ///< [0, 1]; mean over the questions, an unanswered one counting 0.
  double pass = 0.6;        ///< Pass mark of the whole, [0, 1].
  bool passed = false;
  bool unfinished = false;                ///< The learner left before all was asked.
  bool out_of_time = false;               ///< The time was over before all was asked.
  std::size_t questions = 0;              ///< That count; follow-ups and repeats do not.
  std::size_t answered = 0;               ///< Of those.
  std::optional<double> with_follow_ups;  ///< The score if what was added when asked again counted.
  double seconds = 0.0;                   ///< From begin to end, without pauses.
  std::optional<std::chrono::seconds> time;  ///< What was allowed in all.
  std::size_t over_time = 0;                 ///< Answers given after their time.
  std::vector<TopicMark> topics;             ///< The weakest first.
  std::vector<Weakness> missed_most;         ///< The most often missed first, at most five.
  std::vector<Weakness> learn_next;          ///< The most costly first, at most three.
  std::vector<Earlier> earlier;              ///< The latest first, at most five.
};

/// Whether the session ended before all was asked.
[[nodiscard]] inline bool cut_short(const Scorecard& card) {
  return card.unfinished || card.out_of_time;
}

}  // namespace pith::report
