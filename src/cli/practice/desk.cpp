#include "cli/practice/desk.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "base/error.h"
#include "cli/at_terminal.h"
#include "cli/files/history_file.h"
#include "cli/files/open_history.h"
#include "cli/files/read_folder.h"
#include "cli/practice/first_run.h"
#include "cli/practice/practice_tasks.h"
#include "cli/tell.h"
#include "grading/score.h"
#include "history/backups.h"
#include "history/reworded.h"
#include "session/follow_up.h"
#include "session/grader.h"
#include "session/upkeep.h"

namespace pith::cli {
namespace {

namespace fs = std::filesystem;

bool is_first_run(const Context& context) {
  std::error_code error;
  return !fs::exists(history_file(context), error);
}

/// Throws, as for a name that means nothing, if decks are named of which none has an item, and if
/// no deck can be read.
Library library_with_items(Context& context, const std::vector<std::string>& selectors) {
  Library library(context, selectors);
  library.require_any_sound();
  const auto is_empty = [&](std::size_t deck) { return library.summaries()[deck].items == 0; };
  if (!selectors.empty() && std::ranges::all_of(library.meant(), is_empty)) {
    static_cast<void>(select_items(context, selectors));
  }
  return library;
}

}  // namespace

Desk::Desk(Context& context, const SessionFlags& flags)
    : context_(context),
      flags_(flags),
      config_(config_of(context)),
      greeted_(greet()),
      library_(library_with_items(context, flags_.selectors)),
      edited_(context, library_.summaries(),
              [this](const deck::Deck& before, const deck::Deck& after) {
                history::follow_edit(history_, now(), before, after);
              }),
      first_run_(is_first_run(context)),
      history_(open_history(context)),
      encoder_(choose_encoder(flags.models, config_, context.paths, notice_on_stderr(context),
                              stop_asked())),
      judge_(choose_judge(flags.models, config_, notice_on_stderr(context), stop_asked())),
      wishes_(wishes_of(config_)),
      seed_(seed_of(context)) {
  session::adopt(history_, library_.known_decks(), wishes_, now());
  if (first_run_ && !greeted_ && flags_.protocol.empty()) {
    const auto decks = decks_in_order();
    const bool all = flags_.selectors.empty() && !decks.empty();
    say_what_was_found(context_, library_.summaries(),
                       all ? std::optional(decks.front()) : std::nullopt);
  }
}

/// Lets somebody new pick a deck; whether there was one to pick.
bool Desk::greet() {
  if (!flags_.greets || !flags_.selectors.empty() || !interactive() || !is_first_run(context_)) {
    return false;
  }
  const auto choice = greet_newcomer(context_);
  if (choice && choice->deck) {
    flags_.selectors = {*choice->deck};
  }
  return choice.has_value();
}

history::When Desk::now() const {
  return when_of(context_.now(), config_);
}

bool Desk::interactive() const {
  return at_terminal(context_.screen) && flags_.protocol.empty();
}

std::vector<session::Candidate> Desk::candidates() const {
  return session::candidates_for(history_, selection().items, wishes_, now().day);
}

std::vector<session::Candidate> Desk::candidates_as_named() const {
  return session::candidates_for(history_, in_order_named(selection(), flags_.selectors), wishes_,
                                 now().day);
}

/// Where nobody said which, those in the learner's language come first.
std::vector<std::string> Desk::decks_in_order() const {
  std::vector<std::string> own;
  std::vector<std::string> others;
  for (const auto place : library_.meant()) {
    const auto& deck = library_.summaries()[place];
    const bool first = !flags_.selectors.empty() ||
                       text::language_of_locale(deck.language) == context_.tr.language();
    (first ? own : others).push_back(deck.id);
  }
  own.insert(own.end(), others.begin(), others.end());
  return own;
}

session::PlannedTasks Desk::review_tasks(std::optional<std::size_t> new_items,
                                         std::optional<std::size_t> limit) const {
  auto rules = session::rules_for(history_, now().day, wishes_);
  rules.new_items = new_items;
  auto plan = session::review_plan(history_, decks_in_order(), rules, library_.filter());
  plan.keep(limit.value_or(plan.size()));
  return {history_, std::move(plan),
          [this](const history::ItemId& id) { return library_.find(id); }, wishes_};
}

ExitStatus Desk::run(std::vector<session::Task> tasks, session::SessionOptions options,
                     const Scoring& scoring) {
  if (first_run_ && !greeted_ && interactive() && !offer_copies(context_, library_.summaries())) {
    return interrupted;
  }
  if (options.follow_up) {
    say_if_nothing_to_follow_up(tasks);
  }
  options.scheduled = options.scheduled && !flags_.no_schedule;
  options.seed = seed_;
  options.wishes = wishes_;
  options.find_item = [this](const history::ItemId& id) { return library_.find(id); };
  ReadFolder read(history_file(context_), [this] { return now().day; });
  options.read_items = &read;
  session::Session session(
      history_, std::move(tasks),
      session::make_grader(encoder_.get(), judge_.get(), notice_on_stderr(context_)),
      [this] { return now(); }, std::move(options));
  const bool idle = !session.question();
  const auto status = run_face(session, scoring);
  stop_wanted_ = {};
  if (idle) {
    say_why_idle(session);
  }
  say_how_to_go_on(session);
  if (session.summary().answers > 0) {
    back_up();
  }
  const bool passed =
      scoring ? scoring(session).passed
              : !flags_.pass || idle || grading::passes(session.summary().score, *flags_.pass);
  return passed || status == interrupted ? status : below_pass_mark;
}

/// Follow-ups were asked for; without a word their absence would look like praise.
void Desk::say_if_nothing_to_follow_up(const std::vector<session::Task>& tasks) const {
  const bool any = std::ranges::any_of(
      tasks, [](const session::Task& task) { return session::may_be_followed_up(*task.item); });
  if (!tasks.empty() && !any) {
    tell(context_, context_.tr("pith: there will be no follow-ups: none of these questions has "
                               "groups of points or hints to ask by"));
  }
}

/// What keeps a session without a question from being a puzzle.
void Desk::say_why_idle(const session::Session& session) const {
  const auto decks = library_.summaries();
  if (decks.empty()) {
    return;
  }
  if (std::ranges::all_of(decks, [](const auto& deck) { return deck.items == 0; })) {
    tell(context_, context_.tr.format("pith: there are no items yet: `pith new item {}` adds one",
                                      decks.front().id));
  } else if (interactive() && session.options().mode == history::Mode::review) {
    tell(context_,
         context_.tr("pith: no more for today: nothing is due, and the day's new questions "
                     "were asked; `pith drill` asks all the same, `pith stats` tells how "
                     "it goes"));
  }
}

/// A drill that was left begins at its first item again, unless it is told not to.
void Desk::say_how_to_go_on(const session::Session& session) const {
  const auto summary = session.summary();
  if (interactive() && session.options().mode == history::Mode::drill && summary.answers > 0 &&
      summary.left > summary.again) {
    tell(context_, context_.tr("pith: with --continue a drill leaves out what was answered today"));
  }
}

/// The automatic backup of the day, of the learner's own history alone.
void Desk::back_up() const {
  constexpr std::uintmax_t kLargest = std::uintmax_t{256} << 20U;  // beyond, it would take seconds
  const auto file = history_file(context_);
  std::error_code error;
  const auto size = fs::file_size(file, error);
  if (context_.options.database || error || size > kLargest) {
    return;
  }
  try {
    history::back_up_daily(history_, backup_folder(file), now().day);
  } catch (const StorageError& problem) {
    tell(context_, context_.tr.format("pith: {}", context_.tr.sentence(problem.what())));
  }
}

}  // namespace pith::cli
