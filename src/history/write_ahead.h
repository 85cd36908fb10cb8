// What SQLite has written, but not yet into the file itself. Internal to this folder.
#pragma once

#include <string>
#include <string_view>

namespace pith::history {

/// The file as it is with what its write-ahead log has committed. Any bytes will do.
[[nodiscard]] std::string with_log(std::string file, std::string_view log);

}  // namespace pith::history
