#include "base/parallel.h"

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

TEST_CASE("every job is done once, and told of in order", "[text]") {
  std::vector<int> done(1000, 0);
  std::vector<std::size_t> told;

  pith::base::in_parallel(
      done.size(), [&](std::size_t i) { ++done[i]; },
      [&](std::size_t finished, std::size_t all) {
        CHECK(all == 1000);
        told.push_back(finished);
      });

  CHECK(done == std::vector<int>(1000, 1));
  REQUIRE(told.size() == 1000);
  CHECK(told.front() == 1);
  CHECK(told.back() == 1000);
  pith::base::in_parallel(0, [](std::size_t) { FAIL("there is nothing to do"); });
}

TEST_CASE("what a job throws reaches the caller, once no job runs any more", "[text]") {
  std::atomic<int> begun = 0;
  std::atomic<int> running = 0;
  const auto job = [&](std::size_t i) {
    ++begun;
    ++running;
    std::this_thread::yield();
    --running;
    if (i == 3) {
      throw std::runtime_error("no");
    }
  };

  CHECK_THROWS_AS(pith::base::in_parallel(1000, job), std::runtime_error);

  CHECK(running == 0);
  CHECK(begun >= 4);
}

TEST_CASE("work beside gives what it gives, or throws what it throws", "[text]") {
  CHECK(pith::base::beside([](int a, int b) { return a + b; }, 2, 3).get() == 5);
  auto failing = pith::base::beside([] { throw std::runtime_error("no"); });
  CHECK_THROWS_AS(failing.get(), std::runtime_error);
}
