// Half-typed answers as files beside the history, one an item.
#pragma once

#include <filesystem>

#include "terminal/drafts.h"

namespace pith::cli {

/// Where the drafts of a history are: `pith.drafts` beside `pith.db`.
[[nodiscard]] std::filesystem::path draft_folder_of(const std::filesystem::path& history);

/// Only its owner may read the folder. A draft is written aside and renamed, so that whatever
/// happens the last one or the one before is there.
class DraftFolder : public terminal::Drafts {
 public:
  explicit DraftFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}

  [[nodiscard]] std::string of(const deck::Item& item) override;
  void keep(const deck::Item& item, std::string_view text) override;

 private:
  [[nodiscard]] std::filesystem::path file_of(const deck::Item& item) const;

  std::filesystem::path folder_;
};

}  // namespace pith::cli
