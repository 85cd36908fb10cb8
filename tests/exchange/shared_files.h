// What lies in a folder that devices share, and what a history has of it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "history/store.h"

namespace pith::test {

inline void write(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

/// In the order of their names.
inline std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// Of all events, none of them twice.
inline std::set<history::Uuid> ids_of(const history::History& history) {
  std::set<history::Uuid> ids;
  history.for_each_event(0, [&](std::int64_t, const history::Event& event) {
    CHECK(ids.insert(event.stamp.id).second);
  });
  return ids;
}

}  // namespace pith::test
