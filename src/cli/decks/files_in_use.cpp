#include "cli/decks/files_in_use.h"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>

#include "base/error.h"
#include "base/to_translate.h"
#include "cli/decks/decks.h"
#include "cli/files/history_file.h"
#include "deck/selector.h"
#include "history/companions.h"

namespace pith::cli {
namespace {

namespace fs = std::filesystem;

/// With links followed; empty if there can be no such file.
fs::path whole_path(const fs::path& path) {
  std::error_code error;
  return fs::weakly_canonical(fs::absolute(path, error), error);
}

/// Of two that need not be there.
bool lead_to_one_file(const fs::path& one, const fs::path& other) {
  std::error_code error;
  const auto place = whole_path(one);
  return fs::equivalent(one, other, error) || (!place.empty() && place == whole_path(other));
}

void add_decks(std::vector<FileInUse>& files, const std::vector<std::string>& paths) {
  constexpr auto kDeck = base::to_translate("{}: this file is a deck; name another one");
  for (const auto& path : paths) {
    files.push_back({path, kDeck});
  }
}

/// The files of decks, sound or not.
template <typename Decks>
std::vector<std::string> paths_of(const Decks& decks, const deck::Diagnostics& diagnostics) {
  std::vector<std::string> paths;
  std::ranges::transform(decks, std::back_inserter(paths), [](const auto& it) { return it.path; });
  for (const auto& diagnostic : diagnostics) {
    if (diagnostic.severity == deck::Severity::error) {
      paths.push_back(diagnostic.file);
    }
  }
  return paths;
}

}  // namespace

std::vector<FileInUse> history_in_use(const Context& context) {
  constexpr auto kHistory = base::to_translate("{}: this file is the history; name another one");
  constexpr auto kBeside =
      base::to_translate("{}: this file belongs to the history; name another one");
  const auto named = history_file(context);
  const auto linked = whole_path(named);
  std::vector<FileInUse> files = {{named, kHistory}, {history::beside(named, ".lock"), kBeside}};
  for (const auto suffix : history::kCompanions) {
    files.push_back({history::beside(linked, suffix), kBeside});
  }
  return files;
}

std::vector<FileInUse> files_in_use(const Context& context,
                                    std::span<const std::string> selectors) {
  auto files = history_in_use(context);
  const auto asked = index_decks(context, Missing::ignored);
  add_decks(files, paths_of(asked.decks(), asked.errors()));
  std::vector<fs::path> named;
  for (const auto& selector : selectors) {
    std::error_code error;
    if (const auto path = deck::as_path(selector)) {
      named.push_back(path->path);
    } else if (fs::exists(selector, error)) {  // named without what marks a path
      named.emplace_back(selector);
    }
  }
  if (!named.empty()) {
    const auto decks = load_decks(context, named);
    add_decks(files, paths_of(decks.decks, decks.diagnostics));
  }
  return files;
}

std::string why_in_use(const fs::path& target, std::span<const FileInUse> files,
                       std::string_view named_by) {
  const auto found = std::ranges::find_if(
      files, [&](const FileInUse& file) { return lead_to_one_file(target, file.path); });
  return found == files.end() ? std::string() : fmt::format(fmt::runtime(found->refusal), named_by);
}

void refuse_in_use(const fs::path& target, std::span<const FileInUse> files,
                   std::string_view named_by) {
  if (const auto why = why_in_use(target, files, named_by); !why.empty()) {
    throw UsageError(why);
  }
}

}  // namespace pith::cli
