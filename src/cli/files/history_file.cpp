#include "cli/files/history_file.h"

#include "base/error.h"

namespace pith::cli {

std::filesystem::path history_file(const Context& context) {
  if (context.options.database && context.options.database->empty()) {
    throw UsageError("--db names no file: write --db FILE");
  }
  return context.options.database ? std::filesystem::path(*context.options.database)
                                  : context.paths.data / "pith.db";
}

std::filesystem::path backup_folder(const std::filesystem::path& history) {
  const auto name = history.stem();
  return history.parent_path() / (name == "pith" ? "backups" : name.string() + ".backups");
}

memory::StudyDay study_day(const LocalTime& time, const Config& config) {
  return memory::study_day(time.utc, time.offset, std::chrono::hours(config.day_start));
}

history::When when_of(const LocalTime& time, const Config& config) {
  return {time.utc, time.offset, study_day(time, config)};
}

}  // namespace pith::cli
