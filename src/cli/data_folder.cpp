#include "cli/data_folder.h"

#include <system_error>

#include "history/file_lock.h"

namespace pith::cli {

void make_data_folder_for(const Context& context, const std::filesystem::path& path) {
  std::error_code ignored;
  const auto whole = std::filesystem::absolute(path, ignored).lexically_normal();
  const auto inside = whole.lexically_relative(context.paths.data.lexically_normal());
  if (!inside.empty() && *inside.begin() != "..") {
    history::make_private_folder(context.paths.data);
  }
}

}  // namespace pith::cli
