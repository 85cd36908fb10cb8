// pith wordings: what the grader learned from being overruled, what it changed, and what of it the
// deck should accept.
#include <algorithm>
#include <map>
#include <ostream>

#include <fmt/format.h>

#include "cli/command.h"
#include "cli/decks.h"
#include "cli/history_file.h"
#include "cli/listing.h"
#include "cli/open_history.h"
#include "cli/replace_file.h"
#include "cli/tell.h"
#include "deck/accept_writer.h"
#include "grading/verdict.h"
#include "report/json.h"
#include "session/wording_use.h"
#include "text/display.h"
#include "text/error.h"

namespace pith::cli {
namespace {

using Json = nlohmann::ordered_json;
using history::Effect;
using session::WordingUse;

struct Options {
  std::vector<std::string> selectors;
  std::string forget;
  std::string recall;
  bool write = false;
  bool json = false;
};

/// The wordings of an item.
struct Learned {
  const deck::Item* item = nullptr;
  std::vector<WordingUse> uses;
};

history::Uuid id_named(const std::string& text) {
  const auto id = history::parse_uuid(text);
  if (!id) {
    throw UsageError(fmt::format("“{}” is no id of a wording: `pith wordings` shows them",
                                 text::sanitise(text)));
  }
  return *id;
}

const deck::Point& point_of(const deck::Item& item, const WordingUse& use) {
  return *std::find_if(item.points.begin(), item.points.end(),
                       [&](const deck::Point& point) { return point.id == use.wording.point; });
}

/// What a wording does, said of it in a list.
std::string_view said_of(Effect effect) {
  return effect == Effect::accept   ? text::to_translate("earns")
         : effect == Effect::reject ? text::to_translate("contradicts")
                                    : text::to_translate("does not earn");
}

std::string changes_in_words(const WordingUse& use, const text::Messages& tr) {
  const auto& changes = use.changes;
  if (changes.empty()) {
    return tr("no later verdict changed by it");
  }
  const auto overruled =
      std::count_if(changes.begin(), changes.end(),
                    [](const session::Change& change) { return change.with != change.final; });
  const auto later = tr.count(changes.size(), "later verdict");
  return overruled > 0 ? tr.format("{} changed by it, {} overruled", later, overruled)
                       : tr.format("{} changed by it", later);
}

void print_use(Context& context, const deck::Item& item, const WordingUse& use) {
  const auto head = fmt::format("  {} {}: ", context.tr(said_of(use.wording.effect)),
                                one_line(point_of(item, use).name));
  const auto width = text::display_width(head);
  const auto left = context.screen.columns > width + 10 ? context.screen.columns - width : 10;
  context.out << head << text::truncate(one_line(use.wording.text), left) << '\n';
  context.out << fmt::format(
      "      {}, {}\n", memory::iso_date(use.wording.stamp.when.day),
      use.in_deck ? context.tr("in the deck by now") : changes_in_words(use, context.tr));
  context.out << "      " << to_string(use.wording.stamp.id) << '\n';
}

Json to_json(const deck::Item& item, const WordingUse& use) {
  Json changes = Json::array();
  for (const auto& change : use.changes) {
    changes.push_back({{"answer", to_string(change.answer)},
                       {"time", iso_utc(change.when.time)},
                       {"without", grading::name_of(change.without)},
                       {"with", grading::name_of(change.with)},
                       {"verdict", grading::name_of(change.final)}});
  }
  return {{"id", to_string(use.wording.stamp.id)},
          {"time", iso_utc(use.wording.stamp.when.time)},
          {"item", deck::full_id(item)},
          {"point", use.wording.point},
          {"text", use.wording.text},
          {"effect", name_of(use.wording.effect)},
          {"changes", changes},
          {"in_deck", use.in_deck},
          {"proposed", use.proposed}};
}

/// Wordings to be accepted, by index of the point.
std::map<std::size_t, std::vector<std::string>> proposals_for(const Learned& learned) {
  std::map<std::size_t, std::vector<std::string>> proposals;
  for (const auto& use : learned.uses) {
    if (use.proposed) {
      const auto place = &point_of(*learned.item, use) - learned.item->points.data();
      proposals[static_cast<std::size_t>(place)].push_back(use.wording.text);
    }
  }
  return proposals;
}

const deck::Deck& deck_of(const deck::Collection& collection, const deck::Item& item) {
  return *std::find_if(collection.decks.begin(), collection.decks.end(),
                       [&](const deck::Deck& deck) { return deck.id == item.deck; });
}

void print_proposals(Context& context, const deck::Collection& collection,
                     std::span<const Learned> all) {
  bool first = true;
  for (const auto& learned : all) {
    for (const auto& [point, wordings] : proposals_for(learned)) {
      if (first) {
        context.out << '\n'
                    << context.tr("For the deck (`pith wordings --write` adds them):") << '\n';
        first = false;
      }
      context.out << fmt::format(
          "  {}:{}: {}: accept: {}\n", text::sanitise(deck_of(collection, *learned.item).path),
          learned.item->points[point].at.line, one_line(learned.item->points[point].name),
          one_line(report::line(wordings)));
    }
  }
}

/// Adds the proposals for the items of one deck to its file. Gives how many were added; what cannot
/// be added is said.
std::size_t write_into(Context& context, const deck::Deck& deck, std::span<const Learned> all,
                       bool& refused) {
  const auto before = read_file(deck.path);
  auto after = before;
  std::size_t count = 0;
  for (const auto& learned : all) {
    if (learned.item->deck != deck.id) {
      continue;
    }
    const auto item = static_cast<std::size_t>(learned.item - deck.items.data());
    for (const auto& [point, wordings] : proposals_for(learned)) {
      try {
        after = deck::with_accepted(after, item, point, wordings);
        count += wordings.size();
      } catch (const InvalidInput& error) {
        refused = true;
        tell(context, fmt::format("pith: {}: {}", deck.path, context.tr.sentence(error.what())));
      }
    }
  }
  if (count > 0) {
    replace_file(deck.path, before, after);
    context.out << context.tr.format("{}: {} added", text::sanitise(deck.path),
                                     context.tr.count(count, "wording"))
                << '\n';
  }
  return count;
}

ExitStatus write_proposals(Context& context, const deck::Collection& collection,
                           std::span<const Learned> all) {
  std::size_t count = 0;
  bool refused = false;
  for (const auto& deck : collection.decks) {
    const bool any = std::any_of(all.begin(), all.end(), [&](const Learned& learned) {
      return learned.item->deck == deck.id && !proposals_for(learned).empty();
    });
    if (!any) {
      continue;
    }
    require_own(context, deck);
    count += write_into(context, deck, all, refused);
  }
  if (count == 0 && !refused) {
    tell(context, context.tr("No wording is to be added."));
  }
  return refused ? invalid_input : done;
}

ExitStatus forget(Context& context, const std::string& text) {
  const auto id = id_named(text);
  auto history = open_history(context);
  const auto known = history.wordings();
  const auto found = std::find_if(known.begin(), known.end(),
                                  [&](const auto& each) { return each.stamp.id == id; });
  if (found == known.end()) {
    throw UsageError(fmt::format("no wording that counts has the id {}", to_string(id)));
  }
  history.append(current_time(context), history::Wording{found->item, found->point, found->text,
                                                         Effect::forget, std::nullopt});
  tell(context, context.tr.format("“{}” is forgotten; `pith wordings --recall {}` takes that back.",
                                  one_line(found->text), to_string(id)));
  return done;
}

/// The event of a wording, forgotten or not.
std::optional<history::Wording> wording_event(const history::History& history,
                                              const history::Uuid& id) {
  constexpr std::size_t kPage = 1000;
  std::int64_t after = 0;
  for (;;) {
    const auto page = history.events(after, kPage);
    for (const auto& event : page) {
      const auto* wording = std::get_if<history::Wording>(&event.body);
      if (event.stamp.id == id && wording != nullptr) {
        return *wording;
      }
    }
    if (page.size() < kPage) {
      return std::nullopt;
    }
    after += static_cast<std::int64_t>(page.size());
  }
}

ExitStatus recall(Context& context, const std::string& text) {
  const auto id = id_named(text);
  auto history = open_history(context);
  const auto wording = wording_event(history, id);
  if (!wording || wording->text.empty() || wording->effect == Effect::forget) {
    throw UsageError(fmt::format("no wording has the id {}", to_string(id)));
  }
  history.append(current_time(context), *wording);
  tell(context, context.tr.format("“{}” counts again.", one_line(wording->text)));
  return done;
}

void print(Context& context, const deck::Collection& collection, std::span<const Learned> all) {
  for (const auto& learned : all) {
    context.out << one_line(deck::full_id(*learned.item)) << '\n';
    for (const auto& use : learned.uses) {
      print_use(context, *learned.item, use);
    }
  }
  print_proposals(context, collection, all);
  if (all.empty()) {
    tell(context, context.tr("No wordings were learned yet: overruling a verdict teaches one."));
  }
}

ExitStatus run_wordings(Context& context, const Options& options) {
  if (!options.forget.empty()) {
    return forget(context, options.forget);
  }
  if (!options.recall.empty()) {
    return recall(context, options.recall);
  }
  const auto selection = select_items(context, options.selectors);
  const history::History history(history_file(context), {.read_only = true});
  std::vector<Learned> all;
  for (const auto* item : selection.items) {
    if (auto uses = session::wording_uses(history, *item); !uses.empty()) {
      all.push_back({item, std::move(uses)});
    }
  }
  if (options.write) {
    return write_proposals(context, selection.collection, all);
  }
  if (!options.json) {
    print(context, selection.collection, all);
    return done;
  }
  Json list = Json::array();
  for (const auto& learned : all) {
    for (const auto& use : learned.uses) {
      list.push_back(to_json(*learned.item, use));
    }
  }
  context.out << report::line({{"wordings", list}}) << '\n';
  return done;
}

}  // namespace

void add_wordings(Command app, Action& action) {
  auto command = app.add_command(
      "wordings", "Show what was learned from overruling, forget it, or add it to the decks");
  auto options = std::make_shared<Options>();
  command.add_option("selector", options->selectors, "Deck, deck/item or tag:NAME (default: all)");
  auto forget = command.add_option("--forget", options->forget, "Forget the wording of this id");
  auto recall =
      command.add_option("--recall", options->recall, "Let a forgotten wording count again");
  auto write = command.add_flag("--write", options->write,
                                "Add the good ones to the `accept` lists of the decks");
  command.add_flag("--json", options->json, "As JSON");
  forget.excludes(recall).excludes(write);
  recall.excludes(write);
  on_call(command, action, options, run_wordings);
}

}  // namespace pith::cli
