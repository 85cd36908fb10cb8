// The same work for many things, on the processors there are.
#pragma once

#include <cstddef>
#include <functional>
#include <future>
#include <utility>

namespace pith::base {

/// Does jobs 0 to `count` - 1, with fewer threads where no more can be started. `done` is told
/// after each how many are; never by two threads at once. Throws what the first that failed threw;
/// those not begun are left then.
void in_parallel(std::size_t count, const std::function<void(std::size_t)>& job,
                 const std::function<void(std::size_t done, std::size_t all)>& done = {});

/// What the function gives, worked out on a thread of its own, or, where none can be started, when
/// it is asked for.
template <typename F, typename... Arguments>
[[nodiscard]] auto beside(F&& work, Arguments&&... arguments) {
  return std::async(std::launch::async | std::launch::deferred, std::forward<F>(work),
                    std::forward<Arguments>(arguments)...);
}

}  // namespace pith::base
