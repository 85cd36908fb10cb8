#include "base/closed_streams.h"

#include <initializer_list>

#include <fcntl.h>
#include <unistd.h>

namespace pith::base {

void replace_closed_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) < 0) {
      static_cast<void>(::open("/dev/null", O_RDONLY));  // takes the lowest free number: this one
    }
  }
}

}  // namespace pith::base
