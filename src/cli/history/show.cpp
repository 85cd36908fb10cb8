// pith show: one item with its points and all that belongs to it.
#include <algorithm>
#include <ostream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/error.h"
#include "cli/command.h"
#include "cli/decks/selection.h"
#include "cli/files/history_file.h"
#include "cli/history/item_history.h"
#include "cli/history/later_name.h"
#include "cli/history/logged_answer.h"
#include "cli/listing.h"
#include "deck/selector.h"
#include "grading/verdict.h"
#include "report/json.h"
#include "session/question.h"
#include "text/display.h"
#include "text/emphasis.h"
#include "text/words.h"

namespace pith::cli {
namespace {

using base::Json;

constexpr std::size_t kNarrowestText = 10;

struct ShowOptions {
  std::string item;
  bool answers = false;
  bool json = false;
};

Json verdicts_json(const PointHistory& history) {
  auto verdicts = Json::array();
  for (const auto& step : history.steps) {
    verdicts.push_back(grading::name_of(step.verdict));
  }
  return verdicts;
}

Json to_json(const deck::Point& point, const PointHistory& history) {
  const auto& memory = history.memory;
  const auto if_reviewed = [&](const auto& value) { return memory.state ? Json(value) : Json(); };
  const auto state = memory.state.value_or(memory::MemoryState{});
  return {{"id", point.id},
          {"name", point.name},
          {"detail", point.detail},
          {"group", point.group},
          {"weight", point.weight},
          {"accept", point.accept},
          {"reject", point.reject},
          {"stability", if_reviewed(state.stability)},
          {"difficulty", if_reviewed(state.difficulty)},
          {"retrievability", if_reviewed(history.retrievability)},
          {"last_review", if_reviewed(memory::iso_date(memory.last_review))},
          {"verdicts", verdicts_json(history)},
          {"suspended", history.suspended},
          {"lapses", memory.lapses},
          {"leech", memory::is_leech(memory)},
          {"history", point_history_json(history)}};
}

Json to_json(const deck::Item& item, const ItemProgress& known, const ItemHistory& history,
             bool answers) {
  auto object = summary_json(item, known);
  object["points"] = Json::array();
  for (std::size_t i = 0; i < item.points.size(); ++i) {
    object["points"].push_back(to_json(item.points[i], history.points[i]));
  }
  if (answers) {
    object["answers"] = Json::array();
    for (const auto& logged : history.answers) {
      object["answers"].push_back(logged_json(logged));
    }
  }
  object["choices"] = Json::array();
  for (const auto& choice : item.choices) {
    object["choices"].push_back({{"letter", session::letter_of(object["choices"].size())},
                                 {"text", choice.text},
                                 {"correct", choice.correct}});
  }
  object["tolerance"] = item.number ? Json(item.number->tolerance) : Json();
  object["explanation"] = item.explanation;
  object["example"] = item.example;
  object["hints"] = item.hints;
  object["pass"] = item.settings.pass;
  object["desired_retention"] = item.settings.desired_retention;
  object["time_limit"] =
      item.settings.time_limit ? Json(item.settings.time_limit->count()) : Json(nullptr);
  return object;
}

/// Prints text of a deck, wrapped, each line indented.
void print(Context& context, std::string_view text, std::size_t indent,
           std::string_view label = {}) {
  const auto width = std::max(context.screen.columns, indent + kNarrowestText) - indent;
  for (const auto& line : text::wrap(std::string(label) + text::sanitise(text), width)) {
    context.out << fmt::format("{:{}}{}\n", "", indent, line);
  }
}

void print_if_any(Context& context, std::string_view text, std::string_view label) {
  if (!text.empty()) {
    context.out << '\n';
    print(context, text::without_emphasis(text), 0, label);
  }
}

/// `stability 12 d, difficulty 5.1, retrievability 93%, 2 lapses`; empty if never reviewed.
std::string memory_line(const PointHistory& point, const text::Messages& tr) {
  const auto& state = point.memory.state;
  if (!state) {
    return {};
  }
  auto line = tr.format("stability {:.3g} d, difficulty {:.1f}, retrievability {}%",
                        state->stability, state->difficulty, text::percent(point.retrievability));
  if (point.memory.lapses > 0) {
    line += tr.format(", {}", tr.count(static_cast<std::size_t>(point.memory.lapses), "lapse"));
  }
  return line + (memory::is_leech(point.memory) ? tr(", a leech") : "");
}

/// How what is suspended is brought back, named as `pith suspend` wants it.
std::string back_line(const std::string& what, const text::Messages& tr) {
  return tr.format("suspended: `pith suspend {} --off` asks it again", what);
}

/// Whether a text is a list by itself, as the back of a card may be.
bool begins_list(std::string_view text) {
  const auto marker = text.substr(0, text.find(' '));
  const auto digits = marker.find_first_not_of("0123456789");
  return marker.size() < text.size() &&
         (marker == "-" || marker == "*" || marker == "+" ||
          (digits != std::string_view::npos && digits > 0 && digits + 1 == marker.size() &&
           (marker.back() == '.' || marker.back() == ')')));
}

void print_points(Context& context, const deck::Item& item,
                  const std::vector<PointHistory>& histories) {
  std::string group;
  for (std::size_t i = 0; i < item.points.size(); ++i) {
    const auto& point = item.points[i];
    if (point.group != group) {
      group = point.group;
      print(context, text::without_emphasis(group), 0);
    }
    const auto gap = item.kind == deck::Kind::cloze ? point.id + ": " : "";
    const auto mark = begins_list(point.name) ? "" : context.screen.unicode ? "• " : "- ";
    print(context, text::without_emphasis(point.name), 2, mark + gap);
    if (item.number && item.number->tolerance > 0) {
      print(context, context.tr.format("tolerance: {}", item.number->tolerance), 4);
    }
    if (!point.detail.empty()) {
      print(context, text::without_emphasis(point.detail), 4);
    }
    if (!point.accept.empty()) {
      print(context, fmt::format("{}", fmt::join(point.accept, context.tr(", "))), 4,
            context.tr("accepts: "));
    }
    for (const auto& opposite : point.reject) {
      print(context, opposite, 4, context.tr("rejects: "));
    }
    if (const auto memory = memory_line(histories[i], context.tr); !memory.empty()) {
      print(context, memory, 4);
    }
    if (histories[i].suspended) {
      print(context, back_line(deck::full_id(item) + " --point " + point.id, context.tr), 4);
    }
    print_point_history(context, histories[i], 4);
  }
}

void print_choices(Context& context, const deck::Item& item) {
  for (std::size_t i = 0; i < item.choices.size(); ++i) {
    const auto& choice = item.choices[i];
    print(context, text::without_emphasis(choice.text), 2,
          (choice.correct ? "[x] " : "[ ] ") + session::letter_of(i) + ") ");
  }
}

void print_item(Context& context, const deck::Item& item, const ItemProgress& known,
                const ItemHistory& history) {
  print(context, deck::full_id(item), 0);
  if (known.fresh && context.screen.out_is_terminal) {
    print(context,
          context.tr(known.reviews == 0 ? "new: not answered yet"
                                        : "new; it has no review that counts"),
          0);
  }
  if (known.suspended) {
    print(context, back_line(deck::full_id(item), context.tr), 0);
  }
  if (known.buried_until) {
    print(context,
          context.tr.format("buried until {}: `pith bury {} --off` asks it again",
                            memory::iso_date(*known.buried_until), deck::full_id(item)),
          0);
  }
  context.out << '\n';
  print(context, text::without_emphasis(item.question), 0);
  context.out << '\n';
  if (item.kind == deck::Kind::choices) {
    print_choices(context, item);
    print_point_history(context, history.points[0], 2);
  } else {
    print_points(context, item, history.points);
  }
  print_if_any(context, item.explanation, "");
  print_if_any(context, item.example, context.tr("Example: "));
  for (const auto& hint : item.hints) {
    print_if_any(context, hint, context.tr("Hint: "));
  }
  print_if_any(context, fmt::format("{}", fmt::join(item.tags, context.tr(", "))),
               context.tr("Tags: "));
  print_next_dates(context, history);
}

/// What an item of that name is called now, as far as there is a history to tell it.
std::optional<std::string> later_name_if_known(const Context& context, const std::string& name) {
  try {
    return later_name(history::History(history_file(context), {.read_only = true}), name);
  } catch (const StorageError&) {
    return std::nullopt;
  }
}

/// The item meant. Throws UsageError with what it is called now if it had that name before.
Selection select_shown(Context& context, const std::string& name) {
  try {
    return select_item(context, name);
  } catch (const deck::UnknownSelector&) {
    if (const auto later = later_name_if_known(context, name)) {
      throw UsageError(fmt::format("'{}' is called '{}' now", name, *later));
    }
    throw;
  }
}

ExitStatus run_show(Context& context, const ShowOptions& options) {
  const auto selection = select_shown(context, options.item);
  const auto& item = *selection.items[0];
  const auto known = Progress(context).of(item);
  const auto history = history_of(context, item);
  if (options.json) {
    context.out << report::line(to_json(item, known, history, options.answers)) << '\n';
    return done;
  }
  print_item(context, item, known, history);
  if (options.answers) {
    print_answers(context, item, history);
  }
  return done;
}

}  // namespace

void add_show(Command app, Action& action) {
  auto command = app.add_command("show", "Show an item with its points");
  auto options = std::make_shared<ShowOptions>();
  command.add_option("item", options->item, "deck/item, or FILE.yaml/item").required();
  command.add_flag("--answers", options->answers,
                   "The latest answers too, beside what they were asked for");
  command.add_flag("--json", options->json, "As one JSON object");
  on_call(command, action, options, run_show);
}

}  // namespace pith::cli
