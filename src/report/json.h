// Questions, results and summaries as the JSON that docs/interfaces.md promises to programs.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "session/question.h"
#include "session/result.h"

namespace pith::report {

using base::Json;
using base::or_null;

/// One line; bytes that are not UTF-8 (there should be none) are replaced.
[[nodiscard]] std::string line(const Json& json);

/// The object of `pith grade --json`. `answer` is the text the grade is about; `encoder` is `none`,
/// `e5` or `endpoint`.
[[nodiscard]] Json grade_json(const deck::Item& item, std::string_view answer,
                              const grading::Grade& grade, const std::string& encoder);

/// A graded point as in `pith grade --json`. `verdict` and `credit` are the final ones.
[[nodiscard]] Json point_json(const deck::Point& point, const grading::PointResult& graded,
                              std::string_view answer);

/// The object of `pith grade --json`, each point with its `rating`, the item with `due`.
[[nodiscard]] Json result_json(const session::Result& result);

/// A question without what it asks for.
[[nodiscard]] Json question_json(const session::Question& question);

[[nodiscard]] Json summary_json(const session::Summary& summary);

/// Seconds, or null.
[[nodiscard]] Json seconds_json(const std::optional<std::chrono::seconds>& seconds);

/// `due`, `new`, `practice`, `again` or `follow-up`.
[[nodiscard]] std::string_view name_of(session::Why why);

}  // namespace pith::report
