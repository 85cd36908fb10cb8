// pith sync: one history on several devices, through a folder that something else carries between
// them.
#include "exchange/sync/sync.h"

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <system_error>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/error.h"
#include "cli/authoring/renamed_elsewhere.h"
#include "cli/command.h"
#include "cli/decks/library.h"
#include "cli/files/history_file.h"
#include "cli/files/open_history.h"
#include "cli/settings/config.h"
#include "cli/tell.h"
#include "history/file_lock.h"
#include "report/json.h"
#include "session/upkeep.h"
#include "text/display.h"

namespace pith::cli {
namespace {

using exchange::SyncReport;

struct SyncOptions {
  std::string folder;
  bool status = false;
  bool json = false;
};

/// Another pith may be syncing the same history.
constexpr std::chrono::milliseconds kLongestWait{60'000};

SyncReport sync_now(Context& context, const SyncOptions& options) {
  auto history = open_history(context);
  const history::FileLock lock(history_file(context).string() + ".sync", kLongestWait);
  auto report = exchange::synchronise(history, options.folder);
  if (report.received > 0) {
    const Library library(context, {});
    session::adopt(history, library.known_decks(), wishes_of(config_of(context)),
                   current_time(context));
    std::vector<std::string> decks;
    for (const auto& deck : library.summaries()) {
      decks.push_back(deck.id);
    }
    tell_of_renamed_decks(context, history, decks);
  }
  return report;
}

/// What is sent to the folder of the history itself reaches no other device.
void refuse_own_folder(const Context& context, const std::string& folder) {
  std::error_code ignored;
  const auto own = std::filesystem::absolute(history_file(context)).parent_path();
  if (std::filesystem::equivalent(folder, own, ignored)) {
    throw UsageError(fmt::format(
        "'{}' is where the history itself is: name a folder that is carried to other devices",
        folder));
  }
}

report::Json to_json(const SyncReport& report) {
  auto devices = report::Json::object();
  for (const auto& [device, files] : report.files) {
    devices[history::to_string(device)] = files;
  }
  return {{"sent", report.sent},         {"received", report.received},
          {"files", std::move(devices)}, {"incomplete", report.incomplete},
          {"damaged", report.damaged},   {"newer", report.newer}};
}

/// The files that may be whole later.
std::vector<std::string> short_ones(const SyncReport& report) {
  auto files = report.incomplete;
  std::erase_if(files, [&](const std::string& file) {
    return std::ranges::find(report.damaged, file) != report.damaged.end();
  });
  return files;
}

void warn(Context& context, const std::vector<std::string>& files, const std::string& what) {
  if (!files.empty()) {
    const auto& tr = context.tr;
    const auto names = fmt::format("{}", fmt::join(files, tr(", ")));
    tell(context, tr.format("pith: {}", tr.format("{}: {}", what, names)));
  }
}

ExitStatus run_sync(Context& context, const SyncOptions& options) {
  const auto& tr = context.tr;
  refuse_own_folder(context, options.folder);
  const auto report =
      options.status
          ? exchange::sync_status(history::History(history_file(context), {.read_only = true}),
                                  options.folder)
          : sync_now(context, options);
  if (options.json) {
    context.out << report::line(to_json(report)) << '\n';
  } else if (options.status) {
    context.out << tr.format("To send: {}. To receive: {}. In the folder: {} of {}.",
                             tr.count(report.sent, "event"), tr.count(report.received, "event"),
                             tr.count(report.file_count(), "file"),
                             tr.count(report.files.size(), "device"))
                << '\n';
  } else {
    context.out << tr.format("Sent {}, received {}.", tr.count(report.sent, "event"),
                             tr.count(report.received, "event"))
                << '\n';
  }
  warn(context, short_ones(report),
       tr("not whole, perhaps still being copied (the rest was taken; sync again later)"));
  warn(context, report.damaged,
       tr("damaged (the rest was taken); if it stays so, delete it: devices that have its events "
          "send them again when they sync"));
  warn(context, report.newer,
       tr("holds what only a newer pith understands; update pith, sync again"));
  return done;
}

}  // namespace

void add_sync(Command app, Action& action) {
  auto command = app.add_command(
      "sync",
      "Share the history with other devices through a folder (Syncthing, git, a USB stick, …)");
  auto options = std::make_shared<SyncOptions>();
  command.add_option("folder", options->folder, "The folder; it must exist").required();
  command.add_flag("--status", options->status, "Say what would be done, and do nothing");
  command.add_flag("--json", options->json, "As one JSON object");
  on_call(command, action, options, run_sync);
}

}  // namespace pith::cli
