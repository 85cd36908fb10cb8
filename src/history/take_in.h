// What another program recorded, by the million, in one commit.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>

#include "history/events.h"

namespace pith::history {

/// Gives events, one after another, to the function it is called with.
using EventSource = std::function<void(const std::function<void(Event)>& take)>;

/// Adds events that are not there yet to the history in `file`, which must exist, as its device's
/// own: under the ids they come with, which are the same on every import; device, sequence and
/// schema are filled in. An answer to an item that before had one within a second of it, in its
/// deck or with the same content in another, is taken for its copy and left out; so is a
/// suspension of what was suspended, and what lies beyond memory::kLatestInstant or as far before
/// 1970, which no other device would take. It is quick for items whose events come in replay order,
/// and works over a connection of its own, with a large cache. How many were new. Throws
/// StorageError.
std::size_t take_in(const std::filesystem::path& file, const EventSource& source,
                    std::span<const Content> contents = {});

}  // namespace pith::history
