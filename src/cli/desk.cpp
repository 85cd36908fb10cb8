#include "cli/desk.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/draft_folder.h"
#include "cli/first_run.h"
#include "cli/history_file.h"
#include "cli/interruptible_input.h"
#include "cli/mark_folder.h"
#include "cli/open_history.h"
#include "cli/tell.h"
#include "grading/meaning.h"
#include "history/backups.h"
#include "history/reworded.h"
#include "protocol/jsonl.h"
#include "protocol/piped.h"
#include "report/text.h"
#include "session/marking.h"
#include "session/upkeep.h"
#include "terminal/text_view.h"
#include "text/display.h"
#include "text/error.h"

namespace pith::cli {
namespace {

namespace fs = std::filesystem;

/// How long a program may take to overrule its last result.
constexpr std::chrono::milliseconds kAfterthought{1000};

std::uint64_t seed_from(const Context& context) {
  return context.options.seed.value_or(
      static_cast<std::uint64_t>(context.now().utc.time_since_epoch().count()));
}

bool is_first_run(const Context& context) {
  std::error_code error;
  return !fs::exists(history_file(context), error);
}

void say_interrupted(const Context& context, const session::Summary& summary) {
  const auto& tr = context.tr;
  const auto again = summary.again > 0 ? tr.format(", {} to ask again", summary.again) : "";
  tell(context, tr.format("pith: stopped; {} saved, {} still to answer",
                          tr.count(summary.answers, "answer"), summary.left - summary.again) +
                    again);
}

/// One line, however much was marked.
void say_marked(const Context& context, std::span<const std::string> ids) {
  constexpr std::size_t kNamed = 3;
  if (ids.empty()) {
    return;
  }
  const auto named =
      text::sanitise(fmt::format("{}", fmt::join(ids.first(std::min(ids.size(), kNamed)), ", ")));
  context.out << (ids.size() > kNamed
                      ? context.tr.format(
                            "Marked for editing: {} and {} more (`pith list --marked`).", named,
                            ids.size() - kNamed)
                      : context.tr.format("Marked for editing: {} (`pith list --marked`).", named))
              << std::endl;
}

/// The confidence below which a verdict is put to the learner.
double ask_below(Ask ask) {
  constexpr double kEvery = 2.0;
  return ask == Ask::never ? 0.0 : ask == Ask::unsure ? session::kUnsureBelow : kEvery;
}

/// What is left of a session that is limited as a whole, for the line below an answer.
std::function<std::string()> time_left_of(const session::Session& session,
                                          const text::Messages& tr) {
  const auto all = session.options().time;
  if (!all) {
    return {};
  }
  return [&session, &tr, all = *all] {
    const auto left = all - std::chrono::floor<std::chrono::seconds>(session.elapsed());
    return left.count() > 0 ? tr.format("{} left in all", tr.duration(left)) : tr("time over");
  };
}

bool has_clock(const session::Session& session) {
  return session.options().time || session.options().time_limit ||
         (session.question() && session.question()->time_limit);
}

}  // namespace

void add_session_options(Command command, SessionFlags& flags) {
  command.add_option("selector", flags.selectors,
                     "Deck, deck/item, tag:NAME, a glob of these, or a path (default: all)");
  add_answering_options(command, flags);
}

void add_answering_options(Command command, SessionFlags& flags) {
  command.add_option("--protocol", flags.protocol, "Talk to a program: jsonl").one_of({"jsonl"});
  command.add_flag("--no-schedule", flags.no_schedule,
                   "Log the answers, but leave the schedule as it is");
  command.add_option("--pass", flags.pass, "Exit with 1 if the mean score is below, 0 to 1")
      .between(0.0, 1.0);
  add_encoder_option(command, flags.models);
  add_judge_option(command, flags.models);
}

void add_repeat_option(Command command, SessionFlags& flags) {
  command.add_flag("--repeat-missed", flags.repeat_missed,
                   "Ask missed points again until each was stated once");
}

Desk::Desk(Context& context, const SessionFlags& flags)
    : context_(context),
      flags_(flags),
      config_(load_config(context.paths.config / "config.yaml")),
      library_(context, flags.selectors),
      edited_(context, library_.summaries(),
              [this](const deck::Deck& before, const deck::Deck& after) {
                history::follow_edit(history_, now(), before, after);
              }),
      first_run_(is_first_run(context)),
      history_(open_history(context)),
      encoder_(choose_encoder(flags.models, config_, context.paths, notice_on_stderr(context),
                              stop_asked())),
      judge_(choose_judge(flags.models, config_, notice_on_stderr(context), stop_asked())),
      wishes_{config_.floor, config_.maximum_interval, config_.fuzz},
      seed_(seed_from(context)) {
  session::adopt(history_, library_.known_decks(), wishes_, now());
  if (first_run_ && flags_.protocol.empty()) {
    const auto decks = decks_in_order();
    const bool all = flags_.selectors.empty() && !decks.empty();
    say_what_was_found(context_, library_.summaries(),
                       all ? std::optional(decks.front()) : std::nullopt);
  }
}

history::When Desk::now() const {
  const auto time = context_.now();
  return {time.utc, time.offset, study_day(time, config_)};
}

bool Desk::interactive() const {
  return context_.screen.in_is_terminal && context_.screen.out_is_terminal &&
         flags_.protocol.empty();
}

std::vector<session::Candidate> Desk::candidates() const {
  return session::candidates_for(history_, selection().items, wishes_);
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
  if (first_run_ && interactive() && !offer_copies(context_, library_.summaries())) {
    return interrupted;
  }
  options.scheduled = options.scheduled && !flags_.no_schedule;
  options.seed = seed_;
  options.wishes = wishes_;
  options.find_item = [this](const history::ItemId& id) { return library_.find(id); };
  session::Session session(
      history_, std::move(tasks),
      session::make_grader(encoder_.get(), judge_.get(), notice_on_stderr(context_)),
      [this] { return now(); }, std::move(options));
  const bool idle = !session.question();
  const auto status = run_face(session, scoring);
  stop_wanted_ = {};
  const auto decks = library_.summaries();
  const bool any_items =
      std::ranges::any_of(decks, [](const auto& deck) { return deck.items > 0; });
  if (idle && !decks.empty() && !any_items) {
    tell(context_, context_.tr.format("pith: there are no items yet: `pith new item {}` adds one",
                                      decks.front().id));
  } else if (idle && !decks.empty() && interactive() &&
             session.options().mode == history::Mode::review) {
    tell(context_,
         context_.tr("pith: no more for today: nothing is due, and the day's new questions "
                     "were asked; `pith drill` asks all the same, `pith stats` tells how "
                     "it goes"));
  }
  if (session.summary().answers > 0) {
    back_up();
  }
  const bool passed = scoring
                          ? scoring(session).passed
                          : !flags_.pass || idle || session.summary().score + 1e-9 >= *flags_.pass;
  return status != done ? status : passed ? done : below_pass_mark;
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

Closing Desk::closing(const session::Session& session, const Scoring& scoring) const {
  if (!scoring) {
    return {};
  }
  return [this, &session, &scoring](std::size_t columns) {
    return report::to_text(scoring(session), {columns, context_.screen.unicode, context_.tr});
  };
}

/// Whether the learner wants to leave the face that is at work, if there is one.
std::function<bool()> Desk::stop_asked() const {
  return [this] { return stop_wanted_ && stop_wanted_(); };
}

terminal::Face::Ending Desk::sit(session::Session& session, terminal::FaceOptions options,
                                 const Scoring& scoring) {
  Sitting sitting(context_);
  stop_wanted_ = [&] { return sitting.editor().end_is_waiting(); };
  return sitting.run(session, std::move(options), closing(session, scoring));
}

ExitStatus Desk::run_at_terminal(session::Session& session, const Scoring& scoring) {
  const auto& rules = session.options();
  terminal::FaceOptions options;
  options.may.hints = rules.hints;
  options.may.read_first = rules.feedback;
  options.may.undo = rules.feedback;
  options.may.pause = rules.may_pause && has_clock(session);
  options.feedback = rules.feedback;
  options.intervals = rules.feedback;
  options.ask_below = ask_below(config_.ask);
  if (encoder_ != nullptr) {
    options.prefetch = [this, known = history::ItemId{}](const session::Question& question,
                                                         std::string_view text) mutable {
      const history::ItemId id{question.item->deck, question.item->id};
      if (known != id) {
        const auto wordings = session::learned_for(history_.wordings(id), *question.item);
        grading::expect_item(*encoder_, *question.item, wordings);
        known = id;
      }
      grading::expect_answer(*encoder_, text);
    };
  }
  options.status = time_left_of(session, context_.tr);
  DraftFolder drafts(history_file(context_));
  MarkFolder marks(history_file(context_));
  options.marks = &marks;
  if (rules.feedback) {  // an exam is no place for what was prepared
    options.drafts = &drafts;
    options.files = &edited_;
  }
  const auto ending = sit(session, std::move(options), scoring);
  say_marked(context_, marks.made());
  if (ending == terminal::Face::Ending::interrupted) {
    say_interrupted(context_, session.summary());
    return interrupted;
  }
  return done;
}

ExitStatus Desk::run_face(session::Session& session, const Scoring& scoring) {
  if (interactive()) {
    return run_at_terminal(session, scoring);
  }
  InterruptibleInput input(context_.in);
  stop_wanted_ = [&] { return input.interrupted(); };
  if (!flags_.protocol.empty()) {
    protocol::run_jsonl(session, context_.in, context_.out,
                        {.program = "pith " PITH_VERSION,
                         .scorecard = scoring,
                         .more_to_come = [&] { return input.more_within(kAfterthought); }});
  } else {
    const auto style = style_for(context_);
    terminal::TextView view(context_.out, style,
                            {.columns = [this] { return context_.screen.columns; },
                             .feedback = session.options().feedback});
    protocol::run_piped(session, context_.in, view, [this](std::size_t line, const auto& why) {
      tell(context_, context_.tr.format("pith: line {}: {}; the item was left out", line,
                                        context_.tr.sentence(why)));
    });
    if (scoring) {
      context_.out << '\n' << closing(session, scoring)(context_.screen.columns);
    } else {
      view.show(session.summary());
    }
  }
  if (input.interrupted()) {
    say_interrupted(context_, session.summary());
    return interrupted;
  }
  return done;
}

}  // namespace pith::cli
