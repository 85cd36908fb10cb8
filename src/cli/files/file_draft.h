// A file that is written beside another one and takes its place, or its name, when it is whole.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include <sys/types.h>

namespace pith::cli {

/// Gone again unless it took a place. What fails gives false, with the reason in errno.
class FileDraft {
 public:
  /// Makes a file that was not there; `mode` is subject to the umask.
  FileDraft(const std::filesystem::path& beside, mode_t mode);
  FileDraft(const FileDraft&) = delete;
  FileDraft& operator=(const FileDraft&) = delete;
  ~FileDraft();

  [[nodiscard]] bool is_there() const { return file_ >= 0; }
  [[nodiscard]] const std::string& name() const { return name_; }

  /// The bytes are on disk when it returns.
  [[nodiscard]] bool write(std::string_view bytes);
  /// Whatever the umask says.
  [[nodiscard]] bool set_mode(mode_t mode);

  /// Takes the place of what is there, if anything is; a link is replaced. On disk when it returns.
  [[nodiscard]] bool become(const std::filesystem::path& path);
  /// The same where nothing is; EEXIST if something is.
  [[nodiscard]] bool take_name(const std::filesystem::path& path);

 private:
  std::string name_;
  int file_ = -1;
};

}  // namespace pith::cli
