// The learner's time zone, where it is named on the command line.
#pragma once

#include <chrono>
#include <optional>
#include <ratio>
#include <string>

#include "memory/study_day.h"

namespace pith::cli {

/// `UTC`, an offset such as `+08:00`, or a name of the system's zone database such as
/// `Asia/Shanghai`. One of the database is the zone of the whole process ($TZ) while the object
/// lives: the C library has but one. So there is one object at a time, and no other thread.
class Zone {
 public:
  /// Throws UsageError if there is no such zone.
  explicit Zone(const std::string& name);
  Zone(const Zone&) = delete;
  Zone& operator=(const Zone&) = delete;
  ~Zone();

  /// Local time minus UTC at an instant.
  [[nodiscard]] std::chrono::seconds offset_at(memory::Instant instant);

 private:
  using Quarter = std::chrono::sys_time<std::chrono::duration<long, std::ratio<900>>>;

  bool of_process_ = false;            ///< Whether $TZ was set.
  std::optional<std::string> before_;  ///< What it was then.
  Quarter quarter_ = Quarter::min();   ///< For which `offset_` holds.
  std::chrono::seconds offset_{0};
};

}  // namespace pith::cli
