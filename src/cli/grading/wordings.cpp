// pith wordings: what the grader learned from being overruled, what it changed, and what of it the
// deck should accept.
#include <algorithm>
#include <memory>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "cli/command.h"
#include "cli/decks/selection.h"
#include "cli/files/open_history.h"
#include "cli/grading/learned.h"
#include "cli/grading/wording_proposals.h"
#include "cli/grading/wording_recall.h"
#include "cli/printable.h"
#include "cli/settings/config.h"
#include "cli/settings/encoder_choice.h"
#include "cli/tell.h"
#include "grading/verdict.h"
#include "history/item_id.h"
#include "report/json.h"

namespace pith::cli {
namespace {

using base::Json;
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

std::string fate_of(const WordingUse& use, const text::Messages& tr) {
  if (use.in_deck) {
    return why_not_proposed(use, tr);
  }
  const auto changes = changes_in_words(use, tr);
  return use.proposed() ? changes : changes + tr("; ") + why_not_proposed(use, tr);
}

void print_use(Context& context, const deck::Item& item, const WordingUse& use) {
  const auto& tr = context.tr;
  context.out << fmt::format(
      "  {} {}\n", tr(said_of(use.wording.effect)),
      tr.format("{}: {}", one_line(point_of(item, use).name), one_line(use.wording.text)));
  context.out << fmt::format("      {}{}{}\n", memory::iso_date(use.wording.stamp.when.day),
                             tr(", "), fate_of(use, tr));
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

/// Whether something was learned of the items once.
bool learned_once(const history::History& history, std::span<const deck::Item* const> items) {
  return std::any_of(items.begin(), items.end(), [&](const deck::Item* item) {
    const auto events = history.events_of(history::id_of(*item));
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

ExitStatus run_wordings(Context& context, const WordingsOptions& options) {
  if (options.forget) {
    return forget_wording(context, *options.forget);
  }
  if (options.recall) {
    return recall_wording(context, *options.recall);
  }
  const auto selection = select_items(context, options.selectors);
  const auto history = read_history(context);
  const auto config = config_of(context);
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
  take_selectors(command, options->selectors);
  auto forget = command.add_option("--forget", options->forget, "Forget the wording of this id");
  auto recall =
      command.add_option("--recall", options->recall, "Let a forgotten wording count again");
  auto write = command.add_flag("--write", options->write,
                                "Add the good ones to the `accept` lists of the decks");
  auto json = command.add_flag("--json", options->json, "As JSON");
  add_encoder_option(command, options->models);
  forget.excludes(recall).excludes(write);
  recall.excludes(write);
  json.excludes(forget).excludes(recall).excludes(write);
  on_call(command, action, options, run_wordings);
}

}  // namespace pith::cli
