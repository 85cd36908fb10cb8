// A process may be started without standard input, output or error.
#pragma once

namespace pith::base {

/// Opens /dev/null in place of each that is closed: else the next file or pipe that is opened takes
/// its number, and is read or written instead. It is opened for reading alone, so that what is
/// written to a closed output is lost with an error.
void replace_closed_streams();

}  // namespace pith::base
