#include "deck/index/collection_index.h"

#include <algorithm>
#include <chrono>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "base/parallel.h"
#include "base/sha256.h"
#include "deck/index/index_file.h"
#include "deck/index/indexed_file.h"

namespace pith::deck {
namespace {

namespace fs = std::filesystem;

/// Longer than the ticks of any file system's clock: within one a file may change twice and look
/// the same.
constexpr std::int64_t kTick = 2'000'000'000;

/// Each list of paths has an index of its own.
std::string index_name(std::span<const fs::path> roots) {
  base::Sha256 hash;
  for (const auto& root : roots) {
    std::error_code error;
    hash.update(fs::absolute(root, error).string() + '\n');
  }
  return "index-" + base::to_hex(hash.finish()).substr(0, 16);
}

/// Finds what is known of a file. It costs least to ask in the order in which the entries stand,
/// which is that of the files.
class KnownEntries {
 public:
  explicit KnownEntries(std::span<IndexEntry> entries) : entries_(entries) {}

  /// Null if there is nothing.
  IndexEntry* find(const std::string& path) {
    if (next_ < entries_.size() && entries_[next_].path == path) {
      return &entries_[next_++];
    }
    if (places_.empty()) {
      for (std::size_t i = 0; i < entries_.size(); ++i) {
        places_.emplace(entries_[i].path, i);
      }
    }
    const auto found = places_.find(path);
    if (found == places_.end()) {
      return nullptr;
    }
    next_ = found->second + 1;
    return &entries_[found->second];
  }

 private:
  std::span<IndexEntry> entries_;
  std::size_t next_ = 0;
  std::unordered_map<std::string_view, std::size_t> places_;  ///< Filled when first needed.
};

/// At a misspelt 'items', else at the first mistake.
Diagnostic why_passed_over(const std::string& path) {
  const auto all = read_deck_file(path).diagnostics;
  const auto slip = std::ranges::find_if(
      all, [](const Diagnostic& each) { return each.hint.ends_with("'items'?"); });
  const auto first = std::ranges::find(all, Severity::error, &Diagnostic::severity);
  auto why = slip != all.end()    ? *slip
             : first != all.end() ? *first
                                  : whole_file({}, path, "'items:' does not begin a line",
                                               "put 'items:' at the beginning of a line");
  why.severity = Severity::warning;
  why.message = fmt::format("this is no deck and was passed over: {}", why.message);
  return why;
}

}  // namespace

std::int64_t file_time_now() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

CollectionIndex::CollectionIndex(std::span<const fs::path> roots, DeckCache cache,
                                 const CompileProgress& progress, std::int64_t now)
    : cache_(std::move(cache)), begun_(now) {
  auto found = find_deck_files(roots);
  diagnostics_ = std::move(found.diagnostics);
  files_.reserve(found.files.size());
  for (auto& file : found.files) {
    files_.emplace_back(std::move(file));
  }
  const auto name = index_name(roots);
  auto known = load_index(cache_, name);
  std::vector<std::size_t> changed;
  look(known, changed);
  compile(changed, progress);
  const auto kept = std::ranges::count_if(
      files_, [](const IndexedFile& file) { return !file.found.repeated && !file.unreadable; });
  if (!changed.empty() || std::cmp_not_equal(kept, known.entries.size())) {
    save(name);
  }
  number_decks();
  for (std::size_t root = 0; root < roots.size(); ++root) {
    std::error_code error;
    const bool empty = std::ranges::none_of(
        files_, [&](const IndexedFile& file) { return file.found.root == root && file.is_deck(); });
    if (empty && fs::is_directory(roots[root], error)) {
      diagnostics_.push_back(
          whole_file(Severity::warning, roots[root], "there is no deck in this folder",
                     "a deck is a file that ends in .yaml and has 'items:' at the top"));
    }
  }
}

CollectionIndex::CollectionIndex(CollectionIndex&&) noexcept = default;
CollectionIndex& CollectionIndex::operator=(CollectionIndex&&) noexcept = default;
CollectionIndex::~CollectionIndex() = default;

/// Takes over what is known of files that look as they did, and names the others.
void CollectionIndex::look(IndexFile& known, std::vector<std::size_t>& changed) {
  KnownEntries entries(known.entries);
  for (std::size_t i = 0; i < files_.size(); ++i) {
    auto& file = files_[i];
    if (file.found.repeated) {
      continue;
    }
    auto* before = entries.find(file.found.path);
    const bool same = before != nullptr && before->named == file.found.named &&
                      before->stamp.changed + kTick < known.begun &&
                      base::stamp_of(file.found.path) == before->stamp;
    if (same) {
      file.entry = {before->path,           before->named,       before->stamp,
                    std::move(before->key), before->passed_over, std::move(before->deck)};
      // the path is still looked for
    } else {
      changed.push_back(i);
    }
  }
}

void CollectionIndex::compile(const std::vector<std::size_t>& changed,
                              const CompileProgress& progress) {
  base::in_parallel(
      changed.size(), [&](std::size_t i) { files_[changed[i]].read(cache_); }, progress);
}

void CollectionIndex::save(const std::string& name) const {
  IndexFile index{begun_, {}};
  std::unordered_set<std::string> wanted = {name};
  for (const auto& file : files_) {
    if (!file.found.repeated && !file.unreadable) {
      index.entries.push_back(file.entry);
      wanted.insert(file.entry.key);
    }
  }
  save_index(cache_, name, index);
  cache_.prune(wanted);
}

/// Takes the summaries out of the entries, which need not be kept any more.
void CollectionIndex::number_decks() {
  decks_.reserve(files_.size());
  by_id_.reserve(files_.size());
  for (std::size_t i = 0; i < files_.size(); ++i) {
    auto& deck = files_[i].entry.deck;
    if (!deck) {
      continue;
    }
    const auto [owner, fresh] = by_id_.emplace(deck->id, decks_.size());
    if (fresh) {
      decks_.push_back(std::move(*deck));
      file_of_.push_back(i);
      continue;
    }
    const auto& other = files_[file_of_[owner->second]].found.path;
    auto taken = whole_file(Severity::error, files_[i].found.path,
                            fmt::format("duplicate deck id '{}'", deck->id),
                            fmt::format("{} has it already; give this deck another 'deck:'",
                                        whole_file(Severity::error, other, {}, {}).file));
    taken.at = deck->at;
    diagnostics_.push_back(std::move(taken));
  }
}

std::optional<std::size_t> CollectionIndex::find(const std::string& deck) const {
  const auto found = by_id_.find(deck);
  return found == by_id_.end() ? std::nullopt : std::optional(found->second);
}

const Item* CollectionIndex::item(std::size_t deck, const std::string& id) const {
  return files_[file_of_[deck]].item(cache_, id);
}

Deck CollectionIndex::deck(std::size_t place) const {
  auto read = files_[file_of_[place]].whole(cache_);
  return read.deck ? std::move(*read.deck) : Deck{};
}

Diagnostics CollectionIndex::errors() const {
  auto errors = diagnostics_;
  for (const auto& file : files_) {
    if (file.unreadable) {
      errors.push_back(*file.unreadable);
    } else if (file.is_broken()) {
      const auto& all = file.compiled(cache_).head().diagnostics;
      errors.insert(errors.end(), all.begin(), all.end());
    }
  }
  std::erase_if(errors, [](const Diagnostic& it) { return it.severity != Severity::error; });
  return errors;
}

Diagnostics CollectionIndex::passed_over() const {
  Diagnostics warnings;
  for (const auto& file : files_) {
    if (file.entry.passed_over) {
      warnings.push_back(why_passed_over(file.found.path));
    }
  }
  return warnings;
}

Collection CollectionIndex::collection() const {
  Collection collection;
  collection.diagnostics = diagnostics_;
  collection.passed_over = passed_over();
  auto& all = collection.diagnostics;
  auto next = file_of_.begin();
  for (std::size_t i = 0; i < files_.size(); ++i) {
    const auto& file = files_[i];
    if (file.unreadable) {
      all.push_back(*file.unreadable);
    } else if (!file.is_deck()) {
      collection.skipped.push_back(whole_file(Severity::error, file.found.path, {}, {}).file);
    } else if (!file.found.repeated) {
      auto read = file.whole_once(cache_);
      all.insert(all.end(), read.diagnostics.begin(), read.diagnostics.end());
      if (next != file_of_.end() && *next == i) {
        ++next;
        if (read.deck) {
          collection.decks.push_back(std::move(*read.deck));
        }
      }
    }
  }
  return collection;
}

}  // namespace pith::deck
