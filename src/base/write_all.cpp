#include "base/write_all.h"

#include <cerrno>
#include <cstddef>

#include <poll.h>
#include <unistd.h>

namespace pith::base {

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EAGAIN) {
      pollfd room{descriptor, POLLOUT, 0};
      static_cast<void>(::poll(&room, 1, -1));
    } else if (written < 0 && errno != EINTR) {
      return false;
    }
    bytes.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
  }
  return descriptor >= 0;
}

}  // namespace pith::base
