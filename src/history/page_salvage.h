// What stands on the pages of a damaged history that SQLite does not find any more.
#pragma once

#include <filesystem>

#include "history/salvage.h"

namespace pith::history {

/// Adds the events on the pages of `damaged` that `into` lacks. An answer of which a part was on a
/// destroyed page comes with the points that are left; so whatever is whole elsewhere is to be
/// added first. Never changes `damaged`. Throws StorageError if `into` cannot be written.
Salvage salvage_pages(const std::filesystem::path& damaged, History& into);

}  // namespace pith::history
