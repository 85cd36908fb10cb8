#include "cli/settings/zone.h"

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <regex>

#include <fmt/format.h>

#include "base/error.h"
#include "cli/local_time.h"

namespace pith::cli {
namespace {

using std::chrono::seconds;

constexpr std::size_t kLongestName = 100;  // a regex takes stack for every character

bool is_in_database(const std::string& name) {
  static const std::regex shape("[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*");
  std::error_code error;
  return name.size() <= kLongestName && std::regex_match(name, shape) &&
         std::filesystem::is_regular_file("/usr/share/zoneinfo/" + name, error);
}

void set_process_zone(const std::optional<std::string>& name) {
  if (name) {
    ::setenv("TZ", name->c_str(), 1);
  } else {
    ::unsetenv("TZ");
  }
  ::tzset();
}

}  // namespace

Zone::Zone(const std::string& name) {
  std::smatch match;
  if (name == "UTC" || name == "Z") {
    return;
  }
  if (name.size() <= kLongestName &&
      std::regex_match(name, match, std::regex("([+-])([01][0-9]|2[0-3]):?([0-5][0-9])"))) {
    const auto size =
        std::chrono::hours(std::stoi(match[2])) + std::chrono::minutes(std::stoi(match[3]));
    offset_ = match[1] == "-" ? -size : size;
    return;
  }
  if (!is_in_database(name)) {
    throw UsageError(fmt::format(
        "--timezone: there is no zone '{}'; expected UTC, an offset such as +08:00 or a name such "
        "as Asia/Shanghai",
        name));
  }
  if (const char* zone = std::getenv("TZ"); zone != nullptr) {
    before_ = zone;
  }
  of_process_ = true;
  set_process_zone(name);
}

Zone::~Zone() {
  if (of_process_) {
    set_process_zone(before_);
  }
}

seconds Zone::offset_at(memory::Instant instant) {
  // Zones change on quarters of an hour, and logs are read in time order.
  const auto quarter = std::chrono::floor<Quarter::duration>(instant);
  if (of_process_ && quarter != quarter_) {
    quarter_ = quarter;
    offset_ = system_offset(quarter);
  }
  return offset_;
}

}  // namespace pith::cli
