// A grade as JSON, as `pith grade --json` prints it and the protocol sends it; docs/interfaces.md.
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "deck/item.h"
#include "grading/grade.h"

namespace pith::protocol {

/// `answer` is the text the grade is about; `encoder` is `none`, `e5` or `endpoint`.
[[nodiscard]] nlohmann::ordered_json grade_json(const deck::Item& item, std::string_view answer,
                                                const grading::Grade& grade,
                                                const std::string& encoder);

}  // namespace pith::protocol
