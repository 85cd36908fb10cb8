// Where the reports of a session go.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "cli/context.h"
#include "cli/decks/files_in_use.h"
#include "report/format.h"
#include "report/scorecard.h"

namespace pith::cli {

/// What the command line says of reports.
struct ReportFlags {
  std::vector<std::string> files;  ///< --report; the format is that of the extension.
  std::string format;              ///< --format, of all files.
};
void add_report_options(Command command, ReportFlags& flags);

/// A file that is to be written.
struct ReportFile {
  std::filesystem::path path;
  report::Format format = report::Format::text;
};

/// The files that the command line names. Throws UsageError for an extension that means no format
/// where no format is given, for a format without a file, and for standard output.
[[nodiscard]] std::vector<ReportFile> report_files(const ReportFlags& flags);

/// The file that the answers come from, if it is one: that of this name, or standard input.
[[nodiscard]] std::vector<FileInUse> answers_in_use(const std::string& named = "-");

/// Throws UsageError if a report that the command line names would take the place of a file in use.
void refuse_in_use(const std::vector<ReportFile>& reports, std::span<const FileInUse> files);

/// A file that something other than the learner names, such as a practice file: below `folder`,
/// with links followed, or nowhere. Throws InvalidInput if it is not, or would take the place of a
/// file in use.
[[nodiscard]] ReportFile report_below(const std::filesystem::path& folder, const std::string& name,
                                      std::span<const FileInUse> files);

/// Throws StorageError if one of the files could not be written: before the questions that they are
/// to report on.
void require_writable(const std::vector<ReportFile>& files);

/// Writes each file as a whole or not at all. Throws StorageError for the first that cannot be
/// written, when the others are.
void write_reports(const report::Scorecard& card, const std::vector<ReportFile>& files,
                   const text::Messages& tr);

}  // namespace pith::cli
