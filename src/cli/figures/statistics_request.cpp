#include "cli/figures/statistics_request.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/error.h"
#include "base/parallel.h"
#include "cli/decks/decks.h"
#include "cli/decks/not_joined_yet.h"
#include "cli/decks/selection.h"
#include "cli/files/history_file.h"
#include "cli/files/open_history.h"
#include "cli/settings/config.h"
#include "deck/find_deck.h"
#include "history/store.h"
#include "history/study_log.h"
#include "session/due_days.h"
#include "statistics/compute.h"
#include "statistics/mistakes.h"

namespace pith::cli {
namespace {

constexpr int kMostDays = 365 * 200;
constexpr std::chrono::days kEver{kMostDays};

/// Takes the decks that are in the log alone out of `selectors`.
std::set<std::string> take_gone_decks(std::vector<std::string>& selectors,
                                      const history::History& history,
                                      const deck::Collection& collection) {
  std::set<std::string> gone;
  for (const auto& deck : history.known_decks()) {
    if (deck::find_deck(collection.decks, deck) == nullptr && std::erase(selectors, deck) > 0) {
      gone.insert(deck);
    }
  }
  return gone;
}

}  // namespace

void add_statistics_options(Command command, StatisticsFlags& flags) {
  take_selectors(command, flags.selectors);
  command.add_option("--since", flags.since,
                     "Only what was done since a date, or in the last 7d, 4w, 3m or 1y");
}

std::optional<memory::StudyDay> since_option(std::string_view text, memory::StudyDay today) {
  static const std::map<char, int> days_of = {{'d', 1}, {'w', 7}, {'m', 30}, {'y', 365}};
  if (text.empty()) {
    return std::nullopt;
  }
  if (const auto date = memory::parse_iso_date(text)) {
    return date;
  }
  int count = 0;
  const auto* end = text.data() + text.size() - 1;
  const auto [stop, error] = std::from_chars(text.data(), end, count);
  const auto unit = days_of.find(*end);
  if (error == std::errc::invalid_argument || stop != end || unit == days_of.end()) {
    throw UsageError(fmt::format(
        "--since: cannot read '{}': write a date such as 2026-11-01, or 7d, 4w, 3m, 1y", text));
  }
  if (error != std::errc() || count < 1 || count > kMostDays / unit->second) {
    throw UsageError(
        fmt::format("--since: {} is not from 1d to {}y", text, kMostDays / days_of.at('y')));
  }
  return today - std::chrono::days{count * unit->second - 1};
}

statistics::Statistics requested_statistics(Context& context, const StatisticsFlags& flags) {
  const auto config = config_of(context);
  const auto history = read_history(context);
  statistics::Scope scope;
  scope.today = study_day(context.now(), config);
  scope.since = since_option(flags.since, scope.today);
  scope.parameters = history.parameters();
  const auto cache = cache_of(context, "history");
  auto log = base::beside([&] {  // while the decks are read
    return history::read_study_log(history_file(context), {.cache = &cache});
  });
  scope.only_these = !flags.selectors.empty();
  auto selectors = flags.selectors;
  Selection selection;
  if (scope.only_these) {
    scope.gone_decks = take_gone_decks(selectors, history, load_decks(context));
  }
  if (!scope.only_these || !selectors.empty()) {
    selection = select_items(context, selectors);
  }
  scope.items = selection.items;
  const auto due = session::due_days(history, scope.today + kEver, selection.collection.decks,
                                     wishes_of(config));
  auto figures = statistics::compute(log.get(), due, scope);
  statistics::add_mistakes(figures, history, selection.items);
  tell_of_not_joined(context, selection.collection.decks);
  return figures;
}

}  // namespace pith::cli
