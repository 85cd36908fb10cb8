#include <algorithm>
#include <chrono>
#include <fstream>
#include <future>
#include <new>
#include <thread>
#include <utility>

#include <catch2/catch.hpp>

#include "base/stopped.h"
#include "models/caching_encoder.h"
#include "models/fakes.h"
#include "models/forward_encoder.h"
#include "models/guarded_encoder.h"
#include "support/temporary_folder.h"

using namespace pith;
using namespace pith::models;
using pith::test::FakeEncoder;
using pith::test::TemporaryFolder;

namespace {

using Texts = std::vector<std::string_view>;
using Vectors = std::vector<std::vector<float>>;

constexpr std::chrono::seconds kPatience(30);

/// Fails as no code of pith's own does.
class Breaking final : public grading::SentenceEncoder {
 public:
  [[nodiscard]] std::string name() const override { return "e5"; }
  [[nodiscard]] std::string model() const override { return "breaking"; }
  [[nodiscard]] Vectors encode(std::span<const std::string_view> /*texts*/) const override {
    throw std::bad_alloc();
  }
};

std::unique_ptr<CachingEncoder> caching(FakeEncoder::Log& log, const TemporaryFolder& folder) {
  return std::make_unique<CachingEncoder>(std::make_unique<FakeEncoder>(log), folder.path());
}

}  // namespace

TEST_CASE("a caching encoder asks only for what is new, and keeps the order", "[models]") {
  const TemporaryFolder folder;
  FakeEncoder::Log log;
  const auto encoder = caching(log, folder);
  (void)encoder->encode(Texts{"a", "ccc"});

  CHECK(encoder->encode(Texts{"bb", "a", "dddd", "ccc"}) ==
        Vectors{{2, 1}, {1, 1}, {4, 1}, {3, 1}});
  CHECK(log.texts == std::vector<std::string>{"a", "ccc", "bb", "dddd"});
  CHECK(log.calls == 2);
}

TEST_CASE("a caching encoder remembers from process to process", "[models]") {
  const TemporaryFolder folder;
  FakeEncoder::Log log;
  (void)caching(log, folder)->encode(Texts{"a", "bb"});
  log = {};

  CHECK(caching(log, folder)->encode(Texts{"bb", "a"}) == Vectors{{2, 1}, {1, 1}});
  CHECK(log.calls == 0);
}

TEST_CASE("a model whose vectors change their length is an error once, and then the new one",
          "[models]") {
  const TemporaryFolder folder;
  FakeEncoder::Log log;
  (void)caching(log, folder)->encode(Texts{"a"});
  log.length = 3;

  const auto encoder = caching(log, folder);
  CHECK_THROWS_AS(encoder->encode(Texts{"a", "bb"}), StorageError);
  CHECK(caching(log, folder)->encode(Texts{"a", "bb"}) == Vectors{{1, 1, 1}, {2, 1, 1}});
}

TEST_CASE("of long vectors fewer are remembered in memory", "[models]") {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "file") << "no folder, so that nothing is remembered on disk";
  const auto forgets = [&](std::size_t length, std::size_t vectors) {
    FakeEncoder::Log log;
    log.length = length;
    const CachingEncoder encoder(std::make_unique<FakeEncoder>(log), folder.path() / "file");
    for (std::size_t i = 0; i < vectors; ++i) {
      (void)encoder.encode(Texts{std::to_string(i)});
    }
    (void)encoder.encode(Texts{"0"});
    return log.calls > vectors;
  };
  CHECK_FALSE(forgets(2, 4096));
  CHECK(forgets(2, 4097));
  CHECK_FALSE(forgets(16384, 256));
  CHECK(forgets(16384, 257));
}

TEST_CASE("a caching encoder passes failures on and remembers nothing of them", "[models]") {
  const TemporaryFolder folder;
  FakeEncoder::Log log;
  const auto encoder = caching(log, folder);
  log.fault = "down";
  CHECK_THROWS_WITH(encoder->encode(Texts{"a"}), "down");

  log.fault.clear();
  CHECK(encoder->encode(Texts{"a"}) == Vectors{{1, 1}});
}

TEST_CASE("parts are read by the encoder behind, and only once", "[models]") {
  const TemporaryFolder folder;
  FakeEncoder::Log log;
  const GuardedEncoder encoder(std::make_unique<ForwardEncoder>(caching(log, folder)),
                               [](const std::string& /*why*/) {});

  CHECK(encoder.read(Texts{"a", "bb"}).parts == Vectors{{1, 1}, {2, 1}});
  CHECK(encoder.read(Texts{"a", "bb"}).parts == Vectors{{1, 1}, {2, 1}});
  CHECK(log.calls == 1);
  CHECK(encoder.read(Texts{"bb", "a"}).parts == Vectors{{2, 1}, {1, 1}});
  CHECK(encoder.read(Texts{"a", "bb"}).parts == Vectors{{1, 1}, {2, 1}});
  CHECK(log.calls == 2);
}

TEST_CASE("a fault while parts are read is told once, and nothing is tried again", "[models]") {
  FakeEncoder::Log log;
  log.fault = "damaged";
  std::vector<std::string> notices;
  const GuardedEncoder encoder(std::make_unique<FakeEncoder>(log),
                               [&](const std::string& why) { notices.push_back(why); });

  CHECK_THROWS_WITH(encoder.read(Texts{"a"}).parts, "damaged");
  CHECK_THROWS_WITH(encoder.encode(Texts{"a"}), "damaged");
  CHECK(log.calls == 1);
  CHECK(notices == std::vector<std::string>{"damaged"});
}

TEST_CASE("a guarded encoder gives one notice and does not try again", "[models]") {
  FakeEncoder::Log log;
  log.fault = "the endpoint is down";
  std::vector<std::string> notices;
  const GuardedEncoder encoder(std::make_unique<FakeEncoder>(log),
                               [&](const std::string& why) { notices.push_back(why); });

  for (int i = 0; i < 3; ++i) {
    CHECK_THROWS_WITH(encoder.encode(Texts{"a"}), "the endpoint is down");
  }
  CHECK(notices == std::vector<std::string>{"the endpoint is down"});
  CHECK(log.calls == 1);
  CHECK(encoder.name() == "none");
}

TEST_CASE("a failure of any kind is met like one that was foreseen", "[models]") {
  std::vector<std::string> notices;
  const GuardedEncoder encoder(std::make_unique<ForwardEncoder>(std::make_unique<Breaking>()),
                               [&](const std::string& why) { notices.push_back(why); });

  encoder.expect({"b"});
  CHECK_THROWS_AS(encoder.encode(Texts{"a"}), StorageError);
  CHECK_THROWS_AS(encoder.encode(Texts{"a"}), StorageError);
  CHECK(notices == std::vector<std::string>{"there is not enough memory"});
}

TEST_CASE("who leaves while an encoder is waited for has not met a failure", "[models]") {
  FakeEncoder::Log log;
  log.read = [] { throw Stopped(); };
  const GuardedEncoder encoder(std::make_unique<FakeEncoder>(log),
                               [](const std::string&) { FAIL("a notice"); });
  CHECK_THROWS_AS(encoder.read(Texts{"a"}), Stopped);
  CHECK(encoder.name() == "e5");
}

TEST_CASE("a guarded encoder that works is heard of no more", "[models]") {
  FakeEncoder::Log log;
  const GuardedEncoder encoder(std::make_unique<FakeEncoder>(log),
                               [](const std::string&) { FAIL("a notice"); });
  CHECK(encoder.encode(Texts{"a"}) == Vectors{{1, 1}});
  CHECK(encoder.name() == "e5");
  CHECK(encoder.model() == "fake");
}

TEST_CASE("what was expected is encoded ahead, and asked for only once", "[models]") {
  const TemporaryFolder folder;
  FakeEncoder::Log log;
  std::promise<void> done;
  log.done = [&] {
    if (log.texts.size() == 2) {
      done.set_value();
    }
  };
  const ForwardEncoder encoder(caching(log, folder));

  encoder.expect({"a", "bb", "a"});
  REQUIRE(done.get_future().wait_for(kPatience) == std::future_status::ready);
  CHECK(encoder.encode(Texts{"a", "bb", "ccc"}) == Vectors{{1, 1}, {2, 1}, {3, 1}});

  auto texts = log.texts;
  std::sort(texts.begin(), texts.end());
  CHECK(texts == std::vector<std::string>{"a", "bb", "ccc"});
}

TEST_CASE("what was expected to be read is read ahead, and only once", "[models]") {
  const TemporaryFolder folder;
  FakeEncoder::Log log;
  std::promise<void> done;
  log.read = [&] { done.set_value(); };
  const GuardedEncoder encoder(std::make_unique<ForwardEncoder>(caching(log, folder)),
                               [](const std::string& /*why*/) {});

  encoder.expect_reading({{"a", "bb"}});
  REQUIRE(done.get_future().wait_for(kPatience) == std::future_status::ready);

  CHECK(encoder.read(Texts{"a", "bb"}).parts == Vectors{{1, 1}, {2, 1}});
  CHECK(log.texts == std::vector<std::string>{"a", "bb"});
}

TEST_CASE("of what was read only so much is remembered", "[models]") {
  const TemporaryFolder folder;
  FakeEncoder::Log log;
  const auto encoder = caching(log, folder);
  for (int i = 0; i < 5000; ++i) {
    (void)encoder->read(Texts{std::to_string(i)});
  }
  CHECK(log.calls == 5000);

  (void)encoder->read(Texts{"4999"});
  CHECK(log.calls == 5000);
  (void)encoder->read(Texts{"0"});
  CHECK(log.calls == 5001);
}

TEST_CASE("a failure while working ahead is met when the vectors are needed", "[models]") {
  FakeEncoder::Log log;
  log.fault = "damaged";
  const ForwardEncoder encoder(std::make_unique<FakeEncoder>(log));
  encoder.expect({"a", "bb"});
  CHECK_THROWS_WITH(encoder.encode(Texts{"a"}), "damaged");
}

TEST_CASE("an encoder that still has work ahead of it ends without doing it", "[models]") {
  FakeEncoder::Log log;
  { const ForwardEncoder idle(std::make_unique<FakeEncoder>(log)); }
  std::promise<void> begun;
  std::promise<void> leaving;
  log.before = [&, first = true]() mutable {
    if (std::exchange(first, false)) {
      begun.set_value();
      leaving.get_future().wait();
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  };
  {
    const ForwardEncoder encoder(std::make_unique<FakeEncoder>(log));
    for (int i = 0; i < 100; ++i) {
      encoder.expect({std::to_string(i)});
    }
    REQUIRE(begun.get_future().wait_for(kPatience) == std::future_status::ready);
    leaving.set_value();
  }
  CHECK(log.texts.size() < 50);
}

TEST_CASE("a guarded encoder passes on what is expected until it has failed", "[models]") {
  FakeEncoder::Log log;
  {
    const GuardedEncoder encoder(
        std::make_unique<ForwardEncoder>(std::make_unique<FakeEncoder>(log)),
        [](const std::string&) {});
    log.fault = "down";
    CHECK_THROWS(encoder.encode(Texts{"a"}));
    encoder.expect({"b"});
  }
  CHECK(log.calls == 1);
}
