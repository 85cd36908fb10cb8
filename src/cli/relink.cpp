// pith relink: joins the history of what has vanished with what it is called now.
#include <algorithm>
#include <iterator>
#include <ostream>
#include <tuple>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/decks.h"
#include "cli/listing.h"
#include "cli/open_history.h"
#include "history/proposals.h"
#include "text/error.h"

namespace pith::cli {
namespace {

using history::Name;
using history::Proposal;
using Json = nlohmann::ordered_json;

struct Options {
  std::string from;
  std::string to;
  bool all = false;
  bool json = false;
};

std::string to_text(const Name& name) {
  return name.deck + "/" + name.item + (name.point.empty() ? "" : "/" + name.point);
}

/// `deck/item` or `deck/item/point`.
Name parse_name(const std::string& text) {
  const auto first = text.find('/');
  if (first == std::string::npos || first == 0 || first + 1 == text.size()) {
    throw UsageError(
        fmt::format("'{}' names neither an item (deck/item) nor a point (deck/item/point)", text));
  }
  const auto second = text.find('/', first + 1);
  return {text.substr(0, first), text.substr(first + 1, second - first - 1),
          second == std::string::npos ? "" : text.substr(second + 1)};
}

std::vector<Proposal> all_proposals(const history::History& history,
                                    const deck::Collection& collection) {
  std::vector<Proposal> all;
  for (const auto& deck : collection.decks) {
    auto found = history::proposals(history, deck);
    all.insert(all.end(), std::make_move_iterator(found.begin()),
               std::make_move_iterator(found.end()));
  }
  return all;
}

bool has_history(const history::History& history, const Name& name) {
  const auto state = history.state({name.deck, name.item});
  return state &&
         (name.point.empty() || std::ranges::find(state->points, name.point,
                                                  &history::PointState::id) != state->points.end());
}

bool in_deck(const deck::Collection& collection, const Name& name) {
  const auto* item = deck::find_item(collection, name.deck + "/" + name.item);
  return item != nullptr &&
         (name.point.empty() ||
          std::ranges::find(item->points, name.point, &deck::Point::id) != item->points.end());
}

/// The pair that was named, if it can be joined.
Proposal named_pair(const history::History& history, const deck::Collection& collection,
                    const Options& options) {
  Proposal pair{parse_name(options.from), parse_name(options.to), "", "", 1.0};
  if (pair.from.point.empty() != pair.to.point.empty()) {
    throw UsageError("an item joins an item, and a point joins a point");
  }
  if (!pair.from.point.empty() &&
      std::tie(pair.from.deck, pair.from.item) != std::tie(pair.to.deck, pair.to.item)) {
    throw UsageError("a point joins a point of its own item: relink the items first");
  }
  if (!has_history(history, pair.from)) {
    throw UsageError(fmt::format("there is no history of '{}'", options.from));
  }
  if (in_deck(collection, pair.from)) {
    throw UsageError(
        fmt::format("'{}' is still in its deck: its history is its own", options.from));
  }
  if (!in_deck(collection, pair.to)) {
    throw UsageError(fmt::format("no deck has '{}'", options.to));
  }
  return pair;
}

void join(history::History& history, const history::When& when,
          const std::vector<Proposal>& pairs) {
  std::vector<history::Body> aliases;
  for (const auto& pair : pairs) {
    aliases.emplace_back(history::Alias{pair.from, pair.to});
  }
  if (!aliases.empty()) {
    history.append(when, aliases);
  }
}

void print(Context& context, const std::vector<Proposal>& pairs, bool joined) {
  for (const auto& pair : pairs) {
    context.out << fmt::format("{} -> {}\n", one_line(to_text(pair.from)),
                               one_line(to_text(pair.to)));
    if (!pair.to_wording.empty()) {
      context.out << "  was: " << one_line(pair.from_wording)
                  << "\n  now: " << one_line(pair.to_wording) << '\n';
    }
  }
  if (joined) {
    context.out << fmt::format("{} joined\n", plural(pairs.size(), "pair"));
  } else if (pairs.empty()) {
    context.out << "Nothing with history has vanished that resembles something new.\n";
  } else {
    context.out
        << "Join all of them with `pith relink --all`, or one with `pith relink FROM TO`.\n";
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

ExitStatus run_relink(Context& context, const Options& options) {
  if (options.from.empty() != options.to.empty()) {
    throw UsageError("name both what has vanished and what it is now, or neither");
  }
  const auto collection = load_decks(context);
  auto history = open_history(context);
  const bool named = !options.from.empty();
  const auto pairs = named ? std::vector{named_pair(history, collection, options)}
                           : all_proposals(history, collection);
  const bool joins = named || options.all;
  if (joins) {
    join(history, current_time(context), pairs);
  }
  if (options.json) {
    context.out << to_json(pairs, joins).dump() << '\n';
  } else {
    print(context, pairs, joins);
  }
  return done;
}

}  // namespace

void add_relink(CLI::App& app, Action& action) {
  auto* command = app.add_subcommand(
      "relink", "Join the history of what has vanished with what it is called now");
  auto options = std::make_shared<Options>();
  command->add_option("from", options->from, "deck/item or deck/item/point that has vanished");
  command->add_option("to", options->to, "What it is now");
  command->add_flag("--all", options->all, "Join everything that is proposed");
  command->add_flag("--json", options->json, "As one JSON object");
  on_call(command, action, options, run_relink);
}

}  // namespace pith::cli
