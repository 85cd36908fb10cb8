#include "cli/decks/decks.h"

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "base/error.h"
#include "cli/settings/config.h"
#include "cli/tell.h"
#include "deck/index/deck_cache.h"

namespace pith::cli {
namespace {

namespace fs = std::filesystem;

/// Tells this build of pith from others, which may read decks otherwise.
std::string program_stamp() {
  std::error_code error;
  const auto self = fs::read_symlink("/proc/self/exe", error);
  return fmt::format("{} {}", fs::last_write_time(self, error).time_since_epoch().count(),
                     fs::file_size(self, error));
}

/// Tells on a terminal how far reading many decks has come.
deck::CompileProgress progress_for(const Context& context) {
  constexpr std::size_t kWorthTelling = 20;
  if (!context.screen.err_is_terminal || context.screen.dumb) {
    return {};
  }
  return [&err = context.err, &tr = context.tr](std::size_t done, std::size_t all) {
    if (all >= kWorthTelling && done == all) {
      err << "\r\x1b[K" << std::flush;
    } else if (all >= kWorthTelling) {
      err << '\r' << tr.format("reading decks: {} of {}", done, all) << std::flush;
    }
  };
}

deck::CollectionIndex index(const Context& context, std::span<const fs::path> paths) {
  return {paths, cache_of(context, "decks"), progress_for(context)};
}

/// A path as somebody wrote it where no shell reads it: `~/` is the home folder, and what is
/// relative stands below `base`.
fs::path path_written(const Context& context, const fs::path& base, std::string_view path) {
  if (path == "~") {
    return context.paths.home;
  }
  return path.starts_with("~/") ? context.paths.home / path.substr(2) : base / path;
}

std::vector<fs::path> split_path_list(const Context& context, std::string_view list) {
  std::vector<fs::path> paths;
  while (!list.empty()) {
    const auto colon = std::min(list.find(':'), list.size());
    if (colon > 0) {
      paths.push_back(path_written(context, {}, list.substr(0, colon)));
    }
    list.remove_prefix(std::min(colon + 1, list.size()));
  }
  return paths;
}

/// `decks:` of the configuration, whose own folder is what relative paths stand below.
std::vector<fs::path> paths_of_config(const Context& context) {
  std::vector<fs::path> paths;
  for (const auto& path : config_of(context).decks) {
    paths.push_back(path_written(context, context.paths.config, path));
  }
  return paths;
}

bool is_there(const fs::path& path) {
  std::error_code error;
  return fs::exists(path, error) || error;  // reading says what is wrong with it
}

/// Where the learner's own decks are to be, and what says so.
struct OwnPaths {
  std::string_view named_by;
  std::vector<fs::path> paths;
};

OwnPaths own_paths(const Context& context) {
  if (!context.options.decks.empty()) {
    std::vector<fs::path> paths;
    for (const auto& path : context.options.decks) {
      paths.push_back(path_written(context, {}, path));
    }
    return {"--decks", std::move(paths)};
  }
  if (context.deck_path) {
    return {"PITH_DECKS", split_path_list(context, *context.deck_path)};
  }
  if (auto configured = paths_of_config(context); !configured.empty()) {
    return {"config.yaml", std::move(configured)};
  }
  const auto folder = context.paths.data / "decks";
  return {"", fs::exists(folder) ? std::vector{folder} : std::vector<fs::path>()};
}

/// Throws UsageError if one of the paths is not there: to go on without it, with the shipped decks
/// or none, would log answers to other questions than those that are meant.
void require_all(const OwnPaths& own) {
  const auto absent = std::ranges::find_if_not(own.paths, is_there);
  if (absent != own.paths.end()) {
    throw UsageError(fmt::format("{}: there is no '{}': correct the path, or make the folder",
                                 own.named_by, absent->string()));
  }
}

bool holds_items(const deck::CollectionIndex& own) {
  return !own.errors().empty() ||
         std::ranges::any_of(own.decks(),
                             [](const deck::DeckSummary& deck) { return deck.items > 0; });
}

/// Whether the learner names the folder of the shipped decks as one of their own.
bool own_shipped(const Context& context) {
  std::error_code error;
  return std::ranges::any_of(own_paths(context).paths, [&](const fs::path& path) {
    return fs::equivalent(path, context.paths.shipped_decks, error);
  });
}

/// Files of shipped decks whose ids no own deck has.
std::vector<fs::path> shipped_beside(const Context& context, const deck::CollectionIndex& own) {
  const auto shipped = index_shipped(context);
  std::vector<fs::path> files;
  for (const auto& deck : shipped.decks()) {
    if (!own.find(deck.id)) {
      files.emplace_back(deck.path);
    }
  }
  return files;
}

}  // namespace

bool is_file_of(const fs::path& file, std::string_view id) {
  return file.filename().string().starts_with(std::string(id) + ".");
}

deck::DeckCache cache_of(const Context& context, std::string_view folder) {
  return {context.paths.cache / folder, program_stamp()};
}

deck::CollectionIndex index_shipped(const Context& context) {
  return index(context, std::span(&context.paths.shipped_decks, 1));
}

deck::CollectionIndex index_decks(const Context& context, Missing missing) {
  auto [named_by, paths] = own_paths(context);
  if (missing == Missing::refused) {
    require_all({named_by, paths});
  }
  std::erase_if(paths, [](const fs::path& path) { return !is_there(path); });
  auto own = index(context, paths);
  std::error_code error;
  const bool shipped = fs::is_directory(context.paths.shipped_decks, error);
  if (!context.options.decks.empty() || holds_items(own) || !shipped) {
    return own;
  }
  const auto more = shipped_beside(context, own);
  paths.insert(paths.end(), more.begin(), more.end());
  return index(context, paths);
}

bool is_shipped(const Context& context, const fs::path& deck) {
  return deck.parent_path() == context.paths.shipped_decks && !own_shipped(context);
}

bool are_shipped_asked(const Context& context) {
  const auto index = index_decks(context);
  return std::ranges::any_of(
      index.decks(), [&](const deck::DeckSummary& deck) { return is_shipped(context, deck.path); });
}

void say_if_set_aside(Context& context, bool asked_before) {
  if (asked_before && !are_shipped_asked(context)) {
    tell(context, context.tr.format("From now on pith asks your own decks; `pith new deck ID "
                                    "--shipped` copies a shipped one to {}.",
                                    own_deck_folder(context).string()));
  }
}

void warn_of_nothing(Context& context, bool any_decks) {
  if (!any_decks) {
    tell(context, context.tr.format("pith: there is no deck in {}; `pith new deck` begins one",
                                    own_deck_folder(context).string()));
  }
}

deck::Collection load_decks(const Context& context, std::span<const fs::path> paths) {
  return index(context, paths).collection();
}

deck::Collection load_decks(const Context& context, Missing missing) {
  return index_decks(context, missing).collection();
}

fs::path own_deck_folder(const Context& context) {
  const auto own = own_paths(context);
  if (!context.options.decks.empty()) {
    require_all(own);
  }
  const auto folder = std::ranges::find_if(own.paths, [](const fs::path& path) {
    std::error_code error;
    return !fs::is_regular_file(path, error);
  });
  return folder == own.paths.end() ? context.paths.data / "decks" : *folder;
}

std::optional<fs::path> deck_folder_that_is_read(const Context& context) {
  auto folder = own_deck_folder(context);
  const auto own = own_paths(context).paths;
  std::error_code error;
  const bool is_read = std::ranges::find(own, folder) != own.end();
  return is_read && fs::is_directory(folder, error) ? std::optional(std::move(folder))
                                                    : std::nullopt;
}

void require_own(const Context& context, const deck::Deck& deck) {
  if (is_shipped(context, deck.path)) {
    throw UsageError(
        fmt::format("'{}' came with pith and is not edited: copy it to {} first, with `pith new "
                    "deck {} --shipped`",
                    deck.path, own_deck_folder(context).string(), deck.id));
  }
}

}  // namespace pith::cli
