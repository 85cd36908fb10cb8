// The items that were read before they were asked as files beside the history.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <utility>

#include "cli/files/item_folder.h"
#include "memory/study_day.h"
#include "session/read_items.h"

namespace pith::cli {

class ReadFolder : public session::ReadItems {
 public:
  ReadFolder(const std::filesystem::path& history, std::function<memory::StudyDay()> today)
      : days_(folder_beside(history, "read")), today_(std::move(today)) {}

  [[nodiscard]] bool has(const deck::Item& item) const override {
    return days_.of(item) == memory::iso_date(today_());
  }
  void set(const deck::Item& item, bool read) override {
    static_cast<void>(days_.keep(item, read ? memory::iso_date(today_()) : ""));
  }

 private:
  ItemFolder days_;
  std::function<memory::StudyDay()> today_;
};

}  // namespace pith::cli
