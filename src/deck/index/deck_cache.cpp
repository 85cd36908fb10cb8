#include "deck/index/deck_cache.h"

#include <algorithm>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "base/error.h"
#include "base/sha256.h"
#include "base/write_all.h"

namespace pith::deck {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostUnwanted = 200;

}  // namespace

std::string DeckCache::key_of(std::string_view path, std::string_view bytes) const {
  base::Sha256 hash;
  for (const auto part : {std::string_view(program_), path, bytes}) {
    hash.update(fmt::format("{}:", part.size()));
    hash.update(part);
  }
  return base::to_hex(hash.finish());
}

std::optional<CompiledDeck> DeckCache::deck(const std::string& key) const {
  auto file = map(key);
  return file ? CompiledDeck::from(std::move(file)) : std::nullopt;
}

std::unique_ptr<base::MappedFile> DeckCache::map(const std::string& name) const {
  std::error_code error;
  if (folder_.empty() || !fs::is_regular_file(folder_ / name, error)) {
    return nullptr;
  }
  try {
    return std::make_unique<base::MappedFile>(folder_ / name);
  } catch (const StorageError&) {
    return nullptr;
  }
}

bool DeckCache::put(const std::string& name, std::string_view bytes) const {
  if (folder_.empty()) {
    return false;
  }
  std::error_code error;
  fs::create_directories(folder_, error);
  const auto beside = folder_ / fmt::format("{}.{}.part", name, ::getpid());
  const int descriptor =
      ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor < 0) {
    return false;
  }
  const bool written = base::write_all(descriptor, bytes);
  if (::close(descriptor) == 0 && written) {
    fs::rename(beside, folder_ / name, error);
    if (!error) {
      return true;
    }
  }
  fs::remove(beside, error);
  return false;
}

void DeckCache::prune(const std::unordered_set<std::string>& wanted) const {
  std::error_code error;
  std::vector<std::pair<fs::file_time_type, fs::path>> entries;
  for (fs::directory_iterator entry(folder_, error), end; !error && entry != end;
       entry.increment(error)) {
    if (!wanted.contains(entry->path().filename().string())) {
      entries.emplace_back(fs::last_write_time(entry->path(), error), entry->path());
    }
  }
  std::sort(entries.begin(), entries.end());
  for (std::size_t i = 0; i + kMostUnwanted < entries.size(); ++i) {
    fs::remove(entries[i].second, error);
  }
}

}  // namespace pith::deck
