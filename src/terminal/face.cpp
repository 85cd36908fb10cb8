#include "terminal/face.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/trim.h"
#include "session/slip.h"
#include "text/display.h"

namespace pith::terminal {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

const Key kHelpKey{KeyCode::function, "1"};

}  // namespace

Face::Face(session::Session& session, LineEditor& editor, TextView& view, const Style& style,
           FaceOptions options)
    : session_(session),
      editor_(editor),
      view_(view),
      style_(style),
      tr_(style.tr()),
      options_(std::move(options)) {
  options_.may.edit = options_.files != nullptr;
  options_.may.mark = options_.marks != nullptr;
  editor_.watch_stops({.stops = [this] { stopped_by_shell_ = stop_clocks(); },
                       .goes_on =
                           [this] {
                             if (stopped_by_shell_) {
                               start_clocks();
                             }
                           }});
}

Face::~Face() {
  editor_.watch_stops({});
}

Face::Ending Face::run() {
  while (!ending_ && session_.question()) {
    asked_ = *session_.question();
    above_ = [this] { show_asked(); };
    above_();
    if (!std::exchange(goes_on_, false)) {
      session_.start_clock();
      asked_at_ = Clock::now();
    }
    if (session_.question()->item->kind == deck::Kind::card) {
      ask_card();
    } else {
      ask();
    }
  }
  return ending_.value_or(Ending::over);
}

void Face::ask() {
  if (options_.prefetch) {
    options_.prefetch(*session_.question(), "");
  }
  offer_draft();
  for (;;) {
    auto answer = editor_.read_answer(request());
    draft_ = std::move(answer.text);
    if (ends(answer.outcome)) {
      keep_draft();
      return;
    }
    const bool sent = answer.outcome == Outcome::submitted && !base::trimmed(draft_).empty();
    if (sent && (points_out_slip() || !records(draft_))) {
      continue;
    }
    if (answer.outcome == Outcome::time_up) {
      close();
      return;
    }
    if (sent) {
      show_taken();
      return;
    }
    const auto chosen = answer.outcome == Outcome::key && answer.key != kEscape
                            ? Chosen{answer.key == kTab ? Action::hint : Action::help, answer.key}
                            : choose_or_type();
    if (!chosen || perform(*chosen)) {
      if (ending_) {
        keep_draft();
      }
      return;
    }
  }
}

bool Face::points_out_slip() {
  const auto& question = *session_.question();
  switch (session::slip_in(session::as_shown(question), draft_)) {
    case session::Slip::none:
      return false;
    case session::Slip::no_option:
      view_.say(
          tr_.format("not among the options: letters from a to {}, or texts, separated by "
                     "commas; “don't know” gives up",
                     session::letter_of(question.options.size() - 1)));
      return true;
    case session::Slip::no_number:
      view_.say(
          tr_("there is no number in that: write it in digits, such as 2 or 0.5; "
              "“don't know” gives up"));
      return true;
  }
  return false;
}

AnswerRequest Face::request() const {
  AnswerRequest request;
  request.initial = draft_;
  request.keys = {kEscape, kTab, kHelpKey};
  request.keys_if_empty = {plain("?")};
  request.status = [this](milliseconds) { return status_line(); };
  request.is_over = options_.is_over;
  request.on_resume = above_;
  request.on_idle = [this](std::string_view text) {
    if (options_.drafts != nullptr) {
      const auto& question = *session_.question();
      options_.drafts->keep(*question.item, session::in_deck_letters(question, text));
    }
    if (options_.prefetch) {
      options_.prefetch(*session_.question(), text);
    }
  };
  return request;
}

std::optional<seconds> Face::time_left() const {
  const auto& limit = session_.question()->time_limit;
  return limit ? std::optional(*limit - std::chrono::floor<seconds>(Clock::now() - asked_at_))
               : std::nullopt;
}

std::vector<std::string> Face::clocks() const {
  std::vector<std::string> parts;
  if (const auto left = time_left();
      left && !(options_.closes_in && options_.closes_in() < *left)) {
    parts.push_back(left->count() >= 0
                        ? fmt::format("{}:{:02}", left->count() / 60, left->count() % 60)
                        : tr_("time over"));
  }
  if (options_.status) {
    parts.push_back(options_.status());
  }
  return parts;
}

std::string Face::status_line() const {
  auto parts = clocks();
  if (session_.question()->more_hints && options_.may.hints) {
    parts.emplace_back(tr_("Tab hint"));
  }
  parts.emplace_back(tr_("Esc more"));
  return style_.own(fmt::format("{}", fmt::join(parts, " · ")));
}

void Face::show_asked() {
  view_.show(*asked_);
  for (const auto& hint : asked_->hints) {
    view_.show_hint(hint);
  }
}

void Face::show_taken() {
  if (!options_.feedback) {
    view_.say(tr_("Noted."));
    return;
  }
  heed_typed_ahead();
  if (!ending_) {
    settle_doubts();
  }
  if (ending_ != Ending::interrupted) {
    show_result();
  }
}

void Face::heed_typed_ahead() {
  const auto answer = editor_.typed_ahead({plain("q")});
  if (answer && !ends(answer->outcome)) {
    ending_ = Ending::over;
  }
}

std::optional<Face::Chosen> Face::choose(const Menu& menu, const std::string& before,
                                         const std::string& after) {
  return chosen_by(editor_.read_key({.line = before + style_.own(line_of(menu) + after),
                                     .keys = keys_of(menu),
                                     .on_resume = above_}),
                   menu);
}

std::optional<Face::Chosen> Face::choose_or_type() {
  constexpr std::size_t kShown = 200;  // cells of what was typed
  const bool typed = !base::trimmed(draft_).empty();
  const auto menu = question_menu(*session_.question(), options_.may, tr_, typed);
  const auto before =
      typed ? "> " + text::truncate(text::single_line(draft_), kShown) + '\n' : std::string();
  for (;;) {
    const auto answer = editor_.read_key({.line = before + style_.own(line_of(menu)),
                                          .keys = keys_of(menu),
                                          .typing = true,
                                          .enter_once = true,
                                          .on_resume = above_,
                                          .is_over = options_.is_over});
    if (answer.outcome == Outcome::submitted || answer.outcome == Outcome::time_up) {
      draft_ += answer.text;
      return Chosen{Action::back, {}};
    }
    auto chosen = chosen_by(answer, menu);
    if (!chosen || chosen->action != Action::help) {
      return chosen;
    }
    view_.say(help_of(options_.may, tr_));
  }
}

std::optional<Face::Chosen> Face::chosen_by(const Answer& answer, const Menu& menu) {
  if (ends(answer.outcome)) {
    return std::nullopt;
  }
  return Chosen{*action_of(menu, answer.key), answer.key};
}

bool Face::ends(Outcome outcome) {
  switch (outcome) {
    case Outcome::submitted:
    case Outcome::key:
    case Outcome::time_up:
      return false;
    case Outcome::end_of_input:
      ending_ = Ending::over;
      return true;
    case Outcome::interrupted:
    case Outcome::terminated:
    case Outcome::hangup:
      ending_ = Ending::interrupted;
      return true;
  }
  return true;
}

}  // namespace pith::terminal
