// Where the items of a session stand, so that they can be mended while it runs.
#pragma once

#include <string>

#include "deck/item.h"
#include "terminal/line_editor.h"

namespace pith::terminal {

class ItemFiles {
 public:
  struct Edited {
    const deck::Item* item = nullptr;  ///< As it is now; null if the session goes on with the old.
    std::string complaint;             ///< Why it does, for the learner; else empty.
    bool left = false;                 ///< The learner wishes to leave.
  };

  ItemFiles() = default;
  ItemFiles(const ItemFiles&) = delete;
  ItemFiles& operator=(const ItemFiles&) = delete;
  virtual ~ItemFiles() = default;

  /// Lets the learner, who sits at `editor`, change the item's file, and gives the item from it
  /// anew, under whatever name it bears there now.
  [[nodiscard]] virtual Edited edit(const deck::Item& item, LineEditor& editor) = 0;
};

}  // namespace pith::terminal
