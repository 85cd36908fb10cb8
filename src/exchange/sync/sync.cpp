#include "exchange/sync/sync.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/error.h"
#include "base/fnv.h"
#include "exchange/sync/folder_reading.h"
#include "exchange/sync/segment.h"
#include "exchange/sync/shared_folder.h"

namespace pith::exchange {
namespace {

using history::Event;
using history::History;
using history::SeenSegment;
using history::SyncState;
using history::Uuid;

/// A segment that has grown beyond is left, and a new one begun.
constexpr std::int64_t kFullSegment = 1 << 20;

/// Writes events to segments of this device. It goes on only with one that nobody has touched since
/// it was left, so that what stands under a name anywhere is the beginning of all that ever will.
class Sender {
 public:
  Sender(const History& history, const SharedFolder& folder, FolderReading& reading)
      : history_(history), folder_(folder), seen_(reading.seen), prefix_(prefix_of(history)) {
    for (const auto& file : seen_) {
      if (file.name.starts_with(prefix_) && reading.untouched.contains(file.name)) {
        last_ = file;
      }
    }
  }

  void send(std::int64_t number, const Event& event) {
    if (const auto* answer = std::get_if<history::Answer>(&event.body)) {
      if (sent_contents_.insert(answer->content_hash).second &&
          !history_.met_content_before(*answer, number)) {
        if (const auto content = history_.content(answer->content_hash)) {
          pending_ += segment_line(*content);
        }
      }
    }
    pending_ += segment_line(event);
    if (pending_.size() >= static_cast<std::size_t>(kFullSegment)) {
      flush();
    }
  }

  void flush() {
    if (pending_.empty()) {
      return;
    }
    if (last_ && last_->size < kFullSegment && folder_.append(*last_, pending_)) {
      note(last_->name, last_->size + std::ssize(pending_), base::fnv1a(pending_, last_->hash));
    } else {
      create();
    }
    pending_.clear();
  }

 private:
  static std::string prefix_of(const History& history) {
    return fmt::format("{}{}-", kSegmentPrefix, history::to_string(history.device()).substr(24));
  }

  /// Under a name that no other file had or will have: programs that copy go by names.
  void create() {
    Uuid random;
    history::system_entropy(random.bytes);
    const auto name = fmt::format("{}{}{}", prefix_, history::to_string(random), kSegmentSuffix);
    const auto bytes = segment_head(history_.device()) + pending_;
    if (!folder_.create(name, bytes)) {
      throw StorageError(fmt::format("cannot make a file in {}; try again", folder_.name()));
    }
    note(name, std::ssize(bytes), base::fnv1a(bytes));
  }

  /// What was written, unless somebody else has touched it by now: then it is to be read.
  void note(const std::string& name, std::int64_t size, std::uint64_t hash) {
    std::erase_if(seen_, [&](const SeenSegment& it) { return it.name == name; });
    last_ = folder_.look(name);
    if (last_ && last_->size == size) {
      last_->hash = hash;
      seen_.push_back(*last_);
    } else {
      last_.reset();
    }
  }

  const History& history_;
  const SharedFolder& folder_;
  std::vector<SeenSegment>& seen_;
  std::string prefix_;
  std::optional<SeenSegment> last_;  ///< The segment to go on with.
  std::string pending_;
  std::set<std::string> sent_contents_;
};

/// What is known of a folder; nothing if one of the files is gone that it was known by.
SyncState trusted_state(const History& history, const SharedFolder& folder) {
  auto state = history.sync_state(folder.name()).value_or(SyncState{});
  const bool all_there =
      std::all_of(state.segments.begin(), state.segments.end(),
                  [&](const SeenSegment& it) { return folder.look(it.name).has_value(); });
  return all_there ? state : SyncState{};
}

/// Whether events of this device came from outside: its file was copied, or is an old copy.
bool is_forked(const std::vector<Event>& events, const History& history) {
  return std::any_of(events.begin(), events.end(), [&](const Event& event) {
    return event.stamp.device == history.device() && !history.has_event(event.stamp.id);
  });
}

}  // namespace

std::size_t SyncReport::file_count() const {
  return std::accumulate(files.begin(), files.end(), std::size_t{0},
                         [](std::size_t sum, const auto& entry) { return sum + entry.second; });
}

SyncReport synchronise(History& history, const std::filesystem::path& path) {
  const SharedFolder folder(path);
  auto state = trusted_state(history, folder);
  SyncReport report;
  FolderReading reading;
  const auto merge = [&](Batch batch) {
    if (is_forked(batch.events, history)) {
      history.become_new_device();
    }
    report.received += history.merge(batch.events, batch.contents);
  };
  reading.read(folder, state, report, merge);
  if (reading.lost) {
    state = {};
    reading = {};
    report.files.clear();
    report.incomplete.clear();
    report.damaged.clear();
    report.newer.clear();
    reading.read(folder, state, report, merge);
  }
  auto shared = state.shared;
  Sender sender(history, folder, reading);
  history.for_each_event(state.shared, [&](std::int64_t number, const Event& event) {
    shared = number;
    if (!reading.ids.contains(event.stamp.id)) {
      sender.send(number, event);
      ++report.sent;
    }
  });
  sender.flush();
  history.set_sync_state(folder.name(), {shared, reading.seen});
  return report;
}

SyncReport sync_status(const History& history, const std::filesystem::path& path) {
  const SharedFolder folder(path);
  SyncReport report;
  FolderReading reading;
  std::set<Uuid> fresh;
  reading.read(folder, {}, report, [&](const Batch& batch) {
    for (const Event& event : batch.events) {
      if (!history.has_event(event.stamp.id)) {
        fresh.insert(event.stamp.id);
      }
    }
  });
  report.received = fresh.size();
  history.for_each_event(0, [&](std::int64_t, const Event& event) {
    report.sent += reading.ids.contains(event.stamp.id) ? 0U : 1U;
  });
  return report;
}

}  // namespace pith::exchange
