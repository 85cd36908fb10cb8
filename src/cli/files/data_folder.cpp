#include "cli/files/data_folder.h"

#include <system_error>

#include <fmt/format.h>

#include "base/below.h"
#include "base/error.h"
#include "history/file_lock.h"

namespace pith::cli {

namespace {

bool is_in_data_folder(const Context& context, const std::filesystem::path& path) {
  std::error_code ignored;
  const auto whole = std::filesystem::absolute(path, ignored).lexically_normal();
  return base::is_below(whole, context.paths.data.lexically_normal());
}

}  // namespace

void make_data_folder_for(const Context& context, const std::filesystem::path& path) {
  if (is_in_data_folder(context, path)) {
    history::make_private_folder(context.paths.data);
  }
}

void check_folder_for(const Context& context, const std::filesystem::path& file) {
  const auto folder = file.parent_path();
  std::error_code error;
  (void)std::filesystem::status(folder, error);
  if (!folder.empty() && error == std::errc::no_such_file_or_directory &&
      !is_in_data_folder(context, file)) {
    throw StorageError(
        fmt::format("there is no folder '{}': `mkdir -p` makes it", folder.string()));
  }
}

void require_folder_for(const Context& context, const std::filesystem::path& file) {
  make_data_folder_for(context, file);
  check_folder_for(context, file);
}

}  // namespace pith::cli
