#include "cli/desk.h"

#include <algorithm>
#include <filesystem>
#include <iostream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/history_file.h"
#include "cli/interruptible_input.h"
#include "cli/sitting.h"
#include "grading/meaning.h"
#include "protocol/jsonl.h"
#include "protocol/piped.h"
#include "session/marking.h"
#include "session/upkeep.h"
#include "terminal/text_view.h"
#include "text/display.h"
#include "text/error.h"
#include "text/words.h"

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

bool is_shipped(const Context& context, const deck::Deck& deck) {
  return fs::path(deck.path).parent_path() == context.paths.shipped_decks;
}

void say_interrupted(const Context& context, const session::Summary& summary) {
  context.err << fmt::format("pith: stopped; {} saved, {} left\n",
                             text::plural(summary.answers, "answer"), summary.left);
}

/// The confidence below which a verdict is put to the learner.
double ask_below(Ask ask) {
  constexpr double kEvery = 2.0;
  return ask == Ask::never ? 0.0 : ask == Ask::unsure ? session::kUnsureBelow : kEvery;
}

}  // namespace

void add_session_options(CLI::App& command, SessionFlags& flags) {
  command.add_option("selector", flags.selectors,
                     "Deck, deck/item, tag:NAME, a glob of these, or a path (default: all)");
  command.add_option("--protocol", flags.protocol, "Talk to a program: jsonl")
      ->check(CLI::IsMember({"jsonl"}));
  command.add_flag("--no-schedule", flags.no_schedule,
                   "Log the answers, but leave the schedule as it is");
  command.add_flag("--repeat-missed", flags.repeat_missed,
                   "Ask missed points again until each was stated once");
  command.add_option("--pass", flags.pass, "Exit with 1 if the mean score is below, 0 to 1")
      ->check(CLI::Range(0.0, 1.0));
  add_encoder_option(command, flags.models);
  add_judge_option(command, flags.models);
}

history::History open_history(const Context& context) {
  if (context.options.now && !context.options.database) {
    throw UsageError(
        "--now writes only into a history that is named: add --db FILE, or set $PITH_DB");
  }
  return history::History(history_file(context));
}

Desk::Desk(Context& context, const SessionFlags& flags)
    : context_(context),
      flags_(flags),
      config_(load_config(context.paths.config / "config.yaml")),
      selection_(select_items(context, flags.selectors)),
      first_run_(is_first_run(context)),
      history_(open_history(context)),
      encoder_(choose_encoder(flags.models, config_, context.paths, notice_on_stderr(context))),
      judge_(choose_judge(flags.models, config_, notice_on_stderr(context))),
      wishes_{config_.floor, config_.maximum_interval, config_.fuzz},
      seed_(seed_from(context)) {
  session::adopt(history_, selection_.collection.decks, wishes_, now());
  if (const auto note = history_.note(); !note.empty()) {
    context_.err << "pith: " << text::sanitise(note) << '\n';
  }
  say_what_was_found();
}

history::When Desk::now() const {
  const auto time = context_.now();
  return {time.utc, time.offset, study_day(time, config_)};
}

bool Desk::interactive() const {
  return context_.screen.in_is_terminal && context_.screen.out_is_terminal &&
         flags_.protocol.empty();
}

void Desk::say_what_was_found() {
  if (!first_run_ || !flags_.protocol.empty()) {
    return;
  }
  const auto& decks = selection_.collection.decks;
  std::vector<std::string> found;
  found.reserve(decks.size());
  for (const auto& deck : decks) {
    found.push_back(fmt::format("{} ({})", deck.id, text::plural(deck.items.size(), "item")));
  }
  const bool shipped = std::any_of(decks.begin(), decks.end(), [&](const deck::Deck& deck) {
    return is_shipped(context_, deck);
  });
  context_.err << fmt::format("pith: a new history begins in {}\n",
                              text::sanitise(history_file(context_).string()));
  context_.err << text::sanitise(fmt::format(
      "pith: {}: {}\n", shipped ? "no decks of your own yet; shipped with pith" : "found",
      fmt::join(found, ", ")));
}

std::vector<session::Candidate> Desk::candidates() const {
  return session::candidates_for(history_, selection_.items, wishes_);
}

ExitStatus Desk::run(std::vector<session::Task> tasks, session::SessionOptions options) {
  options.scheduled = !flags_.no_schedule;
  options.seed = seed_;
  options.wishes = wishes_;
  options.find_item = [this](const history::ItemId& id) {
    return deck::find_item(selection_.collection, history::full_id(id));
  };
  session::Session session(
      history_, std::move(tasks),
      session::make_grader(encoder_.get(), judge_.get(), notice_on_stderr(context_)),
      [this] { return now(); }, std::move(options));
  const auto status = run_face(session);
  const auto summary = session.summary();
  if (status == done && flags_.pass && summary.score + 1e-9 < *flags_.pass) {
    return below_pass_mark;
  }
  return status;
}

ExitStatus Desk::run_at_terminal(session::Session& session) {
  terminal::FaceOptions options;
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
  const auto ending = Sitting(context_).run(session, std::move(options));
  if (ending == terminal::Face::Ending::interrupted) {
    say_interrupted(context_, session.summary());
    return interrupted;
  }
  return done;
}

ExitStatus Desk::run_face(session::Session& session) {
  if (interactive()) {
    return run_at_terminal(session);
  }
  InterruptibleInput input(context_.in);
  if (!flags_.protocol.empty()) {
    protocol::run_jsonl(session, context_.in, context_.out,
                        {.program = "pith " PITH_VERSION,
                         .more_to_come = [&] { return input.more_within(kAfterthought); }});
  } else {
    const auto style = style_for(context_);
    terminal::TextView view(context_.out, style,
                            {.columns = [this] { return context_.screen.columns; }});
    protocol::run_piped(session, context_.in, view, [this](std::size_t line, const auto& why) {
      context_.err << fmt::format("pith: line {}: {}; the item was left out\n", line, why);
    });
    view.show(session.summary());
  }
  if (input.interrupted()) {
    say_interrupted(context_, session.summary());
    return interrupted;
  }
  return done;
}

}  // namespace pith::cli
