// A folder that other devices, and programs that copy files, write as well: nothing in it is
// trusted, no link in it is followed, and nothing is changed that was not left there by this
// device.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "history/sync_state.h"

namespace pith::exchange {

class SharedFolder {
 public:
  /// Throws StorageError if there is no such folder, or it cannot be read.
  explicit SharedFolder(const std::filesystem::path& path);
  SharedFolder(const SharedFolder&) = delete;
  SharedFolder& operator=(const SharedFolder&) = delete;
  ~SharedFolder();

  /// Its absolute path, to know it by.
  [[nodiscard]] const std::string& name() const { return name_; }

  /// Regular files that are neither hidden nor too large to be segments, by name, as the file
  /// system has them.
  [[nodiscard]] std::vector<history::SeenSegment> files() const;

  /// One of them; empty if it is not there.
  [[nodiscard]] std::optional<history::SeenSegment> look(const std::string& file) const;

  /// What a file holds now; empty if it cannot be read.
  [[nodiscard]] std::string read(const std::string& file) const;

  /// Makes a file for this user alone and writes it, on disk when it returns; false if there is one
  /// of this name. Throws StorageError, and nothing of it is left, if it cannot be written.
  [[nodiscard]] bool create(const std::string& file, std::string_view bytes) const;

  /// Adds to a file that is still as it was seen, on disk when it returns; false if it is not.
  /// Throws StorageError.
  [[nodiscard]] bool append(const history::SeenSegment& file, std::string_view bytes) const;

 private:
  std::string name_;
  int folder_;
};

}  // namespace pith::exchange
