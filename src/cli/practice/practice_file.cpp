#include "cli/practice/practice_file.h"

#include <algorithm>
#include <map>
#include <span>
#include <sstream>
#include <system_error>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/error.h"
#include "cli/decks/decks.h"
#include "cli/decks/diagnosis.h"
#include "cli/decks/selection.h"
#include "cli/settings/small_file.h"
#include "cli/tell.h"
#include "deck/selector.h"
#include "deck/yaml/clean_text.h"
#include "deck/yaml/complaints.h"
#include "text/similar.h"
#include "text/utf8.h"

namespace pith::cli {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& file) {
  auto bytes = read_small_file(file, session::kLargestPractice);
  if (!bytes) {
    throw StorageError(fmt::format("cannot read the practice {}: check that it is a readable file",
                                   file.string()));
  }
  return *std::move(bytes);
}

void anchor(std::vector<std::string>& selectors, const fs::path& folder) {
  for (auto& selector : selectors) {
    const auto path = deck::as_path(selector);
    if (path && path->path.is_relative()) {
      selector = (fs::absolute(folder) / selector).lexically_normal().string();
    }
  }
}

fs::path shipped_folder(const Context& context) {
  return context.paths.shipped_decks / "practice";
}

/// Names the shipped decks by their files that are left aside because the learner has decks.
void find_shipped_decks(const Context& context, std::vector<std::string>& selectors) {
  const auto asked = index_decks(context);
  const auto shipped = index_shipped(context);
  for (auto& selector : selectors) {
    const auto id = selector.substr(0, selector.find('/'));
    const auto place = deck::as_path(selector) || asked.find(id) ? std::nullopt : shipped.find(id);
    if (place) {
      selector = shipped.decks()[*place].path + selector.substr(id.size());
    }
  }
}

/// Throws if a bare name is that of no practice that ships; one with a dot may be a file's.
void require_file_name(const std::vector<std::string>& names, const std::string& name) {
  const auto known = text::nearest(name, names);
  if (known) {
    throw UsageError(fmt::format("there is no practice '{}': did you mean '{}'?", name, *known));
  }
  if (name.find('.') == std::string::npos) {
    if (names.empty()) {
      throw UsageError(fmt::format("there is no practice '{}': name a file", name));
    }
    throw UsageError(fmt::format("there is no practice '{}': name a file, or one that ships: {}",
                                 name, fmt::join(names, ", ")));
  }
}

/// Whether a file that is no practice has what every deck has.
bool has_items_key(const std::string& bytes) {
  return bytes.starts_with("items:") || bytes.find("\nitems:") != std::string::npos;
}

/// What is wrong at a place of a practice, and what is wrong within the deck that it names.
struct SelectorMistake {
  std::string message;
  std::string within;  ///< Lines; may be empty.
};

using Mistakes = std::map<std::size_t, SelectorMistake>;  ///< By byte of the text.

void tell_mistakes(Context& context, const PracticeFile& file, const Mistakes& mistakes) {
  const deck::Source source(deck::without_byte_order_mark(file.bytes));
  for (const auto& [at, mistake] : mistakes) {
    deck::Complaints complaints(source, text::repair_utf8(file.path));
    complaints.error(at, mistake.message);
    for (const auto& diagnostic : complaints.take()) {
      context.err << describe(diagnostic, context.screen.columns, context.tr);
    }
    if (!mistake.within.empty()) {
      tell(context, mistake.within);
    }
  }
}

/// Why a selector cannot be asked; empty if it can.
std::optional<SelectorMistake> mistake_in(Context& context, const std::string& selector) {
  const auto path = deck::as_path(selector);
  std::error_code error;
  if (path && !fs::exists(path->path, error)) {
    return SelectorMistake{fmt::format("there is no '{}'", path->path.string()), {}};
  }
  std::ostringstream unheard;
  auto quiet = context.with_streams(context.in, unheard, unheard);
  try {
    static_cast<void>(select_items(quiet, std::span(&selector, 1)));
  } catch (const deck::UnknownSelector& unknown) {
    return SelectorMistake{unknown.what(), {}};
  } catch (const InvalidInput& broken) {
    return SelectorMistake{fmt::format("'{}' cannot be read as a deck", selector), broken.what()};
  }
  return std::nullopt;
}

}  // namespace

std::string practice_file(const Context& context, const std::string& name) {
  if (name == "-") {
    throw UsageError(
        "a practice is not read from standard input, which has the answers; name its file");
  }
  std::error_code error;
  if (name.find('/') != std::string::npos || fs::exists(name, error)) {
    return name;
  }
  const auto folder = shipped_folder(context);
  for (const auto* const ending : {context.tr.is_english() ? ".en.yaml" : ".zh.yaml", ".yaml"}) {
    if (const auto shipped = folder / (name + ending); fs::exists(shipped, error)) {
      return shipped.string();
    }
  }
  require_file_name(shipped_practices(context), name);
  return name;
}

std::vector<std::string> shipped_practices(const Context& context) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(shipped_folder(context), error), end; !error && entry != end;
       entry.increment(error)) {
    const auto stem = entry->path().stem();
    if (entry->path().extension() == ".yaml" && !stem.has_extension()) {
      names.push_back(stem.string());
    }
  }
  std::ranges::sort(names);
  return names;
}

fs::path folder_of(const std::string& file) {
  const auto folder = fs::path(file).parent_path();
  return folder.empty() ? fs::path(".") : folder;
}

std::optional<PracticeFile> load_practice(Context& context, const std::string& path) {
  auto bytes = bytes_of(path);
  auto read = session::read_practice(bytes, path);
  if (!read.practice && has_items_key(bytes)) {
    throw UsageError(
        fmt::format("{} is a deck, not a practice: `pith drill {}` asks it", path, path));
  }
  for (const auto& diagnostic : read.diagnostics) {
    context.err << describe(diagnostic, context.screen.columns, context.tr);
  }
  if (!read.practice) {
    return std::nullopt;
  }
  std::error_code error;
  const bool shipped = context.options.decks.empty() &&
                       fs::equivalent(folder_of(path), shipped_folder(context), error);
  for (auto& section : read.practice->sections) {
    anchor(section.select, folder_of(path));
    if (shipped) {
      find_shipped_decks(context, section.select);
    }
  }
  return PracticeFile{path, std::move(bytes), *std::move(read.practice)};
}

void tell_mistake(Context& context, const PracticeFile& file, std::size_t at,
                  const std::string& message) {
  tell_mistakes(context, file, {{at, {message, {}}}});
}

bool tell_wrong_selectors(Context& context, const PracticeFile& file) {
  Mistakes mistakes;
  for (const auto& section : file.practice.sections) {
    for (std::size_t i = 0; i < section.select.size(); ++i) {
      const auto at = section.select_at.at(i);
      if (mistakes.contains(at)) {
        continue;  // sections share what stands above them
      }
      if (auto mistake = mistake_in(context, section.select[i])) {
        mistakes.emplace(at, *std::move(mistake));
      }
    }
  }
  tell_mistakes(context, file, mistakes);
  return !mistakes.empty();
}

}  // namespace pith::cli
