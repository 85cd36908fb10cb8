// A session that ends with a scorecard.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/practice/desk.h"
#include "cli/practice/reports.h"

namespace pith::cli {

/// What a scorecard is called, and from which score on it is passed: of the whole, [0, 1], else the
/// mean of the items' own.
struct Marking {
  std::string title;
  std::optional<double> pass;
};

/// Asks the tasks, and writes the reports when the session has ended, however it did. Who leaves
/// before it begins gets none. Throws StorageError as write_reports() does.
ExitStatus run_scored(Desk& desk, std::vector<session::Task> tasks, session::SessionOptions options,
                      const Marking& marking, const std::vector<ReportFile>& files);

}  // namespace pith::cli
