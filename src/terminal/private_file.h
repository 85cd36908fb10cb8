// A file for another program to work on, that nobody else may read and that goes away by itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pith::terminal {

/// A new file that only its owner may read (mode 0600), removed when it goes.
class PrivateFile {
 public:
  /// `directory/prefixXXXXXXsuffix`. That it could not be made shows when it is written.
  PrivateFile(const std::string& directory, std::string_view prefix, std::string_view suffix);
  ~PrivateFile();
  PrivateFile(const PrivateFile&) = delete;
  PrivateFile& operator=(const PrivateFile&) = delete;

  /// Appends; whether all of it was written.
  [[nodiscard]] bool write(std::string_view text) const;

  /// What stands at the path now: editors like to put a new file in the old one's place.
  [[nodiscard]] std::optional<std::string> read() const;

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
  int descriptor_ = -1;
};

}  // namespace pith::terminal
