#pragma once

namespace pith::cli {

/// What a command's end means to scripts. Never change a value.
enum ExitStatus : int {
  done = 0,
  below_pass_mark = 1,
  usage = 2,
  invalid_input = 3,  ///< A deck or script that was needed is invalid.
  storage = 4,        ///< Storage or I/O failed.
  interrupted = 130,
};

}  // namespace pith::cli
