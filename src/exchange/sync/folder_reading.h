// What a shared folder holds of events, and what is to be said of its files. Internal to sync.cpp.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/sync/shared_folder.h"
#include "exchange/sync/sync.h"
#include "history/events.h"
#include "history/sync_state.h"

namespace pith::exchange {

/// The names of the files that pith writes; what programs that copy add stands in between.
inline constexpr std::string_view kSegmentPrefix = "pith-";
inline constexpr std::string_view kSegmentSuffix = ".log";

/// The events and wordings of one segment.
struct Batch {
  std::vector<history::Event> events;
  std::vector<history::Content> contents;
};

/// One look through the folder.
class FolderReading {
 public:
  /// Reads whatever `state` does not know already, and calls `take` with what each file holds.
  void read(const SharedFolder& folder, const history::SyncState& state, SyncReport& report,
            const std::function<void(Batch)>& take);

  std::set<history::Uuid> ids;  ///< Of events that were read.
  std::vector<history::SeenSegment> seen;
  std::set<std::string> untouched;  ///< Names of the files that were not read.
  bool lost = false;                ///< A file holds no more what it held.

 private:
  /// Empty if it is no segment.
  std::optional<Batch> batch_of(std::string_view bytes, history::SeenSegment& file,
                                SyncReport& report);
};

}  // namespace pith::exchange
