#include "models/endpoint.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "models/endpoint_encoder.h"
#include "models/fakes.h"

using namespace pith;
using namespace pith::models;
using Catch::Matchers::Contains;
using pith::test::FakeHttp;

namespace {

Endpoint at(std::string url, std::string key = "") {
  return {std::move(url), "model", std::move(key)};
}

std::string reply_with(const std::string& embeddings) {
  return R"({"data":[)" + embeddings + "]}";
}

}  // namespace

TEST_CASE("endpoints are taken over https or on this machine", "[models]") {
  const auto [url, local] = GENERATE(table<std::string, bool>({
      {"https://api.example.org/v1", false},
      {"https://api.example.org:8443", false},
      {"http://localhost:8080/v1/", true},
      {"http://127.0.0.1/v1", true},
      {"http://127.1.2.3:1/v1", true},
      {"http://[::1]:11434/v1", true},
      {"https://localhost/v1", true},
  }));
  CAPTURE(url);
  CHECK_NOTHROW(check(at(url)));
  CHECK(is_local(at(url)) == local);
}

TEST_CASE("a URL that would send answers in the clear or elsewhere is refused", "[models]") {
  const auto url = GENERATE(
      as<std::string>{}, "", "api.example.org", "ftp://localhost/v1", "http://example.org/v1",
      "http://192.168.0.2/v1", "http://localhost.example.org/v1", "http://127.example.org/v1",
      "http://127.0.0.1.example.org", "http://127.0.0.1@example.org/v1", "http://127.0.0/v1",
      "http://127.999.0.1/v1", "http://127.0.0.256", "http://127.0.0.1.1", "http://127.0..1",
      "http://127.-1.0.1", "http://127.0.0.99999999999", "http://127.0.0.",
      "https://user:secret@example.org/v1", "http://localhost:port/v1",
      "http://localhost:123456/v1", "http://localhost\\@example.org/", "https:///v1", "https://",
      "https://example.org/v1?key=1", "https://example.org/#", "HTTP://localhost",
      "https://exa mple.org", "https://example.org/\r\nHost: other", "http://[::2]/v1",
      "http://[::1].example.org/", "file:///etc/passwd");
  CAPTURE(url);
  CHECK_THROWS_AS(check(at(url)), UsageError);
}

TEST_CASE("a key that could forge a header is refused, without being shown", "[models]") {
  const auto key =
      GENERATE(as<std::string>{}, "sk-secret\r\nX: y", "sk-secret ", "sk-\xE4\xB8\xAD");
  try {
    check(at("https://example.org/v1", key));
    FAIL("accepted");
  } catch (const UsageError& error) {
    CHECK_THAT(error.what(), !Contains("sk-"));
  }
}

TEST_CASE("a request goes to the path below the base URL, with the key", "[models]") {
  FakeHttp::Script script{{{200, "{}"}}, {}};

  CHECK(post_json(FakeHttp(script), at("https://example.org/v1/", "sk-1"), "/embeddings", "body",
                  [](auto) { FAIL("waited"); }) == "{}");

  REQUIRE(script.requests.size() == 1);
  CHECK(script.requests[0].url == "https://example.org/v1/embeddings");
  CHECK(script.requests[0].key == "sk-1");
  CHECK(script.requests[0].body == "body");
  CHECK_FALSE(script.requests[0].direct);
}

TEST_CASE("what goes to this machine passes no proxy", "[models]") {
  const auto url = GENERATE("http://localhost:1/v1", "http://127.0.0.1", "http://127.8.0.2:80/v1",
                            "http://[::1]:8080", "https://localhost");
  FakeHttp::Script script{{{200, "{}"}}, {}};
  (void)post_json(FakeHttp(script), at(url), "/x", "", [](auto) {});
  REQUIRE(script.requests.size() == 1);
  CHECK(script.requests[0].direct);
}

TEST_CASE("a busy or failing server is asked three times, with growing pauses", "[models]") {
  const auto status = GENERATE(429, 500, 502, 503, 504);
  FakeHttp::Script script{{{status, "<html>"}}, {}};
  std::vector<std::chrono::milliseconds> pauses;
  const auto pause = [&](std::chrono::milliseconds time) { pauses.push_back(time); };

  CHECK_THROWS_AS(post_json(FakeHttp(script), at("http://localhost"), "/x", "", pause),
                  StorageError);
  CHECK(script.requests.size() == 3);
  REQUIRE(pauses.size() == 2);
  CHECK(pauses[0] < pauses[1]);

  script = {{{status, ""}, {200, "at last"}}, {}};
  CHECK(post_json(FakeHttp(script), at("http://localhost"), "/x", "", pause) == "at last");
}

TEST_CASE("a refusal is final, and its message shows neither key nor what is no explanation",
          "[models]") {
  const auto [status, meaning] = GENERATE(table<int, std::string>({
      {401, "the key was refused"},
      {403, "the key was refused"},
      {404, "no such path or model"},
      {302, "redirects are not followed"},
      {400, "the request was refused"},
      {204, "the request was refused"},
  }));
  FakeHttp::Script script{{{status, "bad key sk-secret \x1b[31m"}}, {}};
  try {
    (void)post_json(FakeHttp(script), at("https://example.org/v1", "sk-secret"), "/x", "",
                    [](auto) { FAIL("waited"); });
    FAIL("accepted");
  } catch (const StorageError& error) {
    CHECK_THAT(error.what(), Contains("https://example.org/v1/x") &&
                                 Contains(std::to_string(status)) && Contains(meaning) &&
                                 !Contains("sk-secret") && !Contains("\x1b"));
  }
}

TEST_CASE("what the server says of a refusal is shown on one short line, if the key is not in it",
          "[models]") {
  const auto said_by = [](int status, const std::string& body) -> std::string {
    FakeHttp::Script script{{{status, body}}, {}};
    try {
      (void)post_json(FakeHttp(script), at("https://example.org/v1", "sk-secret"), "/x", "",
                      [](auto) {});
    } catch (const StorageError& error) {
      return error.what();
    }
    return "accepted";
  };
  const std::string no_model = R"({"error":{"message":"no model \"x\"\n\u001b[31mpith: all hit"}})";
  const auto said = said_by(400, no_model);
  CHECK_THAT(said, Contains("it says: no model \"x\" ") && !Contains("\n") && !Contains("\x1b"));
  CHECK_THAT(said_by(404, R"({"error":"try `pull` first"})"), Contains("it says: try `pull`"));
  CHECK(said_by(400, R"({"error":")" + std::string(5000, 'x') + "\"}").size() < 300);
  for (const auto status : {401, 403, 500, 302}) {
    CHECK_THAT(said_by(status, no_model), !Contains("no model"));
  }
  for (const auto* body : {R"({"error":"the key is sk-secret"})", R"({"error":5})", R"(["error"])",
                           R"({"error":{"message":null}})", R"({"error":{}})"}) {
    CHECK_THAT(said_by(400, body), !Contains("it says"));
  }
}

TEST_CASE("no part of a key is shown that would tell it from others", "[models]") {
  const auto said_with = [](const std::string& key, const std::string& message) -> std::string {
    FakeHttp::Script script{{{400, R"({"error":{"message":")" + message + "\"}}"}}, {}};
    try {
      (void)post_json(FakeHttp(script), at("https://example.org/v1", key), "/x", "", [](auto) {});
    } catch (const StorageError& error) {
      return error.what();
    }
    return "accepted";
  };
  const std::string key = "sk-abcdefghijklmnopqrstuv";
  for (const auto* message : {"bad key sk-abcde...stuv", "bad key sk-a***", "bad key ****stuv"}) {
    CAPTURE(message);
    CHECK_THAT(said_with(key, message),
               Contains("400: the request was refused") && !Contains("it says"));
  }
  CHECK_THAT(said_with(key, "unknown task"), Contains("it says: unknown task"));
  CHECK_THAT(said_with("task-1", "unknown task"), Contains("it says: unknown task"));
  CHECK_THAT(said_with("", "unknown task"), Contains("it says: unknown task"));
}

TEST_CASE("all requests for one call have one time-out together", "[models]") {
  class Slow final : public Http {
   public:
    Slow(std::chrono::steady_clock::time_point& now, int status) : now_(now), status_(status) {}
    [[nodiscard]] HttpReply post(const HttpRequest& request) const override {
      constexpr std::chrono::milliseconds kTime{20'000};
      now_ += std::min(request.timeout, kTime);
      if (request.timeout < kTime) {
        throw StorageError("too late");
      }
      std::string vectors = R"({"embedding":[3,4]})";
      for (std::size_t i = 1; i < EndpointEncoder::kBatch; ++i) {
        vectors += R"(,{"embedding":[3,4]})";
      }
      return {status_, reply_with(vectors)};
    }

   private:
    std::chrono::steady_clock::time_point& now_;
    int status_;
  };
  std::chrono::steady_clock::time_point now;
  const auto begun = now;
  const auto pause = [&](std::chrono::milliseconds time) { now += time; };
  const auto status = GENERATE(200, 503);
  const EndpointEncoder encoder(at("http://localhost/v1"), std::make_unique<Slow>(now, status),
                                pause, [&] { return now; });

  CHECK_THROWS_WITH(encoder.encode(std::vector<std::string_view>(1000, "text")), "too late");

  CHECK(now - begun == at("").timeout);
}

TEST_CASE("an endpoint encodes many texts in batches, each vector in its place and of length 1",
          "[models]") {
  std::string first;
  for (std::size_t i = 0; i < EndpointEncoder::kBatch; ++i) {
    first += (i > 0 ? "," : "") + std::string(R"({"embedding":[3,4]})");
  }
  FakeHttp::Script script{{{200, reply_with(first)},
                           {200, reply_with(R"({"index":1,"embedding":[0,2]},)"
                                            R"({"index":0,"embedding":[-5,0]})")}},
                          {}};
  const EndpointEncoder encoder(at("http://localhost/v1"), std::make_unique<FakeHttp>(script));
  const std::vector<std::string_view> texts(EndpointEncoder::kBatch + 2, "text");

  const auto vectors = encoder.encode(texts);

  REQUIRE(vectors.size() == texts.size());
  CHECK(vectors[0] == std::vector<float>{0.6F, 0.8F});
  CHECK(vectors[EndpointEncoder::kBatch] == std::vector<float>{-1, 0});
  CHECK(vectors[EndpointEncoder::kBatch + 1] == std::vector<float>{0, 1});
  CHECK(script.requests.size() == 2);
}

TEST_CASE("a reply without vectors is told with the server it is from", "[models]") {
  FakeHttp::Script script{{{200, "<html>"}}, {}};
  const EndpointEncoder encoder(at("http://localhost/v1"), std::make_unique<FakeHttp>(script));
  const std::vector<std::string_view> text = {"text"};
  CHECK_THROWS_WITH(encoder.encode(text), Contains("http://localhost/v1") &&
                                              Contains("not the JSON of an embeddings server"));
}

TEST_CASE("an endpoint may not change the length of its vectors", "[models]") {
  FakeHttp::Script script{
      {{200, reply_with(R"({"embedding":[3,4]})")}, {200, reply_with(R"({"embedding":[3,4,5]})")}},
      {}};
  const EndpointEncoder encoder(at("http://localhost/v1"), std::make_unique<FakeHttp>(script));
  const std::vector<std::string_view> text = {"text"};
  (void)encoder.encode(text);
  CHECK_THROWS_AS(encoder.encode(text), StorageError);
}

TEST_CASE("nothing is sent before a text is to be encoded, nor for none", "[models]") {
  FakeHttp::Script script{{{500, ""}}, {}};
  const EndpointEncoder encoder(at("http://localhost/v1"), std::make_unique<FakeHttp>(script));
  CHECK(encoder.model() == "model@http://localhost/v1");
  CHECK(encoder.encode({}).empty());
  CHECK(script.requests.empty());
  CHECK_THROWS_AS(EndpointEncoder(at("http://example.org"), std::make_unique<FakeHttp>(script)),
                  UsageError);
}
