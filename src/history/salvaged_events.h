// Events on their way from a history that may be damaged to a sound one. Internal to this folder.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/error.h"
#include "history/database.h"
#include "history/store.h"

namespace pith::history {

/// What `read` gives; empty where the file is damaged.
template <typename Read>
auto if_readable(Read read) -> std::optional<decltype(read())> {
  try {
    return read();
  } catch (const StorageError&) {
    return std::nullopt;
  }
}

/// Whether an event that was read from a damaged file can be one.
[[nodiscard]] bool is_plausible(const Event& event);

/// Collects events, and their contents, until there are enough to be merged.
class SalvagedEvents {
 public:
  /// Both must outlive it.
  SalvagedEvents(Database& from, History& into) : from_(from), into_(into) {}

  void add(Event event);
  /// Must be called at the end.
  void flush();

  std::size_t kept = 0;  ///< Events that were not there already.

 private:
  Database& from_;
  History& into_;
  std::set<std::string> seen_;
  std::vector<Event> events_;
  std::vector<Content> contents_;
};

}  // namespace pith::history
