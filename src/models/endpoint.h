// An OpenAI-compatible server, as the user configured it. Answers go to it over https or stay on
// this machine; its key is sent to it and shown to nobody.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "models/http.h"

namespace pith::models {

struct Endpoint {
  std::string url;  ///< Base, such as http://localhost:8080/v1.
  std::string model;
  std::string key;  ///< Bearer token; empty = none.
  /// For all requests of one call together: of one encode(), or of one question to a judge.
  std::chrono::milliseconds timeout{30'000};
};

/// A server answered, but with nothing that it was asked for.
class UnusableReply : public StorageError {
 public:
  using StorageError::StorageError;
};

/// A server does not take a request as it is, or fails with it: the same one will not do.
class RefusedRequest : public StorageError {
 public:
  using StorageError::StorageError;
};

/// Throws UsageError unless the URL is https://… or http:// to this machine (localhost, 127.x.x.x,
/// [::1]), without user, query or fragment, and the key can stand in a header.
void check(const Endpoint& endpoint);

/// Whether a text of a server has the key, or the beginning or end of it that is shown of a long
/// one.
[[nodiscard]] bool tells_of(std::string_view key, std::string_view text);

/// The server is this machine, so that nothing leaves it. Requires a URL that passed check().
[[nodiscard]] bool is_local(const Endpoint& endpoint);

/// Waits; tests pass one that does not.
using Pause = std::function<void(std::chrono::milliseconds)>;
void sleep_for(std::chrono::milliseconds time);
/// One that ends early once the learner wants to leave.
[[nodiscard]] Pause pause_unless(StopWanted stop_wanted);

/// What time it is; tests pass one of their own.
using Clock = std::function<std::chrono::steady_clock::time_point()>;
/// At least 1 ms, since no time at all would be no bound for a request.
[[nodiscard]] std::chrono::milliseconds time_until(std::chrono::steady_clock::time_point end,
                                                   const Clock& clock);

/// Posts JSON to `path` below the base URL and gives the body of a reply with status 200. Tries
/// three times on 429 and 5xx, waiting half a second, then one, as far as the endpoint's time-out
/// has room for it. Throws StorageError, which names the URL and what to look at, with a line of
/// what the server says where it refuses the request; never the key. RefusedRequest where the
/// request itself may be at fault (400, 422, 500, 501).
[[nodiscard]] std::string post_json(const Http& http, const Endpoint& endpoint,
                                    std::string_view path, std::string body, const Pause& pause,
                                    const Clock& clock = &std::chrono::steady_clock::now);

}  // namespace pith::models
