#include <memory>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "grading/grader.h"
#include "models/caching_encoder.h"
#include "models/endpoint_encoder.h"
#include "models/guarded_encoder.h"
#include "support/temporary_folder.h"

using namespace pith;
using namespace pith::models;
using pith::test::TemporaryFolder;

namespace {

/// What a server is asked, and whether it is still there.
struct Server {
  bool is_gone = false;
  std::size_t requests = 0;
};

/// Gives every text a vector, as long as the server is there.
class ToServer final : public Http {
 public:
  explicit ToServer(Server& server) : server_(server) {}

  [[nodiscard]] HttpReply post(const HttpRequest& request) const override {
    ++server_.requests;
    if (server_.is_gone) {
      throw StorageError("the server is gone");
    }
    auto vectors = nlohmann::json::array();
    const auto body = nlohmann::json::parse(request.body);
    for (const auto& text : body["input"]) {
      vectors.push_back({{"embedding", {1, text.get<std::string>().size(), 2}}});
    }
    return {200, nlohmann::json{{"data", vectors}}.dump()};
  }

 private:
  Server& server_;
};

/// The encoder of a process that begins: what others before it were told is in the folder.
std::unique_ptr<grading::SentenceEncoder> encoder_at(Server& server, const TemporaryFolder& folder,
                                                     std::vector<std::string>& notices) {
  return std::make_unique<GuardedEncoder>(
      std::make_unique<CachingEncoder>(
          std::make_unique<EndpointEncoder>(Endpoint{"http://localhost/v1", "model", ""},
                                            std::make_unique<ToServer>(server)),
          folder.path()),
      [&notices](const std::string& why) { notices.push_back(why); });
}

deck::Item item(const std::string& question) {
  deck::Item item;
  item.language = "en";
  item.question = question;
  for (const auto* name : {"backups every night", "alerts on odd figures"}) {
    deck::Point point;
    point.id = point.name = name;
    item.points.push_back(point);
  }
  return item;
}

void grade(const grading::SentenceEncoder& encoder, const std::string& question) {
  (void)grading::grade(item(question), "copies, and somebody who is called", {.encoder = &encoder});
}

}  // namespace

TEST_CASE("a server that is gone is asked once, though some vectors are there from before",
          "[models]") {
  const TemporaryFolder folder;
  Server server;
  std::vector<std::string> notices;
  grade(*encoder_at(server, folder, notices), "How is a server kept?");
  REQUIRE(server.requests > 0);

  server = {.is_gone = true};
  const auto encoder = encoder_at(server, folder, notices);
  grade(*encoder, "How is a server kept?");
  CHECK(server.requests == 0);
  CHECK(encoder->name() == "endpoint");
  CHECK(notices.empty());

  grade(*encoder, "How is a machine kept?");
  grade(*encoder, "How is a house kept?");
  CHECK(server.requests == 1);
  CHECK(encoder->name() == "none");
  CHECK(notices == std::vector<std::string>{"the server is gone"});
}
