// What a history remembers of the folders it is shared through.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace pith::history {

/// A segment file as it was last seen. Times in nanoseconds since 1970, as the file system has
/// them.
struct SeenSegment {
  std::string name;
  std::int64_t size = 0;
  std::int64_t modified = 0;
  std::int64_t changed = 0;
  std::uint64_t hash = 0;  ///< Of its bytes; 0 as long as nobody looked.
  bool sound = true;       ///< Every line of it could be read.
};

/// Whether the file system has the same to say of both.
[[nodiscard]] inline bool look_alike(const SeenSegment& a, const SeenSegment& b) {
  return a.name == b.name && a.size == b.size && a.modified == b.modified && a.changed == b.changed;
}

struct SyncState {
  std::int64_t shared = 0;  ///< Events up to this number are in the folder, if the segments are.
  std::vector<SeenSegment> segments;
};

}  // namespace pith::history
