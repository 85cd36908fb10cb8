#include "cli/files/item_folder.h"

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "base/sha256.h"
#include "base/trim.h"
#include "cli/files/file_draft.h"
#include "history/file_lock.h"
#include "text/utf8.h"

namespace pith::cli {
namespace {

namespace fs = std::filesystem;

/// Whether it is there now.
bool make_folder(const fs::path& folder) {
  try {
    history::make_private_folder(folder);
    return true;
  } catch (const std::runtime_error&) {
    return false;
  }
}

}  // namespace

fs::path folder_beside(const fs::path& history, std::string_view kind) {
  return fs::path(history).replace_extension(kind);
}

fs::path ItemFolder::file_of(const deck::Item& item) const {
  return folder_ / (base::to_hex(base::sha256(deck::full_id(item))) + ".txt");
}

std::string ItemFolder::of(const deck::Item& item) const {
  std::ifstream file(file_of(item), std::ios::binary);
  return text::repair_utf8(std::string(std::istreambuf_iterator<char>(file), {}));
}

bool ItemFolder::keep(const deck::Item& item, std::string_view text) const {
  std::error_code error;
  const auto file = file_of(item);
  if (base::trimmed(text).empty()) {
    if (fs::remove(file, error)) {
      history::sync_folder(folder_);
    }
    return !error;
  }
  if (!make_folder(folder_)) {
    return false;
  }
  constexpr mode_t kOwnerOnly = 0600;
  FileDraft draft(file, kOwnerOnly);
  return draft.write(text) && draft.become(file);
}

}  // namespace pith::cli
