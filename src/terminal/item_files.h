// Where the items of a session stand, so that they can be mended while it runs.
#pragma once

#include <cstddef>
#include <string>

#include "deck/item.h"

namespace pith::terminal {

class ItemFiles {
 public:
  struct Reread {
    const deck::Item* item = nullptr;  ///< As it is now; null if it could not be found.
    std::string complaint;             ///< Why not, for the learner; else empty.
    bool changed = true;               ///< False if its file is as path_of() found it.
  };

  ItemFiles() = default;
  ItemFiles(const ItemFiles&) = delete;
  ItemFiles& operator=(const ItemFiles&) = delete;
  virtual ~ItemFiles() = default;

  /// The file to edit, asked for before it is opened; empty if it is not the learner's to edit.
  [[nodiscard]] virtual std::string path_of(const deck::Item& item) = 0;

  /// The item from its file anew, under whatever name it bears there since path_of().
  [[nodiscard]] virtual Reread reread(const deck::Item& item) = 0;
};

}  // namespace pith::terminal
