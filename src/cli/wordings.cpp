// pith wordings: what the grader learned from being overruled, what it changed, and what of it the
// deck should accept.
#include <algorithm>
#include <map>
#include <optional>
#include <ostream>
#include <set>
#include <variant>

#include <fmt/format.h>

#include "cli/command.h"
#include "cli/config.h"
#include "cli/decks.h"
#include "cli/encoder_choice.h"
#include "cli/history_file.h"
#include "cli/listing.h"
#include "cli/open_history.h"
#include "cli/replace_file.h"
#include "cli/tell.h"
#include "deck/accept_writer.h"
#include "deck/reader.h"
#include "grading/verdict.h"
#include "report/json.h"
#include "session/wording_use.h"
#include "text/display.h"
#include "text/error.h"
#include "text/normalise.h"

namespace pith::cli {
namespace {

using Json = nlohmann::ordered_json;
using history::Effect;
using session::WordingUse;

struct WordingsOptions {
  std::vector<std::string> selectors;
  std::optional<std::string> forget;
  std::optional<std::string> recall;
  bool write = false;
  bool json = false;
  ModelOptions models;
};

/// The wordings of an item.
struct Learned {
  const deck::Item* item = nullptr;
  std::vector<WordingUse> uses;
};

/// The one of `ids` that is meant: in full, or by how it begins or ends. Empty if none is.
std::optional<history::Uuid> id_named(const std::string& text, const std::set<history::Uuid>& ids) {
  constexpr std::size_t kShortest = 8;
  const auto part = text::nfkc_casefold(text);
  std::vector<history::Uuid> meant;
  for (const auto& id : ids) {
    const auto whole = to_string(id);
    if (part.size() >= kShortest && (whole.starts_with(part) || whole.ends_with(part))) {
      meant.push_back(id);
    }
  }
  if (meant.size() > 1) {
    throw UsageError(fmt::format("“{}” is part of the ids of {} wordings: give more of it",
                                 text::sanitise(text), meant.size()));
  }
  if (meant.empty() && !history::parse_uuid(text)) {
    throw UsageError(fmt::format("“{}” is no id of a wording: `pith wordings` shows them",
                                 text::sanitise(text)));
  }
  return meant.empty() ? std::nullopt : std::optional(meant.front());
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

std::string why_not_proposed(const WordingUse& use, const text::Messages& tr) {
  return use.in_deck     ? tr("in the deck by now")
         : use.ambiguous ? tr(use.objection)
                         : tr.format("not proposed: {}", tr(use.objection));
}

std::string fate_of(const WordingUse& use, const text::Messages& tr) {
  if (use.in_deck) {
    return why_not_proposed(use, tr);
  }
  const auto changes = changes_in_words(use, tr);
  return use.proposed() ? changes : changes + "; " + why_not_proposed(use, tr);
}

void print_use(Context& context, const deck::Item& item, const WordingUse& use) {
  context.out << fmt::format("  {} {}: {}\n", context.tr(said_of(use.wording.effect)),
                             one_line(point_of(item, use).name), one_line(use.wording.text));
  context.out << fmt::format("      {}, {}\n", memory::iso_date(use.wording.stamp.when.day),
                             fate_of(use, context.tr));
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
          {"ambiguous", use.ambiguous},
          {"proposed", use.proposed()}};
}

/// Wordings to be accepted, by index of the point.
std::map<std::size_t, std::vector<std::string>> proposals_for(const Learned& learned) {
  std::map<std::size_t, std::vector<std::string>> proposals;
  for (const auto& use : learned.uses) {
    if (use.proposed()) {
      const auto place = &point_of(*learned.item, use) - learned.item->points.data();
      proposals[static_cast<std::size_t>(place)].push_back(text::single_line(use.wording.text));
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

std::size_t place_in(const deck::Deck& deck, const deck::Item& item) {
  return static_cast<std::size_t>(&item - deck.items.data());
}

/// Whether the deck still has the item at its place, with the same points.
bool has_still(const deck::Deck& deck, std::size_t place, const deck::Item& item) {
  return place < deck.items.size() && deck.items[place].id == item.id &&
         std::ranges::equal(deck.items[place].points, item.points, {}, &deck::Point::id,
                            &deck::Point::id);
}

/// Throws StorageError unless the items that something was learned of stand in the text where they
/// stood when their answers were graded.
void require_unmoved(const deck::Deck& deck, std::string_view text, std::span<const Learned> all) {
  const auto now = deck::read_deck(text, deck.path).deck;
  const bool unmoved = now && std::all_of(all.begin(), all.end(), [&](const Learned& learned) {
                         return learned.item->deck != deck.id ||
                                has_still(*now, place_in(deck, *learned.item), *learned.item);
                       });
  if (!unmoved) {
    throw StorageError(
        fmt::format("'{}' was changed meanwhile; nothing was written: try again", deck.path));
  }
}

/// Adds the proposals for the items of one deck to its file. Gives how many were added; what cannot
/// be added is said.
std::size_t write_into(Context& context, const deck::Deck& deck, std::span<const Learned> all,
                       bool& refused) {
  const auto before = read_file(deck.path);
  require_unmoved(deck, before, all);
  auto after = before;
  std::size_t count = 0;
  for (const auto& learned : all) {
    if (learned.item->deck != deck.id) {
      continue;
    }
    const auto item = place_in(deck, *learned.item);
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

void say_why_none(Context& context, std::span<const Learned> all) {
  tell(context, context.tr("No wording is to be added."));
  for (const auto& learned : all) {
    for (const auto& use : learned.uses) {
      tell(context, fmt::format("  {}: {}: {}", one_line(point_of(*learned.item, use).name),
                                one_line(use.wording.text), why_not_proposed(use, context.tr)));
    }
  }
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
    say_why_none(context, all);
  }
  return refused ? invalid_input : done;
}

ExitStatus forget(Context& context, const std::string& text) {
  auto history = open_history(context);
  const auto known = history.wordings();
  std::set<history::Uuid> ids;
  for (const auto& each : known) {
    ids.insert(each.stamp.id);
  }
  const auto id = id_named(text, ids);
  if (!id) {
    throw UsageError(fmt::format("no wording that counts has the id {}", text::sanitise(text)));
  }
  const auto found = std::find_if(known.begin(), known.end(),
                                  [&](const auto& each) { return each.stamp.id == *id; });
  history.append(current_time(context), history::Wording{found->item, found->point, found->text,
                                                         Effect::forget, std::nullopt});
  tell(context, context.tr.format("“{}” is forgotten; `pith wordings --recall {}` takes that back.",
                                  one_line(found->text), to_string(*id)));
  return done;
}

/// What the log has of wordings, counting or not.
struct Recorded {
  /// By event, under the names of today; none that forgets.
  std::map<history::Uuid, history::Wording> wordings;
  std::set<history::Uuid> retracted;
};

history::Wording under_present_names(const history::History& history, const history::Stamp& stamp,
                                     history::Wording wording) {
  const auto name =
      history.present_name({wording.item.deck, wording.item.item, wording.point}, stamp);
  wording.item = {name.deck, name.item};
  wording.point = name.point;
  return wording;
}

Recorded recorded_in(const history::History& history) {
  constexpr std::size_t kPageOfLog = 1000;
  Recorded recorded;
  std::int64_t after = 0;
  for (bool more = true; more; after += static_cast<std::int64_t>(kPageOfLog)) {
    const auto page = history.events(after, kPageOfLog);
    for (const auto& event : page) {
      if (const auto* wording = std::get_if<history::Wording>(&event.body)) {
        if (!wording->text.empty() && wording->effect != Effect::forget) {
          recorded.wordings.emplace(event.stamp.id,
                                    under_present_names(history, event.stamp, *wording));
        }
      } else if (const auto* retraction = std::get_if<history::Retraction>(&event.body)) {
        recorded.retracted.insert(retraction->event);
      }
    }
    more = page.size() == kPageOfLog;
  }
  return recorded;
}

ExitStatus recall(Context& context, const std::string& text) {
  auto history = open_history(context);
  const auto recorded = recorded_in(history);
  std::set<history::Uuid> ids;
  for (const auto& [id, wording] : recorded.wordings) {
    ids.insert(id);
  }
  const auto id = id_named(text, ids);
  if (!id) {
    throw UsageError(fmt::format("no wording has the id {}", text::sanitise(text)));
  }
  const auto& wording = recorded.wordings.at(*id);
  if (wording.answer && recorded.retracted.contains(*wording.answer)) {
    throw UsageError("the answer that taught this wording was taken back, and the wording with it");
  }
  const auto known = history.wordings();
  const bool counts = std::any_of(known.begin(), known.end(), [&](const auto& each) {
    return each.item == wording.item && each.point == wording.point && each.text == wording.text &&
           each.effect == wording.effect && each.answer == wording.answer;
  });
  if (!counts) {
    history.append(current_time(context), wording);
  }
  tell(context, counts ? context.tr.format("“{}” counts already.", one_line(wording.text))
                       : context.tr.format("“{}” counts again.", one_line(wording.text)));
  return done;
}

/// Whether something was learned of the items once.
bool learned_once(const history::History& history, std::span<const deck::Item* const> items) {
  return std::any_of(items.begin(), items.end(), [&](const deck::Item* item) {
    const auto events = history.events_of(history::ItemId{item->deck, item->id});
    return std::any_of(events.begin(), events.end(), [](const history::Event& event) {
      return std::holds_alternative<history::Wording>(event.body);
    });
  });
}

void print(Context& context, const deck::Collection& collection, std::span<const Learned> all) {
  for (const auto& learned : all) {
    context.out << one_line(deck::full_id(*learned.item)) << '\n';
    for (const auto& use : learned.uses) {
      print_use(context, *learned.item, use);
    }
  }
  print_proposals(context, collection, all);
}

std::vector<Learned> learned_of(std::span<const deck::Item* const> items,
                                const history::History& history,
                                const grading::SentenceEncoder* encoder) {
  std::vector<Learned> all;
  for (const auto* item : items) {
    if (auto uses = session::wording_uses(history, *item, encoder); !uses.empty()) {
      all.push_back({item, std::move(uses)});
    }
  }
  return all;
}

ExitStatus run_wordings(Context& context, const WordingsOptions& options) {
  if (options.forget) {
    return forget(context, *options.forget);
  }
  if (options.recall) {
    return recall(context, *options.recall);
  }
  const auto selection = select_items(context, options.selectors);
  const history::History history(history_file(context), {.read_only = true});
  const auto config = load_config(context.paths.config / "config.yaml");
  const auto encoder =
      choose_encoder(options.models, config, context.paths, notice_on_stderr(context));
  const auto all = learned_of(selection.items, history, encoder.get());
  if (options.write) {
    return write_proposals(context, selection.collection, all);
  }
  if (!options.json) {
    print(context, selection.collection, all);
    if (all.empty()) {
      tell(context,
           learned_once(history, selection.items)
               ? context.tr("No wordings count any more: what was learned was forgotten or undone.")
               : context.tr("No wordings were learned yet: overruling a verdict teaches one."));
    }
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
  auto options = std::make_shared<WordingsOptions>();
  command.add_option("selector", options->selectors,
                     "Deck, deck/item, tag:NAME, a glob of these, or a path (default: all)");
  auto forget = command.add_option("--forget", options->forget, "Forget the wording of this id");
  auto recall =
      command.add_option("--recall", options->recall, "Let a forgotten wording count again");
  auto write = command.add_flag("--write", options->write,
                                "Add the good ones to the `accept` lists of the decks");
  command.add_flag("--json", options->json, "As JSON");
  add_encoder_option(command, options->models);
  forget.excludes(recall).excludes(write);
  recall.excludes(write);
  on_call(command, action, options, run_wordings);
}

}  // namespace pith::cli
