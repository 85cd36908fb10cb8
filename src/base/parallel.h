// The same work for many things, on the processors there are.
#pragma once

#include <cstddef>
#include <functional>

namespace pith::base {

/// Does jobs 0 to `count` - 1, which must not throw. `done` is told after each how many are; never
/// by two threads at once.
void in_parallel(std::size_t count, const std::function<void(std::size_t)>& job,
                 const std::function<void(std::size_t done, std::size_t all)>& done = {});

}  // namespace pith::base
