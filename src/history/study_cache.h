// What was read of the log before, in the cache folder: so that a long history is not decoded anew
// for every statistic. Events only ever come after others, so what was read of a log stays true of
// its beginning; what is undone, renamed or reset later is looked up each time. Internal to this
// folder.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "deck/index/deck_cache.h"
#include "history/database.h"
#include "history/study_rows.h"

namespace pith::history {

/// All of the log up to the event numbered `last`, in stretches one after the other.
struct KeptRows {
  std::int64_t last = 0;
  std::vector<StudyRows> parts;
};

class StudyCache {
 public:
  /// Keeps nothing without a cache. Both must outlive this.
  StudyCache(const deck::DeckCache* cache, Database& database);

  /// What was kept of the first `events` of this log, or fewer; nothing if any event of them has
  /// another id, or any item another name, than when it was kept. Throws StorageError.
  [[nodiscard]] KeptRows load(std::int64_t events) const;
  /// Keeps them in place of others, if that can be. Throws StorageError.
  void save(KeptRows& rows) const;

 private:
  const deck::DeckCache* cache_;
  Database& database_;
  std::string name_;
};

}  // namespace pith::history
