// Half-typed answers as files beside the history.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "cli/files/item_folder.h"
#include "terminal/drafts.h"

namespace pith::cli {

class DraftFolder : public terminal::Drafts {
 public:
  explicit DraftFolder(const std::filesystem::path& history)
      : drafts_(folder_beside(history, "drafts")) {}

  [[nodiscard]] std::string of(const deck::Item& item) override { return drafts_.of(item); }
  void keep(const deck::Item& item, std::string_view text) override {
    static_cast<void>(drafts_.keep(item, text));
  }

 private:
  ItemFolder drafts_;
};

}  // namespace pith::cli
