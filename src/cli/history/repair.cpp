#include "cli/history/repair.h"

#include <algorithm>
#include <new>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/error.h"
#include "base/regular_file.h"
#include "cli/files/history_file.h"
#include "history/backup_names.h"
#include "history/companions.h"
#include "history/page_salvage.h"
#include "history/salvage.h"
#include "text/display.h"

namespace pith::cli {
namespace {

namespace fs = std::filesystem;

void remove_repaired(const fs::path& history) {
  history::remove_with_companions(history);
  std::error_code ignored;
  fs::remove(history.string() + ".lock", ignored);
}

/// A new history beside the damaged one, which it is to replace.
fs::path place_for_new(const Context& context) {
  fs::path file = history_file(context).string() + ".repaired";
  remove_repaired(file);
  return file;
}

/// Puts the new history in its place; gives where the damaged one is now.
fs::path exchange(const Context& context, const fs::path& repaired,
                  const history::HistoryStamp& seen) {
  const auto file = history_file(context);
  fs::path aside = file.string() + ".damaged-" + history::file_stamp(context.now().utc);
  try {
    history::replace_history(file, repaired, aside, seen);
  } catch (const StorageError&) {
    remove_repaired(repaired);
    throw;
  }
  std::error_code ignored;
  fs::remove(repaired.string() + ".lock", ignored);
  return aside;
}

/// Throws StorageError for what cannot be opened and need not be damaged.
bool is_sound(const fs::path& file) {
  try {
    return history::History(file, {.read_only = true}).check().empty();
  } catch (const DamagedHistory&) {
    return false;
  }
}

std::vector<fs::path> backups_of(const fs::path& file) {
  std::vector<fs::path> backups;
  std::error_code error;
  for (fs::directory_iterator entry(backup_folder(file), error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() == ".db") {
      backups.push_back(entry->path());
    }
  }
  std::sort(backups.rbegin(), backups.rend());
  return backups;
}

/// The latest of those, automatic or not.
std::optional<fs::path> newest_backup(const fs::path& history) {
  auto backups = backups_of(history);
  std::erase_if(backups, [](const fs::path& backup) {
    return !backup.filename().string().starts_with(
        history::kBackup);  // others are of what was replaced
  });
  const auto newest = std::ranges::max_element(backups, {}, [](const fs::path& backup) {
    std::error_code gone;
    return fs::last_write_time(backup, gone);
  });
  return newest == backups.end() ? std::nullopt : std::optional(*newest);
}

/// What the backups have beyond; those that are damaged as well are left out.
std::size_t take_from_backups(const fs::path& file, history::History& into) {
  std::size_t found = 0;
  for (const auto& backup : backups_of(file)) {
    try {
      found += history::take_over(backup, into);
    } catch (const StorageError&) {
      continue;
    }
  }
  return found;
}

/// What single pages had beyond all else; both ways may know how many events there were.
void add(const history::Salvage& pages, history::Salvage& salvaged) {
  salvaged.kept += pages.kept;
  salvaged.known = std::max(salvaged.known, pages.known);
  salvaged.end_known = salvaged.end_known || pages.end_known;
  salvaged.readable = salvaged.readable || pages.kept > 0;
}

std::string in_words(const history::Salvage& salvaged, std::size_t from_backups,
                     const text::Messages& tr) {
  const auto kept = tr.count(salvaged.kept, "event");
  const auto more = tr.count(from_backups, "event");
  const auto lost = salvaged.known - std::min(salvaged.known, salvaged.kept + from_backups);
  if (lost > 0) {
    const auto gone = tr.count(lost, "event");
    return salvaged.end_known
               ? tr.format("{} read from the damaged file, {} more from backups; {} lost.", kept,
                           more, gone)
               : tr.format("{} read from the damaged file, {} more from backups; at least {} lost.",
                           kept, more, gone);
  }
  if (!salvaged.readable) {
    return tr.format("The damaged file could not be read at all; {} from backups.", more);
  }
  return salvaged.end_known
             ? tr.format("{} read from the damaged file, {} more from backups; nothing was lost.",
                         kept, more)
             : tr.format("{} read from the damaged file, {} more from backups.", kept, more);
}

void tell_of(const history::Salvage& salvaged, std::size_t from_backups, Context& context) {
  context.out << in_words(salvaged, from_backups, context.tr) << '\n';
  if (!salvaged.end_known) {
    context.out << context.tr("What stood at the end of the file cannot be counted.") << '\n';
  }
}

}  // namespace

ExitStatus repair_history(Context& context) {
  const auto file = history_file(context);
  std::error_code ignored;
  if (!fs::exists(file, ignored)) {
    throw StorageError(fmt::format("there is no history yet: {}", file.string()));
  }
  if (is_sound(file)) {
    context.out << context.tr("The history is sound; there is nothing to repair.") << '\n';
    return done;
  }
  const auto seen = history::stamp_of_unused(file);
  const auto fresh = place_for_new(context);
  history::Salvage salvaged;
  std::size_t from_backups = 0;
  {
    history::History repaired(fresh);
    salvaged = history::salvage(file, repaired);
    from_backups = take_from_backups(file, repaired);
    try {
      add(history::salvage_pages(file, repaired), salvaged);
    } catch (const std::bad_alloc&) {  // what was saved before is enough to go on with
    }
  }
  if (salvaged.kept + from_backups == 0) {
    remove_repaired(fresh);
    throw StorageError(fmt::format(
        "nothing of {} can be read, and there is no backup beside it; it was left as it is",
        file.string()));
  }
  const auto aside = exchange(context, fresh, seen);
  tell_of(salvaged, from_backups, context);
  context.out << text::sanitise(
                     context.tr.format("The damaged file is kept as {}.", aside.string()))
              << '\n';
  return done;
}

std::string remedy_for_lost(const fs::path& history) {
  const auto backup = base::is_empty_or_absent(history) ? newest_backup(history) : std::nullopt;
  return backup ? fmt::format(
                      "there is no history, but a backup of one: `pith restore {}` brings it back",
                      backup->string())
                : "";
}

fs::path restore_over_damaged(Context& context, const fs::path& backup) {
  const auto seen = history::stamp_of_unused(history_file(context));
  const auto fresh = place_for_new(context);
  { history::History(fresh).restore(backup); }
  return exchange(context, fresh, seen);
}

}  // namespace pith::cli
