#include "history/backup_names.h"

#include <algorithm>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "base/utc_calendar.h"

namespace pith::history {

std::string file_stamp(std::chrono::sys_time<std::chrono::milliseconds> utc) {
  return fmt::format("{:%Y%m%d-%H%M%S}", base::utc_calendar(utc));
}

bool is_name_of_backup(std::string_view name) {
  const auto digits = std::min(name.find_first_of("0123456789"), name.size());
  const auto prefix = name.substr(0, digits);
  const auto rest = name.substr(digits);
  return (prefix == kBackup || prefix == kReplaced) &&
         rest.find_first_not_of("0123456789-") == rest.find(".db") && rest.ends_with(".db");
}

}  // namespace pith::history
