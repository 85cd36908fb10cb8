// Answers of the log, for the commands that show them.
#pragma once

#include <string>

#include "base/json_fwd.h"
#include "cli/context.h"
#include "history/store.h"

namespace pith::cli {

/// The object of `pith log --json`.
[[nodiscard]] base::Json logged_json(const history::LoggedAnswer& logged);

/// One line: the end of its id, date, mark, item and the beginning of the answer, cut to the
/// window. `said` stands for the answer's text, if not empty.
[[nodiscard]] std::string to_line(const history::LoggedAnswer& logged, const Context& context,
                                  const std::string& said = {});

/// The same with the whole answer, below the rest where it does not fit beside it.
[[nodiscard]] std::string to_paragraph(const history::LoggedAnswer& logged, const Context& context,
                                       const std::string& said = {});

}  // namespace pith::cli
