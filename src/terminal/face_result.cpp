// The screen after an answer: doubts are put to the learner, verdicts overruled.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "grading/reason.h"
#include "terminal/face.h"
#include "terminal/session_words.h"
#include "text/display.h"

namespace pith::terminal {
namespace {

bool hits_any(const session::Result& result) {
  return std::ranges::any_of(result.points, [](const session::PointOutcome& point) {
    return point.verdict == grading::Verdict::hit;
  });
}

/// `Did you say “backups” (Copies elsewhere)?`, and in a line of its own
/// `Unsure, by “copy it”: perhaps meant: copy`, unless nothing speaks for it; the keys stand below.
std::string doubt_about(const session::Result& result, const session::PointOutcome& outcome,
                        const Style& style) {
  const auto& tr = style.tr();
  constexpr std::size_t kLongest = 60;  // cells of a quotation
  const auto& point = result.item->points.at(outcome.point);
  const auto question =
      point.detail.empty()
          ? style.quoting(tr("Did you say “{}”?"), {point.name})
          : style.quoting(tr("Did you say “{}” ({})?"),
                          {point.name, text::truncate(text::single_line(point.detail), kLongest)});
  const auto& reason = outcome.graded.reason;
  const auto why = style.quoting(grading::format_of(reason, tr), grading::args_of(reason, tr));
  const auto& evidence = outcome.graded.evidence;
  if (!evidence && reason.code == grading::reason::kAbsent) {
    return question + '\n';
  }
  return question + '\n' +
         (evidence ? style.quoting(tr("Unsure, by “{}”: {}"),
                                   {excerpt(result.answer, *evidence, kLongest), why})
                   : tr.format("Unsure: {}", why)) +
         '\n';
}

}  // namespace

void Face::show_answered() {
  view_.show(*asked_);
  view_.show_answer(session::in_shown_letters(*asked_, session_.last()->answer));
}

void Face::settle_doubts() {
  changes_.clear();
  above_ = [this] { show_answered(); };
  const auto count = session_.last()->gave_up ? 0 : session_.last()->points.size();
  for (std::size_t i = 0; i < count;) {
    const auto& last = *session_.last();
    const auto& outcome = last.points[i];
    if (outcome.graded.confidence >= options_.ask_below) {
      ++i;
      continue;
    }
    const auto before = doubt_about(last, outcome, style_);
    const auto chosen = choose_verdict(outcome.verdict, before);
    if (!chosen || chosen->key.code == KeyCode::escape) {
      return;
    }
    if (chosen->action == Action::quit) {
      ending_ = Ending::over;
      return;
    }
    const auto verdict = verdict_of(chosen->action);
    if (!verdict || *verdict == outcome.verdict || overrules(i, *verdict)) {
      ++i;
    }
  }
}

bool Face::overrules(std::size_t outcome, grading::Verdict verdict) {
  const auto before = session_.last()->points.at(outcome).verdict;
  if (!takes([&] { session_.overrule(outcome, verdict); })) {
    return false;
  }
  changes_.push_back({false, outcome, before});
  return true;
}

std::optional<Face::Chosen> Face::choose_verdict(grading::Verdict guess, const std::string& doubt) {
  for (;;) {
    auto chosen = choose(verdict_menu(guess, tr_), doubt, '\n' + tr_("? help"));
    if (!chosen || chosen->action != Action::help) {
      return chosen;
    }
    view_.say(verdict_help(true, tr_));
  }
}

std::optional<Face::Chosen> Face::choose_other_verdict(const session::PointOutcome& point) {
  const auto& last = *session_.last();
  const auto menu = overruling_menu(point.verdict, last.points.size(), tr_);
  const auto before = tr_.format("{}: ", last.item->points.at(point.point).name);
  for (;;) {
    auto answer = editor_.read_key({.line = before + style_.own(line_of(menu)),
                                    .keys = keys_of(menu),
                                    .others = true,
                                    .on_resume = above_});
    if (answer.outcome == Outcome::submitted) {
      view_.say(tr_.format("“{}” is not known here: h, p, m or r, or the number of a point",
                           text::single_line(answer.text)));
      auto known = editor_.typed_ahead(keys_of(menu));  // of all others the one told is enough
      if (!known) {
        continue;
      }
      answer = *std::move(known);
    }
    auto chosen = chosen_by(answer, menu);
    if (!chosen || chosen->action != Action::help) {
      return chosen;
    }
    view_.say(verdict_help(false, tr_));
  }
}

void Face::show_result() {
  order_ = TextView::display_order(*session_.last());
  view_.show(*session_.last(), order_);
  above_ = [this] {
    show_answered();
    view_.show(*session_.last(), order_);
  };
  while (!ending_) {
    const bool last = !session_.question();
    const auto chosen = choose(result_menu(*session_.last(), last, options_.may, tr_));
    if (!chosen || chosen->action == Action::next) {
      return;
    }
    if (chosen->action == Action::overrule) {
      overrule(chosen->key);
    } else if (chosen->action == Action::undo && !changes_.empty()) {
      undo_change();
    } else if (chosen->action == Action::edit) {
      static_cast<void>(edit_item(*session_.last()->item));
    } else if (chosen->action == Action::mark) {
      toggle_mark(*session_.last()->item);
    } else if (chosen->action == Action::help) {
      view_.say(result_help(*session_.last(), options_.may, tr_));
    } else if (chosen->action == Action::easy) {
      call_easy();
    } else if (perform(*chosen)) {
      return;
    }
  }
}

void Face::overrule(Key digit) {
  while (const auto number = outcome_numbered(digit)) {
    const auto outcome = order_.at(*number - 1);
    const auto chosen = choose_other_verdict(session_.last()->points.at(outcome));
    if (chosen && chosen->action == Action::overrule) {
      digit = chosen->key;
      continue;
    }
    if (chosen && chosen->action == Action::quit) {
      ending_ = Ending::over;
    }
    if (const auto verdict = chosen ? verdict_of(chosen->action) : std::nullopt) {
      change_verdict(outcome, *verdict);
    }
    return;
  }
}

void Face::change_verdict(std::size_t outcome, grading::Verdict verdict) {
  const auto before = session_.last()->points.at(outcome).verdict;
  if (verdict == before || !overrules(outcome, verdict)) {
    return;
  }
  view_.show_change(*session_.last(), outcome, number_of(outcome));
  if (session_.last()->easy && before == grading::Verdict::hit && !hits_any(*session_.last())) {
    view_.say(tr_("easy no more: no point is hit"));
  }
}

/// As shown.
std::size_t Face::number_of(std::size_t outcome) const {
  const auto place = std::ranges::find(order_, outcome);
  return static_cast<std::size_t>(place - order_.begin()) + 1;
}

void Face::undo_change() {
  const auto last = changes_.back();
  const bool taken = takes([&] {
    last.easy ? session_.call_easy(false) : session_.overrule(last.outcome, last.before);
  });
  if (!taken) {
    return;
  }
  changes_.pop_back();
  if (last.easy) {
    view_.say(tr_("undone") + " · " + due_words(*session_.last(), tr_));
  } else {
    view_.say(tr_("undone"));
    view_.show_change(*session_.last(), last.outcome, number_of(last.outcome));
  }
}

void Face::call_easy() {
  if (takes([&] { session_.call_easy(); })) {
    changes_.push_back({true});
    view_.say(tr_("easy") + " · " + due_words(*session_.last(), tr_));
  }
}

std::optional<std::size_t> Face::outcome_numbered(const Key& digit) {
  auto number = digit.text;
  if (order_.size() >= 10 * std::stoul(number)) {
    Menu second{{Action::next, {{KeyCode::enter, {}}}, tr_("Enter, or a second digit")}};
    for (char each = '0'; each <= '9'; ++each) {
      second.front().keys.push_back(plain(std::string(1, each)));
    }
    const auto chosen = choose(second, number + ": ");
    if (!chosen) {
      return std::nullopt;
    }
    number += chosen->key.text;
  }
  const auto value = std::stoul(number);
  return value <= order_.size() ? std::optional(value) : std::nullopt;
}

}  // namespace pith::terminal
