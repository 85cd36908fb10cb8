#include "deck/selector.h"

#include <algorithm>
#include <system_error>
#include <unordered_set>

#include <fmt/format.h>

#include "base/below.h"
#include "base/error.h"
#include "deck/find_deck.h"
#include "deck/yaml/complaints.h"
#include "text/normalise.h"
#include "text/similar.h"
#include "text/utf8.h"

namespace pith::deck {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kShortestPart = 3;  ///< Bytes of an id that tell which is meant.

/// Where a deck file's name ends within a selector; npos if none does.
std::size_t end_of_file_name(std::string_view selector) {
  for (const std::string_view extension : {".yaml", ".yml"}) {
    for (auto at = selector.find(extension); at != std::string_view::npos;
         at = selector.find(extension, at + 1)) {
      const auto end = at + extension.size();
      if (end == selector.size() || selector[end] == '/') {
        return end;
      }
    }
  }
  return std::string_view::npos;
}

/// One form for all spellings of a path, so that paths can be compared.
fs::path resolved(const fs::path& path) {
  std::error_code error;
  const auto canonical = fs::weakly_canonical(path, error);
  return error ? path : canonical;
}

bool matches_tag(const Item& item, std::string_view folded_pattern) {
  return std::any_of(item.tags.begin(), item.tags.end(), [&](const std::string& tag) {
    return matches_glob(folded_pattern, text::nfkc_casefold(tag));
  });
}

bool matches_id(const Item& item, std::string_view selector) {
  const auto slash = selector.find('/');
  if (!matches_glob(selector.substr(0, slash), item.deck)) {
    return false;
  }
  return slash == std::string_view::npos || matches_glob(selector.substr(slash + 1), item.id);
}

std::vector<const Item*> items_at(const Collection& collection, const PathSelector& selector) {
  std::vector<const Item*> found;
  const auto wanted = resolved(selector.path);
  for (const auto& deck : collection.decks) {
    if (!base::is_below(resolved(deck.path), wanted)) {
      continue;
    }
    for (const auto& item : deck.items) {
      if (selector.item.empty() || matches_glob(selector.item, item.id)) {
        found.push_back(&item);
      }
    }
  }
  return found;
}

std::vector<const Item*> items_named(const Collection& collection, std::string_view selector) {
  constexpr std::string_view kTag = "tag:";
  const bool by_tag = selector.starts_with(kTag);
  const auto tag = by_tag ? text::nfkc_casefold(selector.substr(kTag.size())) : std::string();
  std::vector<const Item*> found;
  for (const auto& deck : collection.decks) {
    for (const auto& item : deck.items) {
      if (by_tag ? matches_tag(item, tag) : matches_id(item, selector)) {
        found.push_back(&item);
      }
    }
  }
  if (const auto* former = find_item(collection, selector); found.empty() && former != nullptr) {
    found.push_back(former);
  }
  return found;
}

std::vector<std::string> known_names(const Collection& collection, std::string_view selector) {
  std::vector<std::string> names;
  const bool items = selector.find('/') != std::string_view::npos;
  const bool tags = selector.starts_with("tag:");
  for (const auto& deck : collection.decks) {
    if (!items && !tags) {
      names.push_back(deck.id);
    }
    for (const auto& item : deck.items) {
      if (items) {
        names.push_back(full_id(item));
      }
      for (const auto& tag : item.tags) {
        if (tags) {
          names.push_back("tag:" + tag);
        }
      }
    }
  }
  return names;
}

std::optional<std::string> named_in_part(const Collection& collection, std::string_view selector) {
  for (const auto& deck : collection.decks) {
    for (const auto& item : deck.items) {
      if (selector.size() >= kShortestPart && item.id.find(selector) != std::string::npos) {
        return full_id(item);
      }
    }
  }
  return std::nullopt;
}

/// What may have been meant: an item named without its deck, something of nearly that name, or an
/// item of which a part is named.
std::optional<std::string> meant_by(const Collection& collection, std::string_view selector) {
  for (const auto& deck : collection.decks) {
    for (const auto& item : deck.items) {
      if (item.id == selector) {
        return full_id(item);
      }
    }
  }
  if (auto near = text::nearest(selector, known_names(collection, selector))) {
    return near;
  }
  return named_in_part(collection, selector);
}

/// `./deck.yaml/item` for `deck/item` where no deck but a file has that name; else empty.
std::string file_meant_by(const Collection& collection, const std::string& selector) {
  const auto slash = std::min(selector.find('/'), selector.size());
  if (find_deck(collection.decks, selector.substr(0, slash)) != nullptr) {
    return {};
  }
  for (const auto* extension : {".yaml", ".yml"}) {
    const auto file = "./" + selector.substr(0, slash) + extension;
    std::error_code error;
    if (slash > 0 && fs::is_regular_file(file, error)) {
      return file + selector.substr(slash);
    }
  }
  return {};
}

[[noreturn]] void refuse(const Collection& collection, const std::string& selector) {
  const auto shown = text::repair_utf8(selector);
  const auto empty = std::ranges::find_if(collection.decks, [&](const Deck& deck) {
    return deck.id == selector || resolved(deck.path) == resolved(selector);
  });
  if (empty != collection.decks.end()) {
    throw UnknownSelector(selector,
                          fmt::format("the deck {} has no items yet: `pith new item {}` adds one",
                                      in_quotes(shown), shown));
  }
  const auto file = file_meant_by(collection, selector);
  const auto meant =
      file.empty() ? meant_by(collection, shown) : std::optional(text::repair_utf8(file));
  throw UnknownSelector(
      selector, fmt::format("nothing is called {}: {}", in_quotes(shown),
                            meant ? fmt::format("did you mean {}?", in_quotes(*meant))
                                  : "name a deck, deck/item, tag:NAME or a file (`pith list` "
                                    "shows what there is, `pith help` "
                                    "lists the commands)"));
}

}  // namespace

std::optional<PathSelector> as_path(std::string_view selector) {
  const auto end = end_of_file_name(selector);
  const bool shaped = selector.starts_with('/') || selector.starts_with("./") ||
                      selector.starts_with("../") || selector == "." || selector == ".." ||
                      selector.ends_with('/');
  if (!shaped && end == std::string_view::npos) {
    return std::nullopt;
  }
  const auto path = selector.substr(0, end);
  PathSelector found{std::string(path), {}};
  if (end < selector.size()) {
    found.item = selector.substr(end + 1);
  }
  return found;
}

std::vector<const Item*> select(const Collection& collection,
                                std::span<const std::string> selectors) {
  std::unordered_set<const Item*> wanted;
  for (const auto& selector : selectors) {
    const auto path = as_path(selector);
    const auto found = path ? items_at(collection, *path) : items_named(collection, selector);
    if (found.empty()) {
      refuse(collection, selector);
    }
    wanted.insert(found.begin(), found.end());
  }
  std::vector<const Item*> items;
  for (const auto& deck : collection.decks) {
    for (const auto& item : deck.items) {
      if (selectors.empty() || wanted.contains(&item)) {
        items.push_back(&item);
      }
    }
  }
  return items;
}

bool matches_glob(std::string_view pattern, std::string_view text) {
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = std::string_view::npos;  // behind the last `*`, and where it began to match
  std::size_t from = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = ++p;
      from = t;
    } else if (p < pattern.size() && pattern[p] == '?') {
      ++p;
      (void)text::next_code_point(text, t);
    } else if (p < pattern.size() && pattern[p] == text[t]) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star;
      (void)text::next_code_point(text, from);
      t = from;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

}  // namespace pith::deck
