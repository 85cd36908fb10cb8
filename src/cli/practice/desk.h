// Where a session happens: decks, history, clock and grader of the learner, and the face that the
// command line asks for. Shared by every command that asks questions.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/authoring/edited_items.h"
#include "cli/context.h"
#include "cli/decks/library.h"
#include "cli/exit_status.h"
#include "cli/practice/session_flags.h"
#include "cli/settings/config.h"
#include "cli/sitting.h"
#include "history/store.h"
#include "report/scorecard.h"
#include "session/engine.h"
#include "session/queue.h"

namespace pith::cli {

/// Makes up what is shown at the end of a session instead of the mere counts. Called last when the
/// session has ended, however it did.
using Scoring = std::function<report::Scorecard(const session::Session&)>;

/// Holds all that a session refers to. Made once for a command, and not moved.
class Desk {
 public:
  Desk(Context& context, const SessionFlags& flags);
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  [[nodiscard]] Context& context() { return context_; }
  [[nodiscard]] history::History& history() { return history_; }
  [[nodiscard]] const history::History& history() const { return history_; }
  [[nodiscard]] const Config& config() const { return config_; }
  [[nodiscard]] const Selection& selection() const { return library_.selection(); }
  [[nodiscard]] const session::Wishes& wishes() const { return wishes_; }
  [[nodiscard]] history::When now() const;
  /// --seed, else one that differs from run to run.
  [[nodiscard]] std::uint64_t seed() const { return seed_; }
  /// Whether a person at a terminal is asked.
  [[nodiscard]] bool interactive() const;

  /// The items that the selectors mean, with what is remembered of them.
  [[nodiscard]] std::vector<session::Candidate> candidates() const;
  /// The same in the order in which the selectors name them.
  [[nodiscard]] std::vector<session::Candidate> candidates_as_named() const;

  /// What a review asks of the items that the selectors mean, at most `limit`; reads none of them
  /// yet.
  [[nodiscard]] session::PlannedTasks review_tasks(std::optional<std::size_t> new_items,
                                                   std::optional<std::size_t> limit) const;

  /// Asks the tasks through the face asked for, and says what was done. Fills in what the flags say
  /// of the options. With `scoring`, its pass mark decides about the exit status.
  ExitStatus run(std::vector<session::Task> tasks, session::SessionOptions options,
                 const Scoring& scoring = {});

 private:
  [[nodiscard]] bool greet();
  [[nodiscard]] std::vector<std::string> decks_in_order() const;
  void say_if_nothing_to_follow_up(const std::vector<session::Task>& tasks) const;
  void say_why_idle(const session::Session& session) const;
  void say_how_to_go_on(const session::Session& session) const;
  void back_up() const;

  // In desk_faces.cpp:
  [[nodiscard]] std::function<bool()> stop_asked() const;
  [[nodiscard]] Closing closing(const session::Session& session, const Scoring& scoring) const;
  ExitStatus run_face(session::Session& session, const Scoring& scoring);
  terminal::Face::Ending sit(session::Session& session, terminal::FaceOptions options,
                             const Scoring& scoring);
  ExitStatus run_at_terminal(session::Session& session, const Scoring& scoring);

  Context& context_;
  SessionFlags flags_;
  Config config_;
  bool greeted_;             ///< Somebody new was, and may have picked a deck.
  mutable Library library_;  ///< Reads decks when they are asked for.
  EditedItems edited_;       ///< The session refers to them as long as it lasts.
  bool first_run_;
  history::History history_;
  std::function<bool()> stop_wanted_;  ///< Of the face that is at work, if there is one.
  std::unique_ptr<grading::SentenceEncoder> encoder_;
  std::unique_ptr<grading::Judge> judge_;
  session::Wishes wishes_;
  std::uint64_t seed_;
};

}  // namespace pith::cli
