// A learner's progress as one web page: self-contained, without requests, readable without its
// small script, on light and dark screens, on a phone and on paper. A policy in the page forbids
// every script but its own, should a text ever slip through the escaping.
#pragma once

#include <string>

#include "statistics/statistics.h"
#include "text/messages.h"

namespace pith::report {

struct PageOptions {
  text::Language language = text::Language::english;
  std::string about;  ///< What was selected; empty for everything.
};

/// Long tables are cut to what matters most, so that years of study stay below 2 MB.
[[nodiscard]] std::string progress_page(const statistics::Statistics& figures,
                                        const PageOptions& options = {});

}  // namespace pith::report
