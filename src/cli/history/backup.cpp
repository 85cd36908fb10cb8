// pith backup and pith restore: the history as one file, there and back.
#include <fstream>
#include <iterator>
#include <optional>
#include <ostream>
#include <string>

#include <fmt/format.h>

#include "base/error.h"
#include "base/regular_file.h"
#include "cli/command.h"
#include "cli/decks/files_in_use.h"
#include "cli/files/data_folder.h"
#include "cli/files/history_file.h"
#include "cli/files/open_history.h"
#include "cli/history/repair.h"
#include "history/backup_names.h"
#include "history/file_lock.h"
#include "text/display.h"

namespace pith::cli {
namespace {

namespace fs = std::filesystem;

struct BackupOptions {
  std::string file;
};

struct RestoreOptions {
  std::string file;
};

/// A new file beside the history's automatic backups: `pith-20261201-090000.db`.
fs::path new_backup(const Context& context, std::string_view prefix) {
  const auto folder = backup_folder(history_file(context));
  history::make_private_folder(folder);
  const auto stem = std::string(prefix) + history::file_stamp(context.now().utc);
  auto file = folder / (stem + ".db");
  for (int number = 2; fs::exists(file); ++number) {
    file = folder / fmt::format("{}-{}.db", stem, number);
  }
  return file;
}

/// Throws StorageError, before anything is touched, for what cannot be a history.
void require_database(const fs::path& file) {
  constexpr std::string_view kBegin = "SQLite format 3";
  if (!fs::exists(file)) {
    throw StorageError(fmt::format("there is no file {}", file.string()));
  }
  struct stat about {};
  if (::stat(file.c_str(), &about) == 0) {
    base::require_regular_file(file, about);
  }
  std::string begin(kBegin.size(), ' ');
  std::ifstream(file, std::ios::binary).read(begin.data(), std::ssize(begin));
  if (begin != kBegin) {
    throw StorageError(
        fmt::format("{} is not a history of pith; nothing was restored", file.string()));
  }
}

ExitStatus run_backup(Context& context, const BackupOptions& options) {
  const auto source = history_file(context);
  if (!fs::exists(source)) {
    throw StorageError(fmt::format("there is no history yet: {}", source.string()));
  }
  if (!options.file.empty()) {
    require_folder_for(context, options.file);
  }
  const auto file =
      options.file.empty() ? new_backup(context, history::kBackup) : fs::path(options.file);
  std::error_code ignored;
  if (fs::exists(fs::symlink_status(file, ignored))) {
    throw UsageError(fmt::format("{} is there already; name a new file", file.string()));
  }
  refuse_in_use(file, history_in_use(context), file.string());
  history::History(source, {.read_only = true}).back_up(file);
  context.out << text::sanitise(file.string()) << '\n';
  return done;
}

/// The history as it is, unless it is damaged. Throws StorageError if it cannot be opened.
std::optional<history::History> open_if_sound(Context& context) {
  try {
    auto history = open_history(context);
    return history.check().empty() ? std::optional(std::move(history)) : std::nullopt;
  } catch (const DamagedHistory&) {
    return std::nullopt;
  }
}

/// Gives where what was there before is kept; nowhere, if nothing was.
fs::path restore(Context& context, const fs::path& backup) {
  const bool nothing_there = base::is_empty_or_absent(history_file(context));
  auto history = open_if_sound(context);
  if (!history) {
    return restore_over_damaged(context, backup);
  }
  fs::path former;
  history->restore(backup, [&] {
    if (nothing_there) {
      return;
    }
    former = new_backup(context, history::kReplaced);
    history->back_up(former);
  });
  return former;
}

ExitStatus run_restore(Context& context, const RestoreOptions& options) {
  require_database(options.file);
  const auto former = restore(context, options.file);
  const auto words = former.empty()
                         ? context.tr.format("Restored {}.", options.file)
                         : context.tr.format("Restored {}; what was there before is in {}.",
                                             options.file, former.string());
  context.out << text::sanitise(words) << '\n';
  return done;
}

}  // namespace

void add_backup(Command app, Action& action) {
  auto command = app.add_command("backup", "Copy the history to a file, even while it is in use");
  auto options = std::make_shared<BackupOptions>();
  command.add_option("file", options->file, "New file (default: one among the backups)");
  on_call(command, action, options, run_backup);
}

void add_restore(Command app, Action& action) {
  auto command = app.add_command("restore", "Replace the history by a backup");
  auto options = std::make_shared<RestoreOptions>();
  command.add_option("file", options->file, "The backup").required();
  on_call(command, action, options, run_restore);
}

}  // namespace pith::cli
