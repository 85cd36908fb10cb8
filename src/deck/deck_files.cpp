#include "deck/deck_files.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <memory>
#include <string_view>
#include <system_error>
#include <unordered_set>
#include <utility>

#include <dirent.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include "base/below.h"
#include "deck/reading/reader.h"
#include "text/utf8.h"

namespace pith::deck {
namespace {

namespace fs = std::filesystem;

constexpr int kDeepestFolder = 32;

bool is_yaml_name(std::string_view name) {
  return name.ends_with(".yaml") || name.ends_with(".yml");
}

/// A folder under the name it was given, and its own.
struct Folder {
  std::string path;
  std::string canonical;
};

/// As in a path: the parts of fs::path cost more than all else about a file.
std::string beneath(const std::string& folder, std::string_view name) {
  std::string path;
  path.reserve(folder.size() + 1 + name.size());
  path += folder;
  if (!folder.ends_with('/')) {
    path += '/';
  }
  return path += name;
}

enum class EntryKind : std::uint8_t { file, folder, link, other };

EntryKind kind_of(mode_t mode) {
  return S_ISREG(mode)   ? EntryKind::file
         : S_ISDIR(mode) ? EntryKind::folder
         : S_ISLNK(mode) ? EntryKind::link
                         : EntryKind::other;
}

/// What stands at the path, or where the link there leads.
EntryKind kind_behind(const std::string& path) {
  struct stat about {};
  return ::stat(path.c_str(), &about) == 0 ? kind_of(about.st_mode) : EntryKind::other;
}

struct Entry {
  std::string name;
  EntryKind kind = EntryKind::other;
};

/// What a folder holds, hidden entries aside.
struct Listing {
  std::vector<Entry> entries;  ///< In the order of names.
  bool whole = false;          ///< Nothing kept it from being read to its end.
};

EntryKind kind_of(const std::string& folder, const dirent& entry) {
  if (entry.d_type != DT_UNKNOWN) {
    return kind_of(DTTOIF(entry.d_type));
  }
  struct stat about {};
  return ::lstat(beneath(folder, entry.d_name).c_str(), &about) == 0 ? kind_of(about.st_mode)
                                                                     : EntryKind::other;
}

Listing listing_of(const std::string& folder) {
  Listing listing;
  const std::unique_ptr<DIR, int (*)(DIR*)> open(::opendir(folder.c_str()), ::closedir);
  if (!open) {
    return listing;
  }
  errno = 0;
  while (const auto* entry = ::readdir(open.get())) {
    const std::string_view name = entry->d_name;
    if (!name.starts_with('.')) {
      listing.entries.push_back({std::string(name), kind_of(folder, *entry)});
    }
    errno = 0;
  }
  listing.whole = errno == 0;
  std::ranges::sort(listing.entries, {}, &Entry::name);
  return listing;
}

class Search {
 public:
  void add(const fs::path& root, std::size_t index) {
    std::error_code error;
    root_ = index;
    if (fs::is_directory(root, error)) {
      top_ = fs::canonical(root, error);
      visit_folder({root.native(), top_.native()}, 0);
    } else {
      const auto canonical = fs::canonical(root, error);
      add_file(root.native(), (error ? root : canonical).native(), true);
    }
  }

  DeckFiles found;

 private:
  void visit_folder(const Folder& folder, int depth) {
    const auto listing = listing_of(folder.path);
    if (!listing.whole) {
      found.diagnostics.push_back(whole_file(
          Severity::error, folder.path, "this folder cannot be read", "check its permissions"));
    }
    for (const auto& entry : listing.entries) {
      if (entry.kind == EntryKind::link) {
        follow(entry, folder);
      } else if (entry.kind == EntryKind::folder && depth < kDeepestFolder) {
        visit_folder({beneath(folder.path, entry.name), beneath(folder.canonical, entry.name)},
                     depth + 1);
      } else if (entry.kind == EntryKind::file && is_yaml_name(entry.name)) {
        add_file(beneath(folder.path, entry.name), beneath(folder.canonical, entry.name), false);
      }
    }
  }

  /// Links to folders are left alone: they may lead in circles.
  void follow(const Entry& link, const Folder& folder) {
    std::error_code error;
    auto path = beneath(folder.path, link.name);
    const auto canonical = fs::canonical(path, error);
    if (error && is_yaml_name(link.name)) {
      found.diagnostics.push_back(whole_file(Severity::error, path, "this link leads nowhere",
                                             "restore what it led to, or remove it"));
    } else if (!error && base::is_below(canonical, top_) && is_yaml_name(link.name) &&
               kind_behind(path) == EntryKind::file) {
      add_file(std::move(path), canonical.native(), false);
    }
  }

  void add_file(std::string path, std::string canonical, bool named) {
    const bool fresh = seen_.insert(std::move(canonical)).second;
    found.files.push_back({std::move(path), root_, named, !fresh});
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
