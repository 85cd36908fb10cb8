// pith due: how much there is to review, for a prompt, a status bar or a script.
#include <deque>

#include <fmt/format.h>

#include "base/error.h"
#include "cli/command.h"
#include "cli/decks/library.h"
#include "cli/decks/not_joined_yet.h"
#include "cli/decks/selection.h"
#include "cli/files/history_file.h"
#include "cli/files/open_history.h"
#include "cli/schedule/day_option.h"
#include "cli/settings/config.h"
#include "deck/all_items.h"
#include "history/store.h"
#include "report/json.h"
#include "session/review_plan.h"
#include "text/display.h"

namespace pith::cli {
namespace {

struct DueOptions {
  std::vector<std::string> selectors;
  bool json = false;
  bool quiet = false;
  std::string on;  ///< Empty: today.
};

struct DueCounts {
  std::size_t due = 0;     ///< Items.
  std::size_t points = 0;  ///< Points that are asked of them.
  std::size_t fresh = 0;   ///< New items that the day has room for.
};

DueCounts& operator+=(DueCounts& a, const DueCounts& b) {
  a.due += b.due;
  a.points += b.points;
  a.fresh += b.fresh;
  return a;
}

using CountsByDeck = std::map<std::string, DueCounts>;

struct Counted {
  CountsByDeck by_deck;
  std::size_t waiting = 0;  ///< Items that are due and left to later days.
};

report::Json to_json(const DueCounts& counts) {
  return {{"due", counts.due}, {"points", counts.points}, {"new", counts.fresh}};
}

/// Decks that the history does not know as they are now, read.
class ReadAnew {
 public:
  ReadAnew(const Library& library, const history::History& history, const session::Wishes& wishes) {
    const auto stamps = history.rule_stamps();
    for (const auto place : library.meant()) {
      if (!session::is_told(stamps, library.summaries()[place], wishes)) {
        const auto& deck = decks_.emplace_back(library.read(place));
        untold_.emplace(deck.id, session::candidates_for(history, deck::all_items(deck), wishes));
      }
    }
  }

  [[nodiscard]] const session::Untold& untold() const { return untold_; }

 private:
  std::deque<deck::Deck> decks_;
  session::Untold untold_;
};

/// Today, or the day asked for. Throws UsageError if that is over.
memory::StudyDay day_meant(const DueOptions& options, memory::StudyDay today) {
  const auto day = options.on.empty() ? today : day_option("--on", options.on, today);
  if (day < today) {
    throw UsageError(fmt::format("{}: {} is before today, {}", "--on", memory::iso_date(day),
                                 memory::iso_date(today)));
  }
  return day;
}

/// As if nothing were answered until that day.
Counted count_all(Context& context, const Library& library, memory::StudyDay day, bool tells) {
  const auto config = config_of(context);
  const auto history = read_history(context);
  const auto wishes = wishes_of(config);
  const ReadAnew anew(library, history, wishes);
  const auto rules = session::rules_for(history, day, wishes, anew.untold());
  std::vector<std::string> decks;
  for (const auto place : library.meant()) {
    decks.push_back(library.summaries()[place].id);
  }
  const auto plan = session::review_plan(history, decks, rules, library.filter(), anew.untold());
  if (tells) {
    tell_of_not_joined(context, history, library.known_decks());
  }
  CountsByDeck counts;
  for (const auto& item : plan.due) {
    counts[item.id.deck] += {1, item.asked.size(), 0};
  }
  for (const auto& [deck, items] : plan.fresh) {
    counts[deck].fresh += items;
  }
  return {std::move(counts), plan.waiting};
}

void print(Context& context, const CountsByDeck& by_deck, const DueCounts& all,
           std::size_t waiting) {
  if (by_deck.size() > 1) {
    for (const auto& [deck, counts] : by_deck) {
      context.out << context.tr.format("{}: {} due, {} new", text::sanitise(deck), counts.due,
                                       counts.fresh)
                  << '\n';
    }
  }
  context.out << context.tr.format("{} due ({}), {} new", context.tr.count(all.due, "item"),
                                   context.tr.count(all.points, "point"), all.fresh)
              << (waiting > 0 ? context.tr.format("; {} more can wait", waiting) : "") << '\n';
}

ExitStatus run_due(Context& context, const DueOptions& options) {
  const bool tells = !options.quiet && !options.json;
  const auto day = day_meant(options, study_day(context.now(), config_of(context)));
  const auto [by_deck, waiting] =
      count_all(context, Library(context, options.selectors), day, tells);
  DueCounts all;
  for (const auto& [deck, counts] : by_deck) {
    all += counts;
  }
  if (options.quiet) {
    return all.due > 0 ? done : below_pass_mark;
  }
  if (options.json) {
    auto json = to_json(all);
    json["waiting"] = waiting;
    if (!options.on.empty()) {
      json["on"] = memory::iso_date(day);
    }
    json["decks"] = report::Json::object();
    for (const auto& [deck, counts] : by_deck) {
      json["decks"][deck] = to_json(counts);
    }
    context.out << report::line(json) << '\n';
  } else {
    print(context, by_deck, all, waiting);
  }
  return done;
}

}  // namespace

void add_due(Command app, Action& action) {
  auto command = app.add_command("due", "How much there is to review");
  auto options = std::make_shared<DueOptions>();
  take_selectors(command, options->selectors);
  command.add_option(
      "--on", options->on,
      "On another day, if nothing is answered until then: a date, +DAYS or tomorrow");
  auto json = command.add_flag("--json", options->json, "As one JSON object");
  command
      .add_flag("--quiet,-q", options->quiet,
                "Print nothing: exit with 0 if anything is due, else 1")
      .excludes(json);
  on_call(command, action, options, run_due);
}

}  // namespace pith::cli
