// How a desk asks: at a terminal, through a pipe, or a program that talks JSON lines.
#include <algorithm>
#include <chrono>
#include <iostream>
#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/at_terminal.h"
#include "cli/files/draft_folder.h"
#include "cli/files/history_file.h"
#include "cli/files/interruptible_input.h"
#include "cli/files/mark_folder.h"
#include "cli/practice/desk.h"
#include "cli/tell.h"
#include "grading/expect.h"
#include "history/item_id.h"
#include "protocol/jsonl.h"
#include "protocol/piped.h"
#include "report/text.h"
#include "session/grader.h"
#include "session/marking.h"
#include "terminal/text_view.h"
#include "text/display.h"

namespace pith::cli {
namespace {

/// How long a program may take to overrule its last result.
constexpr std::chrono::milliseconds kAfterthought{1000};

/// A follow-up that was not answered is nothing to come back to. What was missed and not asked
/// again comes back when it is due, and not at the next start.
void say_interrupted(const Context& context, const session::Session& session) {
  const auto& tr = context.tr;
  const auto summary = session.summary();
  const bool comes_back = summary.again > 0 && !session.options().follow_up;
  const auto again = comes_back ? tr.format(", {} not asked again", summary.again) : "";
  tell(context, tr.format("pith: stopped; {} saved, {} still to answer",
                          tr.count(summary.answers, "answer"), summary.left - summary.again) +
                    again);
}

/// One sentence, however much was marked.
void say_marked(const Context& context, std::span<const std::string> ids) {
  constexpr std::size_t kNamed = 3;
  if (ids.empty()) {
    return;
  }
  const auto named =
      text::sanitise(fmt::format("{}", fmt::join(ids.first(std::min(ids.size(), kNamed)), ", ")));
  const auto line =
      (ids.size() > kNamed
           ? context.tr.format("Marked for editing: {} and {} more (`pith list --marked`).", named,
                               ids.size() - kNamed)
           : context.tr.format("Marked for editing: {} (`pith list --marked`).", named)) +
      '\n';
  context.out << fitted(context.screen, line) << std::flush;
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
    return left.count() > 0 ? tr.format("{} left in all", fmt::format("{}:{:02}", left.count() / 60,
                                                                      left.count() % 60))
                            : tr("time over in all");
  };
}

/// An exam closes when all its time is over.
void close_when_time_is_over(const session::Session& session, terminal::FaceOptions& options) {
  const auto& rules = session.options();
  if (rules.mode != history::Mode::exam || !rules.time) {
    return;
  }
  options.is_over = [&session, all = *rules.time] { return session.elapsed() >= all; };
  options.closes_in = [&session, all = *rules.time] {
    return all - std::chrono::floor<std::chrono::seconds>(session.elapsed());
  };
}

/// Tells the encoder what will be graded: of each question its item once, and what is typed.
decltype(terminal::FaceOptions::prefetch) work_ahead(const grading::SentenceEncoder& encoder,
                                                     const history::History& history) {
  return [&encoder, &history, known = history::ItemId{}](const session::Question& question,
                                                         std::string_view text) mutable {
    const auto id = history::id_of(*question.item);
    if (known != id) {
      const auto wordings = session::learned_for(history.wordings(id), *question.item);
      grading::expect_item(encoder, *question.item, wordings);
      known = id;
    }
    grading::expect_answer(encoder, text);
  };
}

bool has_clock(const session::Session& session) {
  return session.options().time || session.options().time_limit ||
         (session.question() && session.question()->time_limit);
}

}  // namespace

Closing Desk::closing(const session::Session& session, const Scoring& scoring) const {
  if (!scoring) {
    return {};
  }
  return [this, &session, &scoring](std::size_t columns) {
    return report::to_text(scoring(session), {.columns = columns,
                                              .unicode = context_.screen.unicode,
                                              .tr = context_.tr,
                                              .questions = !session.options().feedback});
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
  options.may.dictate = !context_.dictation.empty();
  options.may.read_first = rules.feedback;
  options.may.undo = rules.feedback;
  options.may.pause = rules.may_pause && has_clock(session);
  options.feedback = rules.feedback;
  options.intervals = rules.feedback;
  options.ask_below = ask_below(config_.ask);
  if (encoder_ != nullptr) {
    options.prefetch = work_ahead(*encoder_, history_);
  }
  options.status = time_left_of(session, context_.tr);
  close_when_time_is_over(session, options);
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
    if (session.question()) {
      say_interrupted(context_, session);
    }
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
  bool all_taken = true;
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
    protocol::run_piped(session, context_.in, view, [&](std::size_t line, const auto& why) {
      all_taken = false;
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
    say_interrupted(context_, session);
    return interrupted;
  }
  return all_taken ? done : usage;
}

}  // namespace pith::cli
