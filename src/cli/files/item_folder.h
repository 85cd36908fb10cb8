// Small texts about items as files beside the history, one an item.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "deck/item.h"

namespace pith::cli {

/// `pith.drafts` beside `pith.db`, for the kind `drafts`.
[[nodiscard]] std::filesystem::path folder_beside(const std::filesystem::path& history,
                                                  std::string_view kind);

/// Only its owner may read the folder and what is in it, from the first byte on. A text is written
/// aside and renamed, so that whatever happens the last one or the one before is there.
class ItemFolder {
 public:
  explicit ItemFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// Valid UTF-8; empty if there is none.
  [[nodiscard]] std::string of(const deck::Item& item) const;

  /// Replaces it; blank text removes it. Whether that is on disk.
  [[nodiscard]] bool keep(const deck::Item& item, std::string_view text) const;

 private:
  [[nodiscard]] std::filesystem::path file_of(const deck::Item& item) const;

  std::filesystem::path folder_;
};

}  // namespace pith::cli
