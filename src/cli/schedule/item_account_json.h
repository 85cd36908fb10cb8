// The account of an item for programs: pith explain ITEM --json.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "cli/schedule/item_account.h"

namespace pith::cli {

[[nodiscard]] nlohmann::ordered_json to_json(const ItemAccount& account);

}  // namespace pith::cli
