#include "models/curl_http.h"

#include <catch2/catch.hpp>
#include <dlfcn.h>

#include "base/error.h"
#include "base/stopped.h"
#include "models/endpoint_encoder.h"
#include "models/endpoint_judge.h"
#include "support/stub_server.h"

using namespace pith;
using namespace pith::models;
using namespace std::chrono_literals;
using Catch::Matchers::Contains;
using pith::test::http_reply;
using pith::test::StubServer;

namespace {

HttpReply post(const std::string& url, const std::string& body = "{}", const std::string& key = "",
               std::chrono::milliseconds timeout = 5s) {
  return curl_http()->post({url, key, body, timeout});
}

EndpointEncoder encoder_at(const std::string& url, std::chrono::milliseconds timeout = 5s) {
  return {Endpoint{url, "m", "sk-secret", timeout}, curl_http(), [](auto) {}};
}

const std::vector<std::string_view> text = {"text"};

}  // namespace

TEST_CASE("libcurl is not loaded before something is posted", "[models]") {
  const auto loaded = [] { return ::dlopen("libcurl.so.4", RTLD_NOLOAD | RTLD_LAZY) != nullptr; };
  const bool before = loaded();
  const auto http = curl_http();
  const auto encoder = encoder_at("http://localhost:1/v1");

  CHECK(loaded() == before);
}

TEST_CASE("a post carries the body as JSON and the key as a bearer token", "[models]") {
  const StubServer server({http_reply("200 OK", "{\"answer\":42}")});
  const std::string body(10'000, 'x');

  const auto reply = post(server.url() + "/embeddings", body, "sk-secret");

  CHECK(reply.status == 200);
  CHECK(reply.body == "{\"answer\":42}");
  REQUIRE(server.requests().size() == 1);
  const auto request = server.requests()[0];
  CHECK_THAT(request, Catch::StartsWith("POST /v1/embeddings HTTP/1.1\r\n") &&
                          Contains("Content-Type: application/json\r\n") &&
                          Contains("Authorization: Bearer sk-secret\r\n"));
  CHECK(request.substr(request.size() - body.size()) == body);
}

TEST_CASE("no key, no authorization", "[models]") {
  const StubServer server({http_reply("200 OK", "{}")});
  (void)post(server.url());
  CHECK_THAT(server.requests().at(0), !Contains("Authorization"));
}

TEST_CASE("a redirect is not followed, so that the key goes nowhere else", "[models]") {
  const StubServer elsewhere({http_reply("200 OK", "{}")});
  const StubServer server(
      {http_reply("307 Temporary Redirect", "", "Location: " + elsewhere.url() + "\r\n")});

  CHECK_THROWS_WITH(encoder_at(server.url()).encode(text), Contains("redirects are not followed"));
  CHECK(elsewhere.requests().empty());
}

TEST_CASE("every kind of bad reply is an error of ours that does not show the key", "[models]") {
  const auto [reply, why] = GENERATE(table<std::string, std::string>({
      {"", "no reply from"},
      {"garbage\r\n\r\n", "no reply from"},
      {"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", "no reply from"},
      {http_reply("200 OK", ""), "not the JSON"},
      {http_reply("200 OK", "<html>Log in</html>"), "not the JSON"},
      {http_reply("200 OK", std::string(Http::kLongestReply + 1, ' ')), "too long"},
      {http_reply("200 OK", R"({"data":[{"embedding":[null]}]})"), "no number"},
      {http_reply("401 Unauthorized", "bad key: sk-secret"), "the key was refused"},
      {http_reply("404 Not Found", "<html>"), "no such path"},
      {http_reply("429 Too Many Requests", "{}"), "too many requests"},
      {http_reply("500 Internal Server Error", "<html>"), "the server failed"},
  }));
  CAPTURE(reply.substr(0, 100));
  const StubServer server({reply});
  const auto encoder = encoder_at(server.url());

  CHECK_THROWS_WITH(encoder.encode(text), Contains(why) && !Contains("sk-secret"));
  CHECK_THROWS_AS(encoder.encode(text), StorageError);
}

TEST_CASE("a server that was busy is asked again", "[models]") {
  const StubServer server({http_reply("429 Too Many Requests", ""), http_reply("503 Busy", ""),
                           http_reply("200 OK", R"({"data":[{"embedding":[0,-3]}]})")});

  CHECK(encoder_at(server.url()).encode(text) == std::vector<std::vector<float>>{{0, -1}});
  CHECK(server.requests().size() == 3);
}

TEST_CASE("a server that is too slow or not there is given up", "[models]") {
  const StubServer slow({http_reply("200 OK", "{}")}, 400ms);
  CHECK_THROWS_WITH(encoder_at(slow.url(), 100ms).encode(text), Contains("no reply from"));
  CHECK_THROWS_WITH(encoder_at("http://127.0.0.1:1/v1").encode(text), Contains("no reply from"));
}

TEST_CASE("a server that says nothing is left when the learner wants to leave", "[models]") {
  const StubServer silent({});
  const auto asked = [&] { return !silent.requests().empty(); };
  CHECK_THROWS_AS(curl_http(asked)->post({silent.url(), "", "{}", 600s}), Stopped);
  CHECK(silent.requests().size() == 1);
}

TEST_CASE("nobody waits to ask a busy server again once the learner wants to leave", "[models]") {
  const StubServer busy({http_reply("503 Busy", "")});
  const auto asked = [&] { return !busy.requests().empty(); };
  const EndpointEncoder encoder({busy.url(), "m", "", 600s}, curl_http(asked), pause_unless(asked));
  CHECK_THROWS_AS(encoder.encode(text), Stopped);
}

TEST_CASE("a judge over the wire fills the rubric", "[models]") {
  const StubServer server({http_reply(
      "200 OK",
      R"({"model":"tiny","choices":[{"message":{"content":)"
      R"("{\"points\":[{\"point\":1,\"verdict\":\"hit\",\"quote\":\"own work\"}]}"}}]})")});
  deck::Item item;
  item.question = "How?";
  item.points.resize(1);
  item.points[0].name = "original research";
  const EndpointJudge judge({server.url(), "m", ""}, curl_http());
  const std::vector<std::size_t> points = {0};

  const auto judgement = judge.judge(item, "by our own work", points);

  CHECK(judgement.model == "tiny");
  CHECK(judgement.opinions.at(0) == grading::Opinion{grading::Verdict::hit, grading::Span{7, 15}});
}
