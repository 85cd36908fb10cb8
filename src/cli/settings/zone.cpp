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

constexpr std::chrono::minutes kConstantFor{15};  // zones change on quarters of an hour

/// Asks the C library once a quarter of an hour: logs are read in time order.
class NamedZone {
 public:
  seconds operator()(memory::Instant instant) {
    const auto quarter = std::chrono::floor<std::chrono::duration<long, std::ratio<900>>>(instant);
    if (quarter != quarter_) {
      quarter_ = quarter;
      offset_ = system_offset(quarter);
    }
    return offset_;
  }

 private:
  static_assert(kConstantFor == seconds(900));
  std::chrono::sys_time<std::chrono::duration<long, std::ratio<900>>> quarter_ =
      std::chrono::sys_time<std::chrono::duration<long, std::ratio<900>>>::min();
  seconds offset_{0};
};

constexpr std::size_t kLongestName = 100;  // a regex takes stack for every character

bool is_in_database(const std::string& name) {
  static const std::regex shape("[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*");
  std::error_code error;
  return name.size() <= kLongestName && std::regex_match(name, shape) &&
         std::filesystem::is_regular_file("/usr/share/zoneinfo/" + name, error);
}

}  // namespace

ZoneOffset zone_named(const std::string& name) {
  std::smatch match;
  if (name == "UTC" || name == "Z") {
    return [](memory::Instant) { return seconds(0); };
  }
  if (name.size() <= kLongestName &&
      std::regex_match(name, match, std::regex("([+-])([01][0-9]|2[0-3]):?([0-5][0-9])"))) {
    const auto size =
        std::chrono::hours(std::stoi(match[2])) + std::chrono::minutes(std::stoi(match[3]));
    const seconds offset = match[1] == "-" ? -size : size;
    return [offset](memory::Instant) { return offset; };
  }
  if (!is_in_database(name)) {
    throw UsageError(fmt::format(
        "--timezone: there is no zone '{}'; expected UTC, an offset such as +08:00 or a name such "
        "as Asia/Shanghai",
        name));
  }
  ::setenv("TZ", name.c_str(), 1);
  ::tzset();
  return NamedZone();
}

}  // namespace pith::cli
