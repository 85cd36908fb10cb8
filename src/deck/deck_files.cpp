#include "deck/deck_files.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "deck/reader.h"
#include "text/utf8.h"

namespace pith::deck {
namespace {

namespace fs = std::filesystem;

constexpr int kDeepestFolder = 32;

bool is_yaml_name(const fs::path& path) {
  return path.extension() == ".yaml" || path.extension() == ".yml";
}

bool is_hidden(const fs::path& path) {
  return path.filename().native().starts_with('.');
}

bool is_below(const fs::path& path, const fs::path& folder) {
  const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end() && rest != path.end();
}

/// A folder under the name it was given, and its own.
struct Folder {
  fs::path path;
  fs::path canonical;
};

class Search {
 public:
  void add(const fs::path& root, std::size_t index) {
    std::error_code error;
    root_ = index;
    if (fs::is_directory(root, error)) {
      top_ = fs::canonical(root, error);
      visit_folder({root, top_}, 0);
    } else {
      const auto canonical = fs::canonical(root, error);
      add_file(root, error ? root : canonical, true);
    }
  }

  DeckFiles found;

 private:
  void visit_folder(const Folder& folder, int depth) {
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator entry(folder.path, error), end; !error && entry != end;
         entry.increment(error)) {
      if (!is_hidden(entry->path())) {
        entries.push_back(*entry);
      }
    }
    if (error) {
      found.diagnostics.push_back(whole_file(
          Severity::error, folder.path, "this folder cannot be read", "check its permissions"));
    }
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
      return a.path().native() < b.path().native();  // of one folder: comparing paths costs more
    });
    for (const auto& entry : entries) {
      visit(entry, folder, depth);
    }
  }

  void visit(const fs::directory_entry& entry, const Folder& folder, int depth) {
    std::error_code error;
    const bool link = entry.is_symlink(error);
    const auto canonical =
        link ? fs::canonical(entry.path(), error) : folder.canonical / entry.path().filename();
    if (error || (link && !is_below(canonical, top_))) {
      return;
    }
    if (entry.is_directory(error)) {
      if (depth < kDeepestFolder && !link) {
        visit_folder({entry.path(), canonical}, depth + 1);
      }
    } else if (is_yaml_name(entry.path()) && entry.is_regular_file(error)) {
      add_file(entry.path(), canonical, false);
    }
  }

  void add_file(const fs::path& path, const fs::path& canonical, bool named) {
    const bool fresh = seen_.insert(canonical.native()).second;
    found.files.push_back({path, root_, named, !fresh});
  }

  std::size_t root_ = 0;
  fs::path top_;  ///< Canonical, of the folder being searched.
  std::unordered_set<std::string> seen_;
};

}  // namespace

DeckFiles find_deck_files(std::span<const fs::path> roots) {
  Search search;
  for (std::size_t i = 0; i < roots.size(); ++i) {
    search.add(roots[i], i);
  }
  return std::move(search.found);
}

Diagnostic whole_file(Severity severity, const fs::path& path, std::string message,
                      std::string hint) {
  return {severity, text::repair_utf8(path.string()), {}, std::move(message), std::move(hint), {}};
}

std::variant<std::string, Diagnostic> read_bytes(const fs::path& path) {
  const auto refuse = [&](std::string message, std::string hint) {
    return whole_file(Severity::error, path, std::move(message), std::move(hint));
  };
  std::error_code error;
  const auto status = fs::status(path, error);
  if (!fs::exists(status)) {
    return refuse("there is no such file", "check the path");
  }
  if (fs::is_directory(status)) {
    return refuse("this is a folder, not a deck file", "name a YAML file");
  }
  if (!fs::is_regular_file(status)) {
    return refuse("this is no regular file", "name a YAML file");
  }
  if (fs::file_size(path, error) > kLargestDeckFile) {
    return refuse(fmt::format("larger than {} MB", kLargestDeckFile >> 20U),
                  "split it into several decks");
  }
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (!file.is_open() || file.bad()) {
    return refuse("this file cannot be read", "check its permissions");
  }
  return bytes;
}

}  // namespace pith::deck
