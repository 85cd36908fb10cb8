#include "cli/commands.h"

#include <algorithm>
#include <array>

#include "cli/command.h"

namespace pith::cli {
namespace {

/// A command is one file; here it is added to the command line.
constexpr auto kEntries = std::to_array<CommandEntry>({
    {"grade", HelpGroup::fitting, Showing::page, add_grade},
    {"eval", HelpGroup::fitting, Showing::page, add_eval},
    {"review", HelpGroup::answering, Showing::direct, add_review},
    {"drill", HelpGroup::answering, Showing::direct, add_drill},
    {"exam", HelpGroup::answering, Showing::direct, add_exam},
    {"run", HelpGroup::answering, Showing::direct, add_run},
    {"due", HelpGroup::progress, Showing::page, add_due},
    {"plan", HelpGroup::progress, Showing::page, add_plan},
    {"check", HelpGroup::decks, Showing::direct, add_check},
    {"new", HelpGroup::decks, Showing::direct, add_new},
    {"edit", HelpGroup::decks, Showing::direct, add_edit},
    {"fmt", HelpGroup::decks, Showing::direct, add_fmt},
    {"list", HelpGroup::decks, Showing::page, add_list},
    {"show", HelpGroup::decks, Showing::page, add_show},
    {"search", HelpGroup::decks, Showing::page, add_search},
    {"stats", HelpGroup::progress, Showing::layout, add_stats},
    {"report", HelpGroup::progress, Showing::page, add_report},
    {"log", HelpGroup::progress, Showing::page, add_log},
    {"undo", HelpGroup::progress, Showing::page, add_undo},
    {"wordings", HelpGroup::decks, Showing::page, add_wordings},
    {"suspend", HelpGroup::progress, Showing::direct, add_suspend},
    {"bury", HelpGroup::progress, Showing::direct, add_bury},
    {"reset", HelpGroup::progress, Showing::direct, add_reset},
    {"reschedule", HelpGroup::progress, Showing::direct, add_reschedule},
    {"relink", HelpGroup::decks, Showing::direct, add_relink},
    {"orphans", HelpGroup::decks, Showing::page, add_orphans},
    {"import", HelpGroup::decks, Showing::direct, add_import},
    {"export", HelpGroup::decks, Showing::direct, add_export},
    {"rebuild", HelpGroup::housekeeping, Showing::page, add_rebuild},
    {"backup", HelpGroup::housekeeping, Showing::page, add_backup},
    {"restore", HelpGroup::housekeeping, Showing::page, add_restore},
    {"sync", HelpGroup::housekeeping, Showing::direct, add_sync},
    {"config", HelpGroup::housekeeping, Showing::page, add_config},
    {"optimize", HelpGroup::fitting, Showing::page, add_optimize},
    {"explain", HelpGroup::progress, Showing::page, add_explain},
    {"doctor", HelpGroup::housekeeping, Showing::page, add_doctor},
    {"completions", HelpGroup::housekeeping, Showing::direct, add_completions},
    {"help", HelpGroup::housekeeping, Showing::page, add_help},
    {"manual", HelpGroup::housekeeping, Showing::direct, add_manual},
    {"version", HelpGroup::housekeeping, Showing::page, add_version},
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
  for (const auto& entry : kEntries) {
    entry.add(app, action);
  }
}

}  // namespace pith::cli
