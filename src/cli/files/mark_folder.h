// The items marked for editing as files beside the history.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/files/item_folder.h"
#include "terminal/marks.h"

namespace pith::cli {

class MarkFolder : public terminal::Marks {
 public:
  explicit MarkFolder(const std::filesystem::path& history)
      : marks_(folder_beside(history, "marks")) {}

  [[nodiscard]] bool has(const deck::Item& item) const override { return !marks_.of(item).empty(); }
  [[nodiscard]] bool set(const deck::Item& item, bool marked) override;

  /// `deck/item` of what was marked through this object and still is, in that order.
  [[nodiscard]] const std::vector<std::string>& made() const { return made_; }

 private:
  ItemFolder marks_;
  std::vector<std::string> made_;
};

}  // namespace pith::cli
