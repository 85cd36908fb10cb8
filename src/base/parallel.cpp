#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
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
  std::exception_ptr failure;
  const auto do_one = [&](std::size_t i) {
    job(i);
    const std::lock_guard lock(telling);
    ++finished;
    if (done) {
      done(finished, count);
    }
  };
  const auto work = [&] {
    for (auto i = next++; i < count; i = next++) {
      try {
        do_one(i);
      } catch (...) {
        const std::lock_guard lock(telling);
        failure = failure ? failure : std::current_exception();
        next = count;
      }
    }
  };
  const auto processors = std::max<std::size_t>(std::thread::hardware_concurrency(), 1);
  std::vector<std::future<void>> others;
  for (std::size_t i = 1; i < std::min({processors, count, kMostThreads}); ++i) {
    others.push_back(beside(work));
  }
  work();
  for (auto& other : others) {
    other.get();
  }
  if (failure) {
    std::rethrow_exception(failure);
  }
}

}  // namespace pith::base
