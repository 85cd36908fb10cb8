#include "deck/deck_cache.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <unistd.h>

#include "deck/compiled.h"
#include "text/sha256.h"

namespace pith::deck {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostEntries = 200;
constexpr std::size_t kSmallest = 4096;  ///< Smaller files are read as fast without.

std::string key_of(std::string_view program, std::string_view path, std::string_view bytes) {
  text::Sha256 hash;
  for (const auto part : {program, path, bytes}) {
    hash.update(fmt::format("{}:", part.size()));
    hash.update(part);
  }
  return text::to_hex(hash.finish());
}

std::string contents(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// Removes the oldest entries beyond a number that many decks and some of their edits need.
void prune(const fs::path& folder) {
  std::error_code error;
  std::vector<std::pair<fs::file_time_type, fs::path>> entries;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    entries.emplace_back(fs::last_write_time(entry->path(), error), entry->path());
  }
  std::sort(entries.begin(), entries.end());
  for (std::size_t i = 0; i + kMostEntries < entries.size(); ++i) {
    fs::remove(entries[i].second, error);
  }
}

void keep(const fs::path& folder, const std::string& key, const std::string& bytes) {
  std::error_code error;
  fs::create_directories(folder, error);
  const auto beside = folder / fmt::format("{}.{}.part", key, ::getpid());
  std::ofstream out(beside, std::ios::binary | std::ios::trunc);
  out << bytes;
  out.close();
  if (out) {
    fs::rename(beside, folder / key, error);
  }
  if (!out || error) {
    fs::remove(beside, error);
    return;
  }
  prune(folder);
}

}  // namespace

ReadResult DeckCache::read(std::string_view bytes, const std::string& path) const {
  if (folder_.empty() || bytes.size() < kSmallest) {
    return read_deck(bytes, path);
  }
  const auto key = key_of(program_, path, bytes);
  if (auto known = from_compiled(contents(folder_ / key))) {
    return std::move(*known);
  }
  auto read = read_deck(bytes, path);
  keep(folder_, key, compiled(read));
  return read;
}

}  // namespace pith::deck
