#include "cli/settings/encoder_choice.h"

#include <cstdlib>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "support/stub_server.h"
#include "support/temporary_folder.h"

using namespace pith;
using namespace pith::cli;
using Catch::Matchers::Contains;
using pith::test::http_reply;
using pith::test::StubServer;
using pith::test::TemporaryFolder;

namespace {

using Texts = std::vector<std::string_view>;

/// A home without weights, and what was said.
struct World {
  TemporaryFolder folder;
  Paths paths{folder.path() / "data", folder.path() / "config", folder.path() / "cache",
              folder.path() / "share", folder.path() / "decks"};
  std::vector<std::string> notices;
  Notice notice = [this](const std::string& line) { notices.push_back(line); };

  [[nodiscard]] auto encoder(const std::string& option, const Config& config = {}) const {
    return choose_encoder({option, false}, config, paths, notice);
  }
};

Config with_endpoint(const std::string& url, const std::string& key_env = "") {
  Config config;
  config.endpoint = Endpoint{url, "m", key_env, std::chrono::seconds(1)};
  config.judge = config.endpoint;
  return config;
}

}  // namespace

TEST_CASE("without weights, grading goes by words and nothing is said", "[cli]") {
  World world;
  CHECK(world.encoder("auto") == nullptr);
  CHECK(world.encoder("") == nullptr);
  CHECK(world.encoder("none") == nullptr);
  CHECK(world.notices.empty());
}

TEST_CASE("an encoder that was asked for and is not there says so once", "[cli]") {
  World world;
  const auto encoder = world.encoder("e5");
  REQUIRE(encoder != nullptr);
  CHECK(encoder->name() == "e5");
  CHECK(world.notices.empty());

  for (int i = 0; i < 3; ++i) {
    CHECK_THROWS_AS(encoder->encode(Texts{"text"}), StorageError);
  }
  REQUIRE(world.notices.size() == 1);
  CHECK_THAT(world.notices[0], Contains("scripts/fetch-encoder") && Contains("goes by words"));
  CHECK(encoder->name() == "none");
}

TEST_CASE("the command line goes before the configuration", "[cli]") {
  World world;
  Config config;
  config.encoder = "e5";
  CHECK(world.encoder("", config) != nullptr);
  CHECK(world.encoder("none", config) == nullptr);
}

TEST_CASE("an endpoint that is configured encodes, and its vectors are cached", "[cli]") {
  World world;
  const StubServer server({http_reply("200 OK", R"({"data":[{"embedding":[0,2]}]})")});
  const auto config = with_endpoint(server.url());

  for (int process = 0; process < 2; ++process) {
    const auto encoder = world.encoder("endpoint", config);
    CHECK(encoder->name() == "endpoint");
    CHECK(encoder->encode(Texts{"text"}) == std::vector<std::vector<float>>{{0, 1}});
  }
  CHECK(server.requests().size() == 1);
  CHECK(world.notices.empty());  // nothing left this machine
}

TEST_CASE("an endpoint that is configured is not used unless it is chosen", "[cli]") {
  World world;
  const StubServer server({http_reply("200 OK", "{}")});
  CHECK(world.encoder("auto", with_endpoint(server.url())) == nullptr);
  CHECK(choose_judge({"", false}, with_endpoint(server.url()), world.notice) == nullptr);
  CHECK(server.requests().empty());
}

TEST_CASE("before the first answer leaves the machine there is one notice", "[cli]") {
  World world;
  const auto encoder = world.encoder("endpoint", with_endpoint("https://pith.invalid/v1"));
  CHECK(world.notices.empty());

  CHECK_THROWS_AS(encoder->encode(Texts{"text"}), StorageError);
  REQUIRE(world.notices.size() == 2);
  CHECK(world.notices[0] == "answers are sent to https://pith.invalid/v1, as configured");
  CHECK_THAT(world.notices[1], Contains("goes by words"));
}

TEST_CASE("an endpoint that is missing or wrong in the configuration is a mistake of usage",
          "[cli]") {
  World world;
  CHECK_THROWS_AS(world.encoder("endpoint"), UsageError);
  CHECK_THROWS_AS(choose_judge({"", true}, {}, world.notice), UsageError);
  CHECK_THROWS_AS(world.encoder("endpoint", with_endpoint("http://example.org/v1")), UsageError);
  CHECK_THROWS_AS(choose_judge({"", true}, with_endpoint("ftp://x"), world.notice), UsageError);
}

TEST_CASE("the key comes from the variable that the configuration names", "[cli]") {
  World world;
  const StubServer server({http_reply("200 OK", R"({"data":[{"embedding":[0,2]}]})")});
  const auto config = with_endpoint(server.url(), "PITH_TEST_KEY");
  ::unsetenv("PITH_TEST_KEY");
  CHECK_THROWS_WITH(world.encoder("endpoint", config), Contains("PITH_TEST_KEY, which is not set"));

  ::setenv("PITH_TEST_KEY", "sk-1", 1);
  (void)world.encoder("endpoint", config)->encode(Texts{"text"});
  ::unsetenv("PITH_TEST_KEY");
  CHECK_THAT(server.requests().at(0), Contains("Authorization: Bearer sk-1\r\n"));
}

TEST_CASE("a judge that was asked for is there", "[cli]") {
  World world;
  CHECK(choose_judge({"", true}, with_endpoint("http://localhost:1/v1"), world.notice) != nullptr);
}
