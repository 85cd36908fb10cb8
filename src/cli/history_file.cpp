#include "cli/history_file.h"

namespace pith::cli {

std::filesystem::path history_file(const Context& context) {
  return context.options.database ? std::filesystem::path(*context.options.database)
                                  : context.paths.data / "pith.db";
}

memory::StudyDay study_day(const LocalTime& time, const Config& config) {
  return memory::study_day(time.utc, time.offset, std::chrono::hours(config.day_start));
}

}  // namespace pith::cli
