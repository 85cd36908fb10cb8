// What `pith optimize` tells of parameters: how well they foresee a log, and whether to take them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/json_fwd.h"
#include "memory/evaluation.h"
#include "memory/optimizer.h"
#include "text/messages.h"

namespace pith::cli {

struct FitReport {
  std::size_t reviews = 0;
  std::size_t items = 0;  ///< Reviews that the parameters had to foresee.
  memory::Fit fit{};      ///< Or the parameters that were given.
  bool given = false;
  memory::Evaluation defaults{};
  std::optional<memory::Evaluation> current{};  ///< Of those in use, if they are not the defaults.
  memory::Evaluation fitted{};
  std::vector<memory::CalibrationBin> calibration{};  ///< Of the fitted ones.
  std::optional<memory::Validation> validation{};     ///< On reviews that a fit had not seen.
  bool applied = false;
  double fit_seconds = 0;  ///< Of the fit alone.
  double seconds = 0;      ///< From reading the log on.
};

/// Whether the fitted parameters foresaw unseen reviews better than the defaults, and all reviews
/// better than those in use. False if that was not looked at.
[[nodiscard]] bool is_worth_taking(const FitReport& report);

/// The object of `pith optimize --json`.
[[nodiscard]] base::Json to_json(const FitReport& report);

/// The same in words and tables that fit `columns`, from 40 on.
[[nodiscard]] std::string to_text(const FitReport& report, std::size_t columns,
                                  const text::Messages& tr = {});

}  // namespace pith::cli
