#include "cli/authoring/watch.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <system_error>
#include <thread>
#include <utility>

namespace pith::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds kBetweenLooks{400};

/// What a file looked like: time of its last change, and size.
using State = std::pair<fs::file_time_type, std::uintmax_t>;
using Snapshot = std::map<fs::path, State>;

void add(Snapshot& snapshot, const fs::path& file) {
  std::error_code error;
  const auto time = fs::last_write_time(file, error);
  const auto size = fs::file_size(file, error);
  if (!error) {
    snapshot.emplace(file, State{time, size});
  }
}

Snapshot snapshot_of(const std::vector<fs::path>& paths) {
  Snapshot snapshot;
  for (const auto& path : paths) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
      add(snapshot, path);
      continue;
    }
    const auto skip = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator entry(path, skip, error), end; !error && entry != end;
         entry.increment(error)) {
      const auto extension = entry->path().extension();
      if (extension == ".yaml" || extension == ".yml") {
        add(snapshot, entry->path());
      }
    }
  }
  return snapshot;
}

}  // namespace

void watch(const std::vector<fs::path>& paths, const std::function<bool()>& look) {
  for (;;) {
    const auto before = snapshot_of(paths);
    if (!look()) {
      return;
    }
    while (snapshot_of(paths) == before) {
      std::this_thread::sleep_for(kBetweenLooks);
    }
  }
}

}  // namespace pith::cli
