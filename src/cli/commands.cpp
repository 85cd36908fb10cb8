#include "cli/commands.h"

#include <algorithm>
#include <array>

#include "cli/command.h"

namespace pith::cli {
namespace {

/// A command is one file; its line stands here, and below it is added to the command line.
constexpr auto kEntries = std::to_array<CommandEntry>({
    {"grade", HelpGroup::fitting, Showing::page},
    {"eval", HelpGroup::fitting, Showing::page},
    {"review", HelpGroup::answering, Showing::direct},
    {"drill", HelpGroup::answering, Showing::direct},
    {"exam", HelpGroup::answering, Showing::direct},
    {"run", HelpGroup::answering, Showing::direct},
    {"due", HelpGroup::progress, Showing::page},
    {"plan", HelpGroup::progress, Showing::page},
    {"check", HelpGroup::decks, Showing::direct},
    {"new", HelpGroup::decks, Showing::direct},
    {"edit", HelpGroup::decks, Showing::direct},
    {"fmt", HelpGroup::decks, Showing::direct},
    {"list", HelpGroup::decks, Showing::page},
    {"show", HelpGroup::decks, Showing::page},
    {"search", HelpGroup::decks, Showing::page},
    {"stats", HelpGroup::progress, Showing::layout},
    {"report", HelpGroup::progress, Showing::page},
    {"log", HelpGroup::progress, Showing::page},
    {"undo", HelpGroup::progress, Showing::page},
    {"wordings", HelpGroup::decks, Showing::page},
    {"suspend", HelpGroup::progress, Showing::direct},
    {"bury", HelpGroup::progress, Showing::direct},
    {"reset", HelpGroup::progress, Showing::direct},
    {"reschedule", HelpGroup::progress, Showing::direct},
    {"relink", HelpGroup::decks, Showing::direct},
    {"orphans", HelpGroup::decks, Showing::page},
    {"import", HelpGroup::decks, Showing::direct},
    {"export", HelpGroup::decks, Showing::direct},
    {"rebuild", HelpGroup::housekeeping, Showing::page},
    {"backup", HelpGroup::housekeeping, Showing::page},
    {"restore", HelpGroup::housekeeping, Showing::page},
    {"sync", HelpGroup::housekeeping, Showing::direct},
    {"config", HelpGroup::housekeeping, Showing::page},
    {"optimize", HelpGroup::fitting, Showing::page},
    {"explain", HelpGroup::progress, Showing::page},
    {"doctor", HelpGroup::housekeeping, Showing::page},
    {"completions", HelpGroup::housekeeping, Showing::direct},
    {"help", HelpGroup::housekeeping, Showing::page},
    {"manual", HelpGroup::housekeeping, Showing::direct},
    {"version", HelpGroup::housekeeping, Showing::page},
});

const CommandEntry* entry_of(std::string_view command) {
  const auto* const found = std::ranges::find(kEntries, command, &CommandEntry::name);
  return found != kEntries.end() ? found : nullptr;
}

}  // namespace

std::span<const CommandEntry> command_entries() {
  return kEntries;
}

HelpGroup group_of(std::string_view command) {
  const auto* const entry = entry_of(command);
  return entry != nullptr ? entry->group : HelpGroup::housekeeping;
}

Showing showing_of(std::string_view command) {
  const auto* const entry = entry_of(command);
  return entry != nullptr ? entry->showing : Showing::direct;
}

void add_commands(Command app, Action& action) {
  add_grade(app, action);
  add_eval(app, action);
  add_review(app, action);
  add_drill(app, action);
  add_exam(app, action);
  add_run(app, action);
  add_due(app, action);
  add_plan(app, action);
  add_check(app, action);
  add_new(app, action);
  add_edit(app, action);
  add_fmt(app, action);
  add_list(app, action);
  add_show(app, action);
  add_search(app, action);
  add_stats(app, action);
  add_report(app, action);
  add_log(app, action);
  add_undo(app, action);
  add_wordings(app, action);
  add_suspend(app, action);
  add_bury(app, action);
  add_reset(app, action);
  add_reschedule(app, action);
  add_relink(app, action);
  add_orphans(app, action);
  add_import(app, action);
  add_export(app, action);
  add_rebuild(app, action);
  add_backup(app, action);
  add_sync(app, action);
  add_config(app, action);
  add_optimize(app, action);
  add_explain(app, action);
  add_doctor(app, action);
  add_completions(app, action);
  add_help(app, action);
  add_version(app, action);
}

}  // namespace pith::cli
