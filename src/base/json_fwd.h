// JSON as pith writes it, for declarations.
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace pith::base {

/// Keeps the order of keys, so that output is the same every time.
using Json = nlohmann::ordered_json;

}  // namespace pith::base
