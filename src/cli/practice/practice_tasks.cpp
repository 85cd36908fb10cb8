#include "cli/practice/practice_tasks.h"

#include <algorithm>
#include <set>

#include "cli/files/history_file.h"
#include "cli/settings/config.h"
#include "deck/selector.h"
#include "session/practice_plan.h"
#include "session/review_plan.h"

namespace pith::cli {
namespace {

/// Whether the decks' order decides what comes first of equal items; a file's order and a seed's
/// are the same in every language.
bool goes_through_decks(const session::PracticeSection& section) {
  return section.choose == session::Choose::due || section.order == session::Order::weakest ||
         section.order == session::Order::due;
}

}  // namespace

std::uint64_t seed_of(const Context& context) {
  return context.options.seed.value_or(
      static_cast<std::uint64_t>(context.now().utc.time_since_epoch().count()));
}

std::vector<std::string> all_selectors(const session::Practice& practice) {
  std::vector<std::string> all;
  bool everything = false;
  for (const auto& section : practice.sections) {
    everything = everything || section.select.empty();
    all.insert(all.end(), section.select.begin(), section.select.end());
  }
  if (everything) {  // and the files that are named beside it
    std::erase_if(all, [](const auto& selector) { return !deck::as_path(selector); });
    if (!all.empty()) {
      all.emplace_back("*");
    }
  }
  return all;
}

std::vector<session::Task> plan(const session::Practice& practice, const Selection& selection,
                                const Circumstances& circumstances) {
  const auto& history = circumstances.history;
  session::PlanRules rules;
  rules.review = session::rules_for(history, circumstances.day, circumstances.wishes);
  rules.seed = circumstances.seed;
  rules.by_memory = circumstances.by_memory;
  std::vector<session::Task> tasks;
  std::set<const deck::Item*> taken;
  for (std::size_t i = 0; i < practice.sections.size(); ++i) {
    const auto& section = practice.sections[i];
    auto items = deck::select(selection.collection, section.select);
    std::erase_if(items, [&](const auto* item) { return taken.contains(item); });
    if (section.select.empty() && goes_through_decks(section)) {
      std::stable_partition(items.begin(), items.end(), [&](const auto* item) {
        return text::language_of_locale(item->language) == circumstances.language;
      });
    }
    const auto candidates =
        session::candidates_for(history, items, circumstances.wishes, circumstances.day);
    for (auto& task : session::section_queue(candidates, section, rules, history)) {
      task.section = i;
      taken.insert(task.item);
      tasks.push_back(std::move(task));
    }
  }
  return tasks;
}

std::vector<session::Task> plan_unopened(const Context& context, const session::Practice& practice,
                                         const Selection& selection) {
  const auto config = config_of(context);
  const history::History history(history_file(context), {.read_only = true});
  const auto wishes = wishes_of(config);
  return plan(practice, selection,
              {history, wishes, study_day(context.now(), config), seed_of(context),
               !context.options.seed, context.tr.language()});
}

}  // namespace pith::cli
