// pith log: what was answered, and blanking what should not have been.
#include <algorithm>
#include <limits>
#include <ostream>
#include <string_view>

#include <fmt/format.h>

#include "base/error.h"
#include "cli/command.h"
#include "cli/decks/decks.h"
#include "cli/decks/selection.h"
#include "cli/files/open_history.h"
#include "cli/history/chosen_options.h"
#include "cli/history/later_name.h"
#include "cli/history/logged_answer.h"
#include "cli/tell.h"
#include "deck/selector.h"
#include "report/json.h"

namespace pith::cli {
namespace {

struct LogOptions {
  std::string item;
  bool all = false;
  bool json = false;
  std::size_t count = 0;
};

struct RedactOptions {
  std::string id;
};

/// Of an item in a file that is named, or of one that may be in no deck any more.
history::ItemId item_named(Context& context, const std::string& name) {
  if (deck::as_path(name)) {
    const auto selection = select_item(context, name);
    return {selection.items[0]->deck, selection.items[0]->id};
  }
  const auto slash = name.find('/');
  if (slash == std::string::npos) {
    throw UsageError(fmt::format("'{}' names no item: write deck/item", name));
  }
  return {name.substr(0, slash), name.substr(slash + 1)};
}

/// Where the last `count` answers begin: the key of the one before them.
std::optional<history::Key> before_last(const history::History& history,
                                        history::AnswerFilter filter, std::size_t count) {
  filter.newest_first = true;
  filter.limit = count + 1;
  const auto latest = history.answers(filter);
  return latest.size() > count ? std::optional(key_of(latest.back().stamp)) : std::nullopt;
}

/// Which answers are meant: with a count, those behind the one before the last so many.
history::AnswerFilter filter_for(const history::History& history, const LogOptions& options,
                                 const std::optional<history::ItemId>& item) {
  history::AnswerFilter filter;
  filter.retracted = options.all;
  filter.item = item;
  if (options.count > 0) {
    filter.beyond = before_last(history, filter, options.count);
  }
  return filter;
}

/// Whether a deck has an item of this name.
bool is_in_use(const Context& context, const history::ItemId& item) {
  const auto decks = index_decks(context, Missing::ignored);
  const auto place = decks.find(item.deck);
  return place && decks.item(*place, item.item) != nullptr;
}

/// Says why no answer is shown: programs are told only what the item is called now.
void tell_of_nothing(const Context& context, const history::History& history,
                     const std::optional<history::ItemId>& item, bool to_program) {
  const auto name = item ? full_id(*item) : "";
  const auto later = later_name(history, name);
  if (later && !is_in_use(context, *item)) {
    tell(context, context.tr.format("pith: '{}' is called '{}' now", name, *later));
  } else if (!to_program) {
    tell(context, context.tr("pith: the log has no such answer"));
  }
}

/// Prints the answers; whether there is any.
bool print_answers(Context& context, const history::History& history,
                   const history::AnswerFilter& filter, bool whole) {
  const auto show = whole ? to_paragraph : to_line;
  ChosenOptions chosen(context);
  bool any = false;
  history.for_each_answer(filter, [&](const history::LoggedAnswer& logged) {
    context.out << show(logged, context, chosen.of(logged)) << '\n';
    any = true;
  });
  return any;
}

bool print_json(Context& context, const history::History& history,
                const history::AnswerFilter& filter) {
  context.out << R"({"answers":[)";
  std::string_view separator;
  history.for_each_answer(filter, [&](const history::LoggedAnswer& logged) {
    context.out << separator << '\n' << report::line(logged_json(logged));
    separator = ",";
  });
  context.out << "]}\n";
  return !separator.empty();
}

ExitStatus run_log(Context& context, const LogOptions& options) {
  const auto item =
      options.item.empty() ? std::nullopt : std::optional(item_named(context, options.item));
  const auto history = read_history(context);
  const auto filter = filter_for(history, options, item);
  const bool any = options.json
                       ? print_json(context, history, filter)
                       : print_answers(context, history, filter, item || options.count > 0);
  if (!any) {
    tell_of_nothing(context, history, item, options.json);
  }
  return done;
}

/// The one answer whose id ends so.
history::Uuid answer_named(const history::History& history, const std::string& ending) {
  constexpr std::size_t kFewest = 4;
  const auto found =
      ending.size() >= kFewest ? history.answers_named(ending) : std::vector<history::Uuid>();
  if (found.empty()) {
    throw UsageError(fmt::format("'{}' is no id of an answer: `pith log` shows them", ending));
  }
  if (found.size() > 1) {
    throw UsageError(
        fmt::format("the ids of {} answers end with '{}': `pith log --json` has them whole",
                    found.size(), ending));
  }
  return found.front();
}

ExitStatus run_redact(Context& context, const RedactOptions& options) {
  auto history = open_history(context);
  history.redact(current_time(context), answer_named(history, options.id));
  tell(context,
       context.tr("The text of this answer is blanked; its verdicts stay. Backups and copies "
                  "on other devices keep it until they are renewed."));
  return done;
}

}  // namespace

void add_log(Command app, Action& action) {
  auto command = app.add_command("log", "Show what was answered, oldest first");
  auto options = std::make_shared<LogOptions>();
  command.add_option("item", options->item, "Only of this item (deck/item), the answers whole");
  command.add_option("--count,-n", options->count, "Only the latest so many, the answers whole")
      .positive()
      .whole();  // asked first
  command.add_flag("--all", options->all, "Undone answers too");
  command.add_flag("--json", options->json, "As JSON");
  on_call(command, action, options, run_log);
  command.expect_commands(0, 1);

  auto redact = command.add_command("redact", "Blank the text of an answer for good");
  auto redact_options = std::make_shared<RedactOptions>();
  redact.add_option("id", redact_options->id, "The answer's id, as `pith log` shows it").required();
  on_call(redact, action, redact_options, run_redact);
}

}  // namespace pith::cli
