#include "cli/draft_folder.h"

#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include <unistd.h>

#include "text/sha256.h"
#include "text/utf8.h"

namespace pith::cli {
namespace {

namespace fs = std::filesystem;

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \n\t") == std::string_view::npos;
}

}  // namespace

fs::path draft_folder_of(const fs::path& history) {
  return fs::path(history).replace_extension(".drafts");
}

fs::path DraftFolder::file_of(const deck::Item& item) const {
  return folder_ / (text::to_hex(text::sha256(deck::full_id(item))) + ".txt");
}

std::string DraftFolder::of(const deck::Item& item) {
  std::ifstream file(file_of(item), std::ios::binary);
  return text::repair_utf8(std::string(std::istreambuf_iterator<char>(file), {}));
}

void DraftFolder::keep(const deck::Item& item, std::string_view text) {
  std::error_code ignored;
  const auto file = file_of(item);
  if (is_blank(text)) {
    fs::remove(file, ignored);
    return;
  }
  if (fs::create_directories(folder_, ignored)) {
    fs::permissions(folder_, fs::perms::owner_all, ignored);
  }
  auto aside = file;
  aside += "." + std::to_string(::getpid());
  if (std::ofstream(aside, std::ios::binary) << text << std::flush) {
    fs::rename(aside, file, ignored);
  } else {
    fs::remove(aside, ignored);
  }
}

}  // namespace pith::cli
