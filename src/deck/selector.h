// Which items a person means: a deck id, `deck/item`, `tag:NAME`, a glob of these (`*`, `?`), or
// the path of a deck file or folder.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "deck/collection.h"

namespace pith::deck {

/// A selector that means nothing; says so with suggestions.
class UnknownSelector : public UsageError {
 public:
  UnknownSelector(std::string selector, const std::string& what)
      : UsageError(what), selector_(std::move(selector)) {}
  [[nodiscard]] const std::string& selector() const { return selector_; }

 private:
  std::string selector_;
};

/// A selector that is a path, perhaps with an item behind the file: `notes/c++.yaml/raii`.
struct PathSelector {
  std::filesystem::path path;
  std::string item;  ///< Empty = all of it.
};

/// The path that a selector is by its shape: it begins with `/`, `./` or `../`, ends in `/`, or has
/// a part that ends in .yaml or .yml.
[[nodiscard]] std::optional<PathSelector> as_path(std::string_view selector);

/// The items that any of the selectors means, each once, in the order of the collection; all items
/// if there is no selector. Files of path selectors must be among the collection. Throws
/// UnknownSelector for the first that means nothing.
[[nodiscard]] std::vector<const Item*> select(const Collection& collection,
                                              std::span<const std::string> selectors);

/// Whether a text matches a pattern in which `*` stands for any characters and `?` for one.
[[nodiscard]] bool matches_glob(std::string_view pattern, std::string_view text);

}  // namespace pith::deck
