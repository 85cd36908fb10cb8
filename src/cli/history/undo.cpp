// pith undo: takes back the latest answers, and what else was done to the schedule.
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "cli/command.h"
#include "cli/files/open_history.h"
#include "cli/history/logged_answer.h"
#include "cli/schedule/schedule_change.h"
#include "cli/tell.h"
#include "report/json.h"
#include "text/display.h"

namespace pith::cli {
namespace {

struct UndoOptions {
  std::size_t count = 1;
  bool json = false;
};

base::Json to_json(const history::Event& event) {
  const auto item = item_of(event.body);
  return {{"id", to_string(event.stamp.id)},
          {"time", iso_utc(event.stamp.when.time)},
          {"study_day", memory::iso_date(event.stamp.when.day)},
          {"kind", history::kind_of(event.body)},
          {"item", item ? base::Json(full_id(*item)) : nullptr}};
}

std::string to_line(const history::Event& event, const text::Messages& tr) {
  const auto id = to_string(event.stamp.id);
  const auto day = memory::iso_date(event.stamp.when.day);
  const auto kind = kind_in_words(event, tr);
  return text::sanitise(item_of(event.body)
                            ? tr.format("{}  {}  {} of {}", id, day, kind, subject_of(event.body))
                            : fmt::format("{}  {}  {}", id, day, kind));
}

/// Whether an event is a change that is taken back by itself. Answers are undone with what hangs on
/// them, a renaming by another one.
struct CanBeUndone {
  bool operator()(const history::ParametersChanged&) const { return true; }
  bool operator()(const history::Suspension&) const { return true; }
  bool operator()(const history::Wording&) const { return true; }
  bool operator()(const history::Bury&) const { return true; }
  bool operator()(const history::Reset&) const { return true; }
  bool operator()(const history::Reschedule&) const { return true; }
  bool operator()(const history::Answer&) const { return false; }
  bool operator()(const history::Retraction&) const { return false; }
  bool operator()(const history::Alias&) const { return false; }
  bool operator()(const history::Redaction&) const { return false; }
};

/// The last change that was made here since the latest answer, and that counts. What an answer
/// taught stands right behind it, and goes with it.
std::optional<history::Event> change_since(const history::History& history,
                                           const std::optional<history::LoggedAnswer>& latest) {
  std::vector<history::Event> changes;
  const auto after = latest ? std::optional(latest->stamp) : std::nullopt;
  auto teaching = latest ? std::optional(latest->stamp.id) : std::nullopt;
  history.for_each_own_event(after, [&](history::Event event) {
    const auto* wording = std::get_if<history::Wording>(&event.body);
    if (wording != nullptr && teaching && wording->answer == teaching) {
      return;
    }
    const bool answers = std::holds_alternative<history::Answer>(event.body);
    teaching = answers ? std::optional(event.stamp.id) : std::nullopt;
    if (const auto* retraction = std::get_if<history::Retraction>(&event.body)) {
      std::erase_if(changes, [&](const history::Event& change) {
        return change.stamp.id == retraction->event;
      });
    } else if (std::visit(CanBeUndone(), event.body)) {
      changes.push_back(std::move(event));
    }
  });
  return changes.empty() ? std::nullopt : std::optional(changes.back());
}

/// What was undone, as both outputs have it.
struct Undone {
  base::Json json;
  std::string line;
};

std::optional<Undone> undo_latest(history::History& history, const history::When& now,
                                  const Context& context) {
  const auto latest = history.latest_answer();
  if (const auto change = change_since(history, latest)) {
    history.append(now, history::Retraction{change->stamp.id});
    return Undone{to_json(*change), to_line(*change, context.tr)};
  }
  auto answer = history.undo(now);
  if (!answer) {
    return std::nullopt;
  }
  answer->retracted = true;
  return Undone{logged_json(*answer), cli::to_line(*answer, context)};
}

ExitStatus run_undo(Context& context, const UndoOptions& options) {
  auto history = open_history(context);
  const auto now = current_time(context);
  auto undone = base::Json::array();
  while (undone.size() < options.count) {
    auto latest = undo_latest(history, now, context);
    if (!latest) {
      break;
    }
    if (!options.json) {
      if (undone.empty()) {
        tell(context, context.tr("Taken back:"));
      }
      context.out << latest->line << '\n';
    }
    undone.push_back(std::move(latest->json));
  }
  if (options.json) {
    context.out << report::line({{"undone", undone}}) << '\n';
  } else if (undone.empty()) {
    tell(context, context.tr("Nothing is left to undo."));
  }
  return done;
}

}  // namespace

void add_undo(Command app, Action& action) {
  auto command = app.add_command(
      "undo", "Take back what was last done on this device: an answer, a suspension, …");
  auto options = std::make_shared<UndoOptions>();
  command.add_option("--count,-n", options->count, "How many (default: 1)").positive();
  command.add_flag("--json", options->json, "As JSON");
  on_call(command, action, options, run_undo);
}

}  // namespace pith::cli
