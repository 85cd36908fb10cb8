#include "deck/collection.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <system_error>
#include <unordered_map>
#include <variant>

#include <fmt/format.h>

#include "deck/deck_cache.h"
#include "text/utf8.h"

namespace pith::deck {
namespace {

namespace fs = std::filesystem;

constexpr int kDeepestFolder = 32;

std::string shown(const fs::path& path) {
  return text::repair_utf8(path.string());
}

Diagnostic whole_file(const fs::path& path, std::string message, std::string hint) {
  return {Severity::error, shown(path), {}, std::move(message), std::move(hint), {}};
}

/// The bytes of a regular file, or what keeps it from being read.
std::variant<std::string, Diagnostic> read_bytes(const fs::path& path) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (!fs::exists(status)) {
    return whole_file(path, "there is no such file", "check the path");
  }
  if (!fs::is_regular_file(status)) {
    return whole_file(
        path,
        fs::is_directory(status) ? "this is a folder, not a deck file" : "this is no regular file",
        "name a YAML file");
  }
  if (fs::file_size(path, error) > kLargestDeckFile) {
    return whole_file(path, fmt::format("larger than {} MB", kLargestDeckFile >> 20U),
                      "split it into several decks");
  }
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (!file.is_open() || file.bad()) {
    return whole_file(path, "this file cannot be read", "check its permissions");
  }
  return bytes;
}

bool is_yaml_name(const fs::path& path) {
  return path.extension() == ".yaml" || path.extension() == ".yml";
}

bool is_hidden(const fs::path& path) {
  return path.filename().string().starts_with('.');
}

bool is_below(const fs::path& path, const fs::path& folder) {
  const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end() && rest != path.end();
}

class Loader {
 public:
  explicit Loader(const DeckCache& cache) : cache_(cache) {}

  void load(const fs::path& path) {
    std::error_code error;
    if (fs::is_directory(path, error)) {
      load_folder(path);
    } else if (is_new(path)) {
      load_named(path);
    }
  }

  Collection collection;

 private:
  void load_named(const fs::path& path) {
    const auto read = read_bytes(path);
    if (const auto* diagnostic = std::get_if<Diagnostic>(&read)) {
      collection.diagnostics.push_back(*diagnostic);
    } else {
      add(cache_.read(std::get<std::string>(read), path.string()));
    }
  }

  void load_folder(const fs::path& folder) {
    std::error_code error;
    const auto root = fs::canonical(folder, error);
    const auto before = met_;
    search(folder, root, 0);
    if (before == met_) {
      collection.diagnostics.push_back(
          {Severity::warning,
           shown(folder),
           {},
           "there is no deck in this folder",
           "a deck is a file that ends in .yaml and has 'items:' at the top",
           {}});
    }
  }

  void search(const fs::path& folder, const fs::path& root, int depth) {
    std::error_code error;
    std::vector<fs::path> entries;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
      entries.push_back(entry->path());
    }
    if (error) {
      collection.diagnostics.push_back(
          whole_file(folder, "this folder cannot be read", "check its permissions"));
    }
    std::sort(entries.begin(), entries.end());
    for (const auto& entry : entries) {
      visit(entry, root, depth);
    }
  }

  void visit(const fs::path& entry, const fs::path& root, int depth) {
    std::error_code error;
    if (is_hidden(entry) || !is_below(fs::canonical(entry, error), root) || error) {
      return;
    }
    if (fs::is_directory(entry, error)) {
      if (depth < kDeepestFolder && !fs::is_symlink(entry, error)) {
        search(entry, root, depth + 1);
      }
    } else if (is_yaml_name(entry) && fs::is_regular_file(entry, error)) {
      load_found(entry);
    }
  }

  /// A file that nobody named: a deck only if it looks like one.
  void load_found(const fs::path& path) {
    if (!is_new(path)) {
      ++met_;
      return;
    }
    const auto read = read_bytes(path);
    if (const auto* diagnostic = std::get_if<Diagnostic>(&read)) {
      ++met_;
      collection.diagnostics.push_back(*diagnostic);
    } else if (const auto& bytes = std::get<std::string>(read); looks_like_deck(bytes)) {
      ++met_;
      add(cache_.read(bytes, path.string()));
    } else {
      collection.skipped.push_back(shown(path));
    }
  }

  bool is_new(const fs::path& path) {
    std::error_code error;
    const auto canonical = fs::canonical(path, error);
    return seen_.insert(error ? path : canonical).second;
  }

  void add(ReadResult result) {
    auto& all = collection.diagnostics;
    all.insert(all.end(), result.diagnostics.begin(), result.diagnostics.end());
    if (!result.deck) {
      return;
    }
    const auto [owner, fresh] = owners_.emplace(result.deck->id, result.deck->path);
    if (fresh) {
      collection.decks.push_back(std::move(*result.deck));
      return;
    }
    all.push_back(
        {Severity::error,
         shown(result.deck->path),
         result.deck->at,
         fmt::format("duplicate deck id '{}'", result.deck->id),
         fmt::format("{} has it already; give this deck another 'deck:'", shown(owner->second)),
         {}});
  }

  const DeckCache& cache_;
  std::set<fs::path> seen_;
  std::size_t met_ = 0;  // deck files in folders, usable or not, new or not
  std::unordered_map<std::string, std::string> owners_;
};

}  // namespace

Collection load_collection(std::span<const fs::path> paths) {
  return load_collection(paths, DeckCache({}, {}));
}

Collection load_collection(std::span<const fs::path> paths, const DeckCache& cache) {
  Loader loader(cache);
  for (const auto& path : paths) {
    loader.load(path);
  }
  return std::move(loader.collection);
}

ReadResult read_deck_file(const fs::path& path) {
  auto read = read_bytes(path);
  if (auto* diagnostic = std::get_if<Diagnostic>(&read)) {
    return {std::nullopt, {std::move(*diagnostic)}};
  }
  return read_deck(std::get<std::string>(read), path.string());
}

const Item* find_item(const Collection& collection, std::string_view full_id) {
  const auto slash = full_id.find('/');
  if (slash == std::string_view::npos) {
    return nullptr;
  }
  const auto deck_id = full_id.substr(0, slash);
  const auto item_id = full_id.substr(slash + 1);
  const Item* former = nullptr;
  for (const auto& deck : collection.decks) {
    const bool once = std::find(deck.was.begin(), deck.was.end(), deck_id) != deck.was.end();
    if (deck.id != deck_id && !once) {
      continue;
    }
    for (const auto& item : deck.items) {
      if (item.id == item_id && deck.id == deck_id) {
        return &item;
      }
      if (former == nullptr && (item.id == item_id || std::find(item.was.begin(), item.was.end(),
                                                                item_id) != item.was.end())) {
        former = &item;
      }
    }
  }
  return former;
}

bool has_error(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& diagnostic) {
    return diagnostic.severity == Severity::error;
  });
}

}  // namespace pith::deck
