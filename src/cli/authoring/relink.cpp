// pith relink: joins the history of what has vanished with what it is called now.
#include <algorithm>
#include <chrono>
#include <iostream>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "base/error.h"
#include "cli/at_terminal.h"
#include "cli/authoring/dialogue.h"
#include "cli/authoring/renamed_elsewhere.h"
#include "cli/command.h"
#include "cli/decks/decks.h"
#include "cli/files/open_history.h"
#include "cli/printable.h"
#include "deck/find_deck.h"
#include "deck/points.h"
#include "history/proposals.h"
#include "report/json.h"

namespace pith::cli {
namespace {

using base::Json;
using history::Name;
using history::Proposal;

struct RelinkOptions {
  std::string from;
  std::string to;
  bool all = false;
  bool undo = false;
  bool json = false;
};

/// `deck`, `deck/item` or `deck/item/point`.
Name parse_name(const std::string& text) {
  const auto first = text.find('/');
  if (text.empty() || first == 0 || first + 1 == text.size()) {
    throw UsageError(fmt::format(
        "'{}' names neither a deck nor an item (deck/item) nor a point (deck/item/point)", text));
  }
  if (first == std::string::npos) {
    return {text, "", ""};
  }
  const auto second = text.find('/', first + 1);
  return {text.substr(0, first), text.substr(first + 1, second - first - 1),
          second == std::string::npos ? "" : text.substr(second + 1)};
}

std::string_view kind_of(const Name& name) {
  return name.item.empty() ? "a deck" : name.point.empty() ? "an item" : "a point";
}

bool in_deck(const deck::Collection& collection, const Name& name) {
  if (name.item.empty()) {
    return deck::find_deck(collection.decks, name.deck) != nullptr;
  }
  const auto* item = deck::find_item(collection, name.deck + "/" + name.item);
  return item != nullptr && (name.point.empty() || deck::place_of_point(*item, name.point));
}

/// The pair that was named, if it can be joined.
Proposal named_pair(const history::History& history, const deck::Collection& collection,
                    const RelinkOptions& options) {
  const auto from = parse_name(options.from);
  const auto to = parse_name(options.to);
  if (kind_of(from) != kind_of(to)) {
    throw UsageError(fmt::format("'{}' is {} and '{}' is {}: like joins like", options.from,
                                 kind_of(from), options.to, kind_of(to)));
  }
  if (!from.point.empty() && std::tie(from.deck, from.item) != std::tie(to.deck, to.item)) {
    throw UsageError("a point joins a point of its own item: relink the items first");
  }
  if (!history.knows(from)) {
    throw UsageError(fmt::format("there is no history of '{}'", options.from));
  }
  if (in_deck(collection, from)) {
    throw UsageError(
        fmt::format("'{}' is still in its deck: its history is its own", options.from));
  }
  if (!in_deck(collection, to)) {
    throw UsageError(fmt::format("no deck has '{}'", options.to));
  }
  return history::pair_of(history, collection.decks, from, to);
}

/// The pair that was named, else what is proposed.
std::vector<Proposal> pairs_meant(const Context& context, const history::History& history,
                                  const deck::Collection& collection,
                                  const RelinkOptions& options) {
  if (!options.from.empty()) {
    return {named_pair(history, collection, options)};
  }
  auto pairs = history::proposals(history, collection.decks);
  leave_out_renamed_elsewhere(context, pairs);
  return pairs;
}

/// Now, but later than what was joined before, though the clock stands still: what is joined last
/// is parted alone.
history::When time_to_join(const history::History& history, history::When now) {
  const auto joined = history.own_aliases();
  if (!joined.empty() && joined.back().stamp.when.time >= now.time) {
    now.time = joined.back().stamp.when.time + std::chrono::milliseconds(1);
    now.day = joined.back().stamp.when.day;
  }
  return now;
}

void join(history::History& history, const history::When& now, const std::vector<Proposal>& pairs) {
  std::vector<history::Body> aliases;
  aliases.reserve(pairs.size());
  for (const auto& pair : pairs) {
    aliases.emplace_back(history::Alias{pair.from, pair.to});
  }
  if (!aliases.empty()) {
    history.append(time_to_join(history, now), aliases);
  }
}

void print(Context& context, const Proposal& pair) {
  context.out << fmt::format("{} -> {}\n", one_line(to_text(pair.from)),
                             one_line(to_text(pair.to)));
  if (!pair.from_wording.empty()) {
    context.out << context.tr.format("  was: {}", one_line(pair.from_wording)) << '\n'
                << context.tr.format("  now: {}", one_line(pair.to_wording)) << '\n';
  } else if (pair.kept < pair.answered) {
    context.out << context.tr.format("  {} of the {} you answered are there", pair.kept,
                                     context.tr.count(pair.answered, "question"))
                << '\n';
  }
}

/// Asks a person about each pair; gives those to be joined.
std::vector<Proposal> chosen(Context& context, const std::vector<Proposal>& pairs) {
  Dialogue dialogue(context);
  std::vector<Proposal> taken;
  bool all = false;
  for (const auto& pair : pairs) {
    print(context, pair);
    const auto reply =
        all ? 'a'
            : dialogue.choose(context.tr("Join them? y yes · n no · a all · q quit: "), "ynaq")
                  .value_or('q');
    if (reply == 'q') {
      return taken;
    }
    all = reply == 'a';
    if (reply != 'n') {
      taken.push_back(pair);
    }
  }
  return taken;
}

void conclude(Context& context, std::size_t found, std::size_t joined, bool joins) {
  if (joins) {
    context.out << context.tr.format("{} joined", context.tr.count(joined, "pair")) << '\n';
  } else if (found == 0) {
    context.out << context.tr("Nothing with history has vanished that resembles something new.")
                << '\n';
  } else {
    context.out
        << context.tr(
               "Join all of them with `pith relink --yes`, or one with `pith relink FROM TO`.")
        << '\n';
  }
}

Json to_json(const std::vector<Proposal>& pairs, bool joined) {
  auto list = Json::array();
  for (const auto& pair : pairs) {
    list.push_back({{"from", to_text(pair.from)},
                    {"to", to_text(pair.to)},
                    {"was", pair.from_wording},
                    {"now", pair.to_wording},
                    {"similarity", pair.similarity}});
  }
  return {{"pairs", std::move(list)}, {"joined", joined}};
}

/// The aliases that were appended here last, in one go.
std::vector<history::Event> latest_joined(const history::History& history) {
  auto joined = history.own_aliases();
  const auto last = joined.empty() ? memory::Instant() : joined.back().stamp.when.time;
  std::erase_if(joined, [&](const auto& each) { return each.stamp.when.time != last; });
  return joined;
}

ExitStatus part(Context& context) {
  auto history = open_history(context);
  std::vector<history::Body> retractions;
  for (const auto& event : latest_joined(history)) {
    const auto& alias = std::get<history::Alias>(event.body);
    context.out << one_line(to_text(alias.from)) << " -> " << one_line(to_text(alias.to)) << '\n';
    retractions.emplace_back(history::Retraction{event.stamp.id});
  }
  if (!retractions.empty()) {
    history.append(current_time(context), retractions);
  }
  context.out << context.tr.format("{} parted again", context.tr.count(retractions.size(), "pair"))
              << '\n';
  return done;
}

ExitStatus run_relink(Context& context, const RelinkOptions& options) {
  if (options.from.empty() != options.to.empty()) {
    throw UsageError("name both what has vanished and what it is now, or neither");
  }
  if (options.undo) {
    return part(context);
  }
  const auto collection = load_decks(context);
  const bool settled = !options.from.empty() || options.all;
  auto history = settled ? open_history(context) : read_history(context);
  auto pairs = pairs_meant(context, history, collection, options);
  const auto found = pairs.size();
  const bool asks = !settled && !options.json && found > 0 && at_terminal(context.screen);
  if (asks) {
    history = open_history(context);
    pairs = chosen(context, pairs);
  } else if (!options.json) {
    std::ranges::for_each(pairs, [&](const Proposal& pair) { print(context, pair); });
  }
  const bool joins = settled || asks;
  if (joins) {
    join(history, current_time(context), pairs);
  }
  if (options.json) {
    context.out << report::line(to_json(pairs, joins)) << '\n';
  } else {
    conclude(context, found, pairs.size(), joins);
  }
  return done;
}

}  // namespace

void add_relink(Command app, Action& action) {
  auto command =
      app.add_command("relink", "Join the history of what has vanished with what it is called now");
  auto options = std::make_shared<RelinkOptions>();
  auto from = command.add_option("from", options->from,
                                 "Deck, deck/item or deck/item/point that has vanished");
  command.add_option("to", options->to, "What it is now");
  auto all =
      command.add_flag("--yes,--all", options->all, "Join everything that is proposed, unasked");
  auto json = command.add_flag("--json", options->json, "As one JSON object");
  command.add_flag("--undo", options->undo, "Part again what was joined last")
      .excludes(from)
      .excludes(all)
      .excludes(json);
  on_call(command, action, options, run_relink);
}

}  // namespace pith::cli
