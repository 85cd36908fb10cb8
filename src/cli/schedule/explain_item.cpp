#include "cli/schedule/explain_item.h"

#include <algorithm>
#include <ostream>
#include <string>

#include <fmt/format.h>

#include "cli/decks/selection.h"
#include "cli/files/open_history.h"
#include "cli/schedule/item_account_json.h"
#include "cli/schedule/schedule_change.h"
#include "deck/points.h"
#include "grading/verdict_word.h"
#include "report/json.h"
#include "text/display.h"

namespace pith::cli {
namespace {

using memory::iso_date;

class Printer {
 public:
  Printer(Context& context, const ItemAccount& account)
      : context_(context), account_(account), tr_(context.tr) {}

  void print() {
    line(0, tr_.format("{}: {}", deck::full_id(*account_.item), rule_words()));
    for (std::size_t i = 0; i < account_.item->points.size(); ++i) {
      point(i);
    }
    other_events();
    if (account_.reckoning) {
      schedule();
    }
  }

 private:
  void line(std::size_t indent, const std::string& words) {
    constexpr std::size_t kNarrowest = 10;
    const auto width = std::max(context_.screen.columns, indent + kNarrowest) - indent;
    for (const auto& each : text::wrap(text::sanitise(words), width)) {
      context_.out << std::string(indent, ' ') << each << '\n';
    }
  }

  [[nodiscard]] std::string rule_words() const {
    const auto rule = rule_of(account_);
    if (rule == Rule::fresh) {
      return tr_("new; it has no review that counts");
    }
    if (rule == Rule::suspended || !account_.candidate.due) {
      return tr_("suspended; not asked");
    }
    const auto days = (*account_.candidate.due - account_.today).count();
    const auto when = tr_.format("due {} ({})", iso_date(*account_.candidate.due), days_away(days));
    return when + (rule == Rule::floor         ? tr_(", as a point falls to the floor")
                   : rule == Rule::rescheduled ? tr_(", as the learner set it")
                   : rule == Rule::buried
                       ? tr_(", put off until then by the learner")
                       : tr_(", as its expected score falls to what is desired"));
  }

  [[nodiscard]] std::string days_away(long days) const {
    const auto count = tr_.count(static_cast<std::size_t>(std::abs(days)), "day");
    return days == 0  ? tr_("today")
           : days > 0 ? tr_.format("in {}", count)
                      : tr_.format("{} ago", count);
  }

  void point(std::size_t index) {
    const auto& point = account_.item->points[index];
    const auto& scheduled = account_.candidate.memory.points[index];
    line(0, tr_.format("{} (weight {}{}{})", point.name, point.weight,
                       scheduled.suspended ? tr_(", suspended") : "",
                       memory::is_leech(scheduled.memory) ? tr_(", a leech") : ""));
    for (const auto& step : account_.steps) {
      for (const auto& each : step.points) {
        if (each.point == point.id) {
          review(step, each);
        }
      }
    }
    if (scheduled.memory.state && account_.reckoning) {
      const memory::ForgettingCurve curve(account_.parameters);
      const auto recall = memory::retrievability(scheduled.memory, curve, account_.today);
      line(2, tr_.format("recall today {:.2f}{}", recall,
                         floor_words(recall, account_.reckoning->floor_days[index])));
    }
  }

  /// When recall falls to the floor, or that it has; nothing of a point that is suspended.
  [[nodiscard]] std::string floor_words(double recall,
                                        std::optional<memory::StudyDay> floor_day) const {
    constexpr double kShown = 0.005;  // two decimals are shown
    const auto floor = account_.reckoning->floor;
    return !floor_day                ? ""
           : recall < floor - kShown ? tr_.format(", already below {:.2f}", floor)
                                     : tr_.format(", {:.2f} on {}", floor, iso_date(*floor_day));
  }

  void review(const history::TraceStep& step, const history::PointStep& point) {
    auto words = iso_date(step.event.stamp.when.day) + ' ' +
                 text::pad(tr_(memory::name_of(point.rating)), kRatingCells);
    if (point.counts == memory::Counts::logged_only) {
      line(2, words + " " + tr_("only logged"));
      return;
    }
    if (!point.retrievability) {
      words += ' ';
    } else {
      words += tr_.format(" after {} at recall {:.2f}: ",
                          tr_.count(static_cast<std::size_t>(std::max(point.delta_days, 0)), "day"),
                          *point.retrievability);
    }
    line(2, words + tr_.format("stability {:.2f} d, difficulty {:.2f}{}", point.state->stability,
                               point.state->difficulty, origin(step, point)));
  }

  /// Where a rating comes from, if not from the grader alone.
  [[nodiscard]] std::string origin(const history::TraceStep& step,
                                   const history::PointStep& point) const {
    const auto automatic = automatic_verdict(step, point);
    const auto hints = std::get<history::Answer>(step.event.body).hints;
    return (automatic == point.verdict
                ? std::string()
                : tr_.format("; the grader said {}", tr_(grading::word_for(automatic)))) +
           (hints > 0 ? tr_("; after a hint") : "");
  }

  void learned(const history::KnownWording& wording) {
    const auto* point = deck::find_point(*account_.item, wording.point);
    const auto name = text::sanitise(point == nullptr ? wording.point : point->name);
    const auto said = text::sanitise(wording.text);
    const auto words = wording.effect == history::Effect::accept
                           ? tr_.format("learned for {}: “{}”", name, said)
                       : wording.effect == history::Effect::ignore
                           ? tr_.format("learned that it earns nothing for {}: “{}”", name, said)
                           : tr_.format("learned that it contradicts {}: “{}”", name, said);
    line(0, fmt::format("{} {}", iso_date(wording.stamp.when.day), words));
  }

  void other_events() {
    for (const auto& step : account_.steps) {
      const auto kind = history::kind_of(step.event.body);
      if (kind != "answer" && kind != "wording") {
        line(0, fmt::format("{} {}", iso_date(step.event.stamp.when.day),
                            kind_in_words(step.event, tr_)));
      }
    }
    for (const auto& wording : account_.wordings) {
      learned(wording);
    }
  }

  void schedule() {
    const auto& reckoning = *account_.reckoning;
    line(0, tr_.format("Expected score: {:.3f} today, falls to {:.2f} {:.2f} days after the review "
                       "of {}: all points are due {}.",
                       score_on(account_, account_.today).value_or(0),
                       account_.options.desired_retention, reckoning.score_interval,
                       iso_date(reckoning.last_review), iso_date(reckoning.score_day)));
    line(0,
         tr_.format("Rounded{}, that is {}.",
                    account_.options.fuzz ? tr_(" and spread a little (fuzz), always alike") : "",
                    tr_.count(static_cast<std::size_t>(days_to_score_due(reckoning)), "day")));
    line(0, account_.parameters == memory::kDefaultParameters
                ? tr_("FSRS-6 with its default parameters.")
                : tr_("FSRS-6 with parameters of your own."));
  }

  static constexpr std::size_t kRatingCells = 5;

  Context& context_;
  const ItemAccount& account_;
  const text::Messages& tr_;
};

}  // namespace

ExitStatus explain_item(Context& context, const std::string& selector, bool json) {
  const auto selection = select_item(context, selector);
  const auto account = account_of(context, read_history(context), *selection.items[0]);
  if (json) {
    context.out << report::line(to_json(account)) << '\n';
  } else {
    Printer(context, account).print();
  }
  return done;
}

}  // namespace pith::cli
