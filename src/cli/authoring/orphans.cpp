// pith orphans: history without a home, because what it is of is in no deck any more.
#include <algorithm>
#include <map>
#include <ostream>

#include <fmt/format.h>

#include "cli/authoring/renamed_elsewhere.h"
#include "cli/command.h"
#include "cli/decks/decks.h"
#include "cli/decks/diagnosis.h"
#include "cli/decks/left_aside.h"
#include "cli/files/open_history.h"
#include "cli/printable.h"
#include "cli/tell.h"
#include "deck/find_deck.h"
#include "history/points.h"
#include "history/proposals.h"
#include "report/json.h"

namespace pith::cli {
namespace {

using base::Json;
using base::or_null;

struct OrphansOptions {
  bool json = false;
};

struct Orphan {
  history::Vanished what;
  int reviews = 0;  ///< Of an item its answers.
  std::optional<memory::StudyDay> last;
  std::optional<history::Name> resembles;
  bool elsewhere = false;  ///< Another device gave it the name it has.
};

Orphan orphan(const history::History& history, const history::Vanished& gone) {
  Orphan found{gone, 0, {}, {}};
  const auto state = history.state({gone.name.deck, gone.name.item});
  if (!state) {
    return found;
  }
  if (gone.name.point.empty()) {
    found.reviews = state->answers;
    found.last = state->last.day;
    return found;
  }
  if (const auto* point = history::find_point(*state, gone.name.point)) {
    found.reviews = point->memory.reviews;
    found.last = point->memory.last_review;
  }
  return found;
}

std::vector<Orphan> all_orphans(const history::History& history, const deck::Collection& decks,
                                const std::vector<history::Proposal>& pairs) {
  std::vector<Orphan> orphans;
  for (const auto& gone : history::vanished(history, decks.decks)) {
    auto found = orphan(history, gone);
    const history::Name deck = {gone.name.deck, "", ""};
    for (const auto& pair : pairs) {
      if (pair.from == gone.name || pair.from == deck) {
        found.resembles = pair.to;
        found.elsewhere = pair.elsewhere;
      }
    }
    orphans.push_back(std::move(found));
  }
  return orphans;
}

/// Says how the decks that came with pith, and are left aside, are brought back; of so many
/// orphans. While an own deck is broken, it may be the one that is missed.
std::size_t tell_of_shipped(Context& context, const deck::Collection& decks,
                            const std::vector<Orphan>& orphans) {
  if (deck::has_error(decks.diagnostics)) {
    return 0;
  }
  const auto shipped = index_shipped(context);
  std::map<std::string, std::size_t> aside;
  for (const auto& each : orphans) {
    const auto& id = each.what.name.deck;
    const bool there = deck::find_deck(decks.decks, id) != nullptr;
    if (!there && context.options.decks.empty() && shipped.find(id)) {
      ++aside[id];
    }
  }
  std::size_t all = 0;
  for (const auto& [id, count] : aside) {
    tell(context, context.tr.sentence(left_aside(context, shipped.decks()[*shipped.find(id)])));
    all += count;
  }
  return all;
}

void print(Context& context, const deck::Collection& decks, const std::vector<Orphan>& orphans) {
  const auto& tr = context.tr;
  for (const auto& each : orphans) {
    context.out << fmt::format("{}  {}\n", one_line(to_text(each.what.name)),
                               one_line(each.what.wording));
    const auto count = static_cast<std::size_t>(each.reviews);
    context.out << fmt::format(
        "  {}{}{}\n",
        each.what.name.point.empty() ? tr.count(count, "answer") : tr.count(count, "review"),
        each.last ? tr.format(", last on {}", memory::iso_date(*each.last)) : "",
        each.resembles ? tr.format("; resembles {}", one_line(to_text(*each.resembles))) : "");
  }
  if (orphans.empty()) {
    tell(context, tr("Every history has its item in a deck."));
    return;
  }
  const auto elsewhere = std::ranges::count_if(orphans, &Orphan::elsewhere);
  const auto explained =
      tell_of_shipped(context, decks, orphans) + static_cast<std::size_t>(elsewhere);
  if (explained < orphans.size()) {
    tell(context, tr("Nothing is lost: put it back into a deck, name it in `was:`, or join "
                     "it with `pith relink FROM TO`."));
  }
}

Json to_json(const std::vector<Orphan>& orphans) {
  Json list = Json::array();
  for (const auto& each : orphans) {
    list.push_back({{"name", to_text(each.what.name)},
                    {"wording", each.what.wording},
                    {"reviews", each.reviews},
                    {"last", or_null(each.last, memory::iso_date)},
                    {"resembles", each.resembles ? Json(to_text(*each.resembles)) : Json()}});
  }
  return {{"orphans", std::move(list)}};
}

ExitStatus run_orphans(Context& context, const OrphansOptions& options) {
  const auto collection = load_decks(context);
  warn_of_errors(context, collection.diagnostics);
  const auto history = read_history(context);
  auto pairs = history::proposals(history, collection.decks);
  const auto orphans = all_orphans(history, collection, pairs);
  if (options.json) {
    context.out << report::line(to_json(orphans)) << '\n';
  } else {
    print(context, collection, orphans);
    leave_out_renamed_elsewhere(context, pairs);
  }
  return done;
}

}  // namespace

void add_orphans(Command app, Action& action) {
  auto command = app.add_command("orphans", "List history whose item or point is in no deck");
  auto options = std::make_shared<OrphansOptions>();
  command.add_flag("--json", options->json, "As one JSON object");
  on_call(command, action, options, run_orphans);
}

}  // namespace pith::cli
