// A session at a terminal: shows its questions, takes answers and one-key wishes, shows results.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "session/engine.h"
#include "terminal/drafts.h"
#include "terminal/item_files.h"
#include "terminal/line_editor.h"
#include "terminal/marks.h"
#include "terminal/menu.h"
#include "terminal/text_view.h"

namespace pith::terminal {

struct FaceOptions {
  Liberties may;
  bool feedback = true;  ///< False: no results; the view's option of this name has to agree.
  /// Verdicts of less confidence are put to the learner: 0 for none, above 1 for every one.
  double ask_below = session::kUnsureBelow;
  bool intervals = false;  ///< Tells beside each rating of a card when it is asked again by it.
  /// Whether the time for all questions is over: the one that is open closes then, and what was
  /// typed is its answer. Empty: none closes.
  std::function<bool()> is_over{};
  /// How long until then: a clock of the question that goes on beyond it is not shown.
  std::function<std::chrono::seconds()> closes_in{};
  /// More for the status line below an answer, such as what is left of an exam; may be empty.
  std::function<std::string()> status;
  /// Told of a question when it is shown, and of its answer when its writer pauses, so that work
  /// can be done ahead; may be empty.
  std::function<void(const session::Question& question, std::string_view text)> prefetch;
  ItemFiles* files = nullptr;  ///< Where items can be edited; null: nowhere. Outlives the face.
  Drafts* drafts = nullptr;    ///< Where half-typed answers go; null: nowhere. Outlives the face.
  Marks* marks = nullptr;      ///< Of items to be edited; null: none are made. Outlives the face.
};

class Face {
 public:
  enum class Ending {
    over,        ///< Nothing more to ask, or the learner left.
    interrupted  ///< By Ctrl-C, a signal, or a terminal that was closed.
  };

  /// All must outlive the face.
  Face(session::Session& session, LineEditor& editor, TextView& view, const Style& style,
       FaceOptions options);
  ~Face();
  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;

  /// Asks until the session is over or the learner leaves. What was shown of answers is on disk.
  [[nodiscard]] Ending run();

 private:
  using Clock = std::chrono::steady_clock;
  struct Chosen {
    Action action = Action::back;
    Key key;
  };
  /// What undo takes back before it takes back the answer: an overruling, or that it was easy.
  struct Change {
    bool easy = false;
    std::size_t outcome = 0;
    grading::Verdict before = grading::Verdict::missed;
  };

  void ask();
  void ask_card();
  /// Whether what was typed cannot be meant; if so, that is said.
  bool points_out_slip();
  void offer_draft();
  void keep_draft();
  void drop_draft(const deck::Item& item);
  /// Keeps what was typed for undo(), should the question be left without an answer.
  void remember_begun();
  void set_aside();  ///< The same, and for the next session.
  /// Whether the history took what `change` does; if not, that is said, and all stands as it was.
  bool takes(const std::function<void()>& change);
  /// takes() an answer in words.
  bool records(std::string_view text);
  /// The same of one whose time is over, which is tried until the learner leaves.
  void record_late();
  /// Ends the session as its time is over, with what was typed as the last answer if there is any.
  void close();
  void show_taken();
  void show_answered();  ///< The question and the answer it got, as they stood before the result.
  void settle_doubts();
  void show_result();
  void overrule(Key digit);
  void change_verdict(std::size_t outcome, grading::Verdict verdict);
  /// Whether the new verdict is on disk.
  bool overrules(std::size_t outcome, grading::Verdict verdict);
  [[nodiscard]] std::size_t number_of(std::size_t outcome) const;
  void undo_change();
  void call_easy();
  [[nodiscard]] std::optional<std::size_t> outcome_numbered(const Key& digit);

  /// Whether that leaves the question.
  bool perform(const Chosen& chosen);
  bool turn_over();
  bool send();  ///< What was typed, from the menu.
  void show_solution();
  [[nodiscard]] std::vector<session::Result> foreseen_ratings() const;
  void read_first();
  void give_hint();
  /// The question, with the hints that were given.
  void show_asked();
  bool undo();
  bool leave_out(Action how);  ///< Skip, bury or suspend.
  /// Whether the question that stands has changed by it.
  bool edit_item(const deck::Item& item);
  void toggle_mark(const deck::Item& item);
  void pause();
  /// Stops the clocks where that is allowed; whether it did.
  bool stop_clocks();
  void start_clocks();  ///< Those that stop_clocks() stopped.

  /// One of the menu's keys; nothing if the session ends instead.
  [[nodiscard]] std::optional<Chosen> choose(const Menu& menu, const std::string& before = {},
                                             const std::string& after = {});
  /// The same at a card, where words that are typed are answered by `told`.
  [[nodiscard]] std::optional<Chosen> choose_at_card(const Menu& menu, const std::string& told);
  /// One of the keys of verdict_menu(), to settle a doubt.
  [[nodiscard]] std::optional<Chosen> choose_verdict(grading::Verdict guess,
                                                     const std::string& doubt);
  /// One of the keys of overruling_menu(); of others that are typed it is said that they are none.
  [[nodiscard]] std::optional<Chosen> choose_other_verdict(const session::PointOutcome& point);
  /// Of the menu of the question; whatever else is typed goes back to the answer.
  [[nodiscard]] std::optional<Chosen> choose_or_type();
  [[nodiscard]] std::optional<Chosen> chosen_by(const Answer& answer, const Menu& menu);
  /// What was typed while an answer was graded was meant for a screen that nobody had seen: only a
  /// wish to leave counts.
  void heed_typed_ahead();
  /// Whether an outcome ends the session; if so, that is noted.
  bool ends(Outcome outcome);

  [[nodiscard]] AnswerRequest request() const;
  [[nodiscard]] std::string status_line() const;
  /// What is left of the question and of all, where time is limited.
  [[nodiscard]] std::vector<std::string> clocks() const;
  [[nodiscard]] std::optional<std::chrono::seconds> time_left() const;

  session::Session& session_;
  LineEditor& editor_;
  TextView& view_;
  const Style& style_;
  text::Messages tr_;
  FaceOptions options_;
  std::optional<session::Question> asked_;  ///< What was shown last, answered or not.
  /// Shows once more what the learner has before them, for who comes back to pith.
  std::function<void()> above_;
  std::string draft_;                         ///< Of the answer to the question that stands.
  std::string offered_;                       ///< What of it was kept from before.
  std::map<std::string, std::string> begun_;  ///< By items' ids: typed and not sent.
  std::vector<std::size_t> order_;  ///< Outcomes of the last result, as they are numbered.
  std::vector<Change> changes_;     ///< Since the last answer was taken.
  Clock::time_point asked_at_;
  Clock::time_point stopped_at_;
  bool stopped_by_shell_ = false;  ///< The clocks stand because the program was stopped.
  bool goes_on_ = false;           ///< The question is shown anew and was asked before.
  std::optional<Ending> ending_;
};

}  // namespace pith::terminal
