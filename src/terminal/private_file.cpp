#include "terminal/private_file.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include <fcntl.h>
#include <unistd.h>

#include "base/write_all.h"

namespace pith::terminal {

PrivateFile::PrivateFile(const std::string& directory, std::string_view prefix,
                         std::string_view suffix)
    : path_(directory + "/" + std::string(prefix) + "XXXXXX" + std::string(suffix)) {
  descriptor_ = ::mkostemps(path_.data(), static_cast<int>(suffix.size()), O_CLOEXEC);
}

PrivateFile::~PrivateFile() {
  if (descriptor_ >= 0) {
    ::close(descriptor_);
    ::unlink(path_.c_str());
  }
}

bool PrivateFile::write(std::string_view text) const {
  return base::write_all(descriptor_, text);
}

std::optional<std::string> PrivateFile::read() const {
  std::ifstream file(path_, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return file.is_open() ? std::optional(text.str()) : std::nullopt;
}

}  // namespace pith::terminal
