#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

namespace pith::base {

void in_parallel(std::size_t count, const std::function<void(std::size_t)>& job,
                 const std::function<void(std::size_t done, std::size_t all)>& done) {
  constexpr std::size_t kMostThreads = 8;
  std::atomic<std::size_t> next = 0;
  std::mutex telling;
  std::size_t finished = 0;
  const auto work = [&] {
    for (auto i = next++; i < count; i = next++) {
      job(i);
      const std::lock_guard lock(telling);
      ++finished;
      if (done) {
        done(finished, count);
      }
    }
  };
  const auto processors = std::max<std::size_t>(std::thread::hardware_concurrency(), 1);
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < std::min({processors, count, kMostThreads}); ++i) {
    others.emplace_back(work);
  }
  work();
}

}  // namespace pith::base
