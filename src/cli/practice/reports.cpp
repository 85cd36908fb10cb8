#include "cli/practice/reports.h"

#include <algorithm>
#include <optional>
#include <system_error>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/below.h"
#include "base/error.h"
#include "base/to_translate.h"
#include "cli/files/whole_file.h"

namespace pith::cli {
namespace {

namespace fs = std::filesystem;

constexpr auto kReport = "the report";
constexpr auto kExtensions = ".txt, .json, .xml (JUnit), .md, .csv or .tap";

}  // namespace

void add_report_options(Command command, ReportFlags& flags) {
  command
      .add_option(
          "--report", flags.files,
          fmt::format("Write a report, by extension {}; may be given several times", kExtensions))
      .one_value_each_time();
  command
      .add_option("--format", flags.format, "The format of every --report, whatever its extension")
      .one_of(report::format_names());
}

std::vector<ReportFile> report_files(const ReportFlags& flags) {
  if (!flags.format.empty() && flags.files.empty()) {
    throw UsageError("--format is that of reports in files: name one with --report FILE");
  }
  std::vector<ReportFile> files;
  for (const auto& name : flags.files) {
    if (name == "-") {
      throw UsageError("--report -: standard output has the questions and results; name a file");
    }
    const auto format =
        flags.format.empty() ? report::format_of_file(name) : report::format_named(flags.format);
    if (!format) {
      throw UsageError(fmt::format("--report {}: name it {}, or add --format", name, kExtensions));
    }
    files.push_back({name, *format});
  }
  return files;
}

std::vector<FileInUse> answers_in_use(const std::string& named) {
  const fs::path file = named.empty() || named == "-" ? "/dev/stdin" : named;
  std::error_code error;
  if (!fs::is_regular_file(file, error)) {
    return {};
  }
  return {{file, base::to_translate("{}: the answers are read from this file; name another one")}};
}

void refuse_in_use(const std::vector<ReportFile>& reports, std::span<const FileInUse> files) {
  for (const auto& report : reports) {
    refuse_in_use(report.path, files, "--report " + report.path.string());
  }
}

ReportFile report_below(const fs::path& folder, const std::string& name,
                        std::span<const FileInUse> files) {
  const auto format = report::format_of_file(name);
  if (!format) {
    throw InvalidInput(fmt::format("report {}: name it {}", name, kExtensions));
  }
  std::error_code error;
  const auto root = fs::weakly_canonical(folder, error);
  const auto parent = fs::weakly_canonical((root / name).parent_path(), error);
  const auto file = fs::path(name).filename();
  if (error || fs::path(name).is_absolute() || !base::is_below(parent, root) || file.empty()) {
    throw InvalidInput(
        fmt::format("report {}: it lies outside of {}; --report writes to any place you name", name,
                    root.string()));
  }
  const auto path = parent / file;
  if (const auto why = why_in_use(path, files, "report " + name); !why.empty()) {
    throw InvalidInput(why);
  }
  return {path, *format};
}

void require_writable(const std::vector<ReportFile>& files) {
  for (const auto& file : files) {
    require_writable(file.path, kReport);
  }
}

void write_reports(const report::Scorecard& card, const std::vector<ReportFile>& files,
                   const text::Messages& tr) {
  std::optional<StorageError> failure;
  for (const auto& file : files) {
    try {
      write_whole(file.path, report::render(card, file.format, tr), kReport);
    } catch (const StorageError& error) {
      failure = failure.value_or(error);
    }
  }
  if (failure) {
    throw StorageError(*failure);
  }
}

}  // namespace pith::cli
