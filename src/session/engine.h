// The one engine of reviews, drills, exams and scripted practice: a state machine that yields
// questions and takes answers. Knows no terminal; time, order, grader and history are given to it.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "history/store.h"
#include "session/agenda.h"
#include "session/candidate.h"
#include "session/grader.h"
#include "session/question.h"
#include "session/read_items.h"
#include "session/result.h"
#include "session/review_plan.h"
#include "session/step.h"
#include "session/task.h"
#include "session/timing.h"

namespace pith::session {

/// The present, as the learner's clock and calendar have it.
using Clock = std::function<history::When()>;

/// A part of a session with limits of its own.
struct Section {
  std::string name;
  Limit time;        ///< When it is over, the next section begins.
  Limit time_limit;  ///< For an answer, before all other limits.
};

/// What kind of session it is, and what the learner may do in it.
struct SessionOptions {
  history::Mode mode = history::Mode::review;
  bool scheduled = true;  ///< False: answers are logged only.
  /// How often at most an item comes back for points that were missed; 0: not in this session.
  int repeats = 0;
  std::uint64_t seed = 0;                          ///< Of the order of options.
  std::optional<std::chrono::seconds> time;        ///< When it is over, nothing more is asked.
  std::optional<std::chrono::seconds> time_limit;  ///< For an answer, instead of the item's own.
  std::vector<Section> sections;                   ///< Those that tasks refer to; may be empty.
  /// Whether results are shown as they come. If not, nothing may be overruled or taken back either.
  bool feedback = true;
  bool hints = true;       ///< Whether the learner may ask for them.
  bool may_pause = true;   ///< Whether the clocks may be stopped.
  bool follow_up = false;  ///< Ask about what an answer missed, where there is a cue for it.
  Wishes wishes;
  std::optional<PlannedTasks> later;  ///< What comes after the tasks given; may be empty.
  /// Finds an item by its id, for undoing what was answered before this session; may be empty.
  std::function<const deck::Item*(const history::ItemId&)> find_item;
  ReadItems* read_items = nullptr;  ///< Null: none are kept. Outlives the session.
};

/// Whatever it returned of an answer is on disk. Every member that takes an answer or changes one
/// throws StorageError if the history cannot be written; the session is then as it was. (If it
/// was written and cannot be read afterwards, that is thrown too: nothing is logged twice.)
/// What it does with an answer, undo and other longer parts of it are in engine_*.cpp.
class Session {
 public:
  /// The items of the tasks, and the history, must outlive the session.
  Session(history::History& history, std::vector<Task> tasks, Grader grader, Clock clock,
          SessionOptions options = {});

  [[nodiscard]] const history::Uuid& id() const { return id_; }
  [[nodiscard]] const SessionOptions& options() const { return options_; }

  /// What is to be answered now; empty when the session is over.
  [[nodiscard]] const std::optional<Question>& question() const { return question_; }

  /// Begins to count the time of the question anew, as when it is shown. The history settles
  /// before.
  void start_clock();

  /// Stops the clocks until resume(); the question is not to be seen meanwhile. False if the
  /// session does not allow it, or is over.
  bool pause();
  void resume();
  [[nodiscard]] bool paused() const { return timing_.paused(); }

  /// How long the session has lasted, without pauses.
  [[nodiscard]] std::chrono::milliseconds elapsed() const;

  /// Why `text` is no answer to the question; empty if it is one.
  [[nodiscard]] std::optional<std::string> objection(std::string_view text) const;

  /// Takes an answer and goes on to the next question. Empty text gives up; a card takes `1` to
  /// `4`. Requires: a question, and no objection.
  const Result& answer(std::string_view text);
  /// Rates a card that was revealed. Requires: the question is a card.
  const Result& rate(memory::Rating rating);

  /// What rate() would make of the card that stands, before it is done: whether it comes back in
  /// this session, and when it is due. Nothing is written. `due` is empty as well if the rating
  /// would change nothing. Requires: the question is a card.
  [[nodiscard]] Result foreseen(memory::Rating rating) const;

  /// The last answer; empty before the first one and after undo().
  [[nodiscard]] const std::optional<Result>& last() const { return last_; }

  /// Replaces a verdict of the last answer. `outcome` is an index into Result::points. A verdict of
  /// `hit` teaches the grader the wording, one of `contradicted` that it is wrong, one of `missed`
  /// that it earns nothing; an answer that was called easy stays so. Throws history::AnswerGone if
  /// the answer was taken back elsewhere meanwhile. Requires: last(), and feedback.
  const Result& overrule(std::size_t outcome, grading::Verdict verdict);
  /// Rates the last answer Easy, or no longer: applies to the points that are hit. Throws
  /// history::AnswerGone as overrule() does. Requires: last(), and feedback.
  const Result& call_easy(bool easy = true);

  /// The next hint, which lowers the ratings to Hard; empty if there are no more.
  std::optional<std::string> hint();

  /// Takes back the last answer, reading, skip, bury or suspension and asks the item again; before
  /// the session's first, the last answer of all, if it was there when this session began and was
  /// given in no exam or scripted practice. Of such, the points are asked again that the item still
  /// has and that are not suspended, if any. False if there is nothing left to undo,
  /// if the time of the session or of the section is over in which it would be asked, or without
  /// feedback; nothing is taken back then.
  bool undo();

  /// What the answer said that undo() took back last, if the question that stands asks it again;
  /// else empty.
  [[nodiscard]] const std::string& undone() const { return undone_; }

  /// Whether something was done in this session that undo() takes back while there is time.
  [[nodiscard]] bool may_undo() const { return options_.feedback && !steps_.empty(); }

  /// The learner reads the item first: it is asked after a few others. Nothing is logged, and its
  /// answer counts like any other, unless there was nothing to ask in between, in this session or
  /// before the next one. Does nothing without feedback.
  void read_first();

  /// Leaves the item out of this session.
  void skip();
  /// Leaves it out until tomorrow.
  void bury();
  /// Leaves it out until `pith suspend --off`, or undo().
  void suspend();

  /// Goes on with an item as it is now, after its deck was edited. Points are known by their ids:
  /// those that were asked stay so, new ones join them; where none is left, all are asked. Hints
  /// that were shown count, and the clock goes on. The last result stays as it was. Requires:
  /// `after` outlives the session.
  void replace(const deck::Item& before, const deck::Item& after);

  /// Asks nothing more. What was answered stays.
  void quit();

  [[nodiscard]] Summary summary() const;

  /// What was answered and counts, in that order.
  [[nodiscard]] std::vector<Answered> answered() const { return answered_in(steps_); }
  /// What was left out, then what was not reached.
  [[nodiscard]] std::vector<Unanswered> unanswered() const;

 private:
  const Result& record(Result result, const history::When& when);
  const Result& amend(Result result, std::span<const history::Wording> wordings);
  void look_ahead(Result& result) const;  ///< What the answer, once logged, means from now on.
  /// How and when it is answered, as far as that decides what it means for the schedule.
  void place(Result& result, const history::When& when) const;
  [[nodiscard]] bool is_repeated(const Task& task, const Result& result) const;
  void ask_again(Step& step, const Result& result);
  void drop_repeat(const Step& step);
  void leave_out(std::optional<history::Body> body);
  [[nodiscard]] Step take_task();
  [[nodiscard]] bool has_time_for(std::size_t section) const;
  bool undo_before_session();
  void bring_back(const history::LoggedAnswer& undone);
  [[nodiscard]] bool came_meanwhile(const history::LoggedAnswer& answer) const;
  [[nodiscard]] std::vector<std::size_t> points_to_ask_again(const history::LoggedAnswer& undone,
                                                             const deck::Item& item) const;
  [[nodiscard]] bool repeats_what_was_just_shown(memory::StudyDay today) const;
  [[nodiscard]] const Section* section_of(const Task& task) const;
  void number(Question& question) const;  ///< Among those that are asked for the first time.
  [[nodiscard]] Question question_for(const Task& task) const;
  void ask_next();

  history::History& history_;
  Grader grader_;
  Clock clock_;
  SessionOptions options_;
  history::Uuid id_;
  std::optional<history::Stamp> last_before_;        ///< Of the last answer before the session.
  std::optional<history::ItemId> practised_before_;  ///< Its item, where it was only practice.
  Agenda agenda_;                                    ///< The first task is being asked.
  std::vector<Step> steps_;
  std::optional<Question> question_;
  std::optional<Result> last_;
  std::string undone_;
  bool just_read_ = false;  ///< As Step::just_read, of the question that stands.
  Timing timing_;
};

}  // namespace pith::session
