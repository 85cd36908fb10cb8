// The account of an item for programs: pith explain ITEM --json.
#pragma once

#include "base/json_fwd.h"
#include "cli/schedule/item_account.h"

namespace pith::cli {

[[nodiscard]] base::Json to_json(const ItemAccount& account);

}  // namespace pith::cli
