// An OpenAI-compatible server, as the user configured it. Answers go to it over https or stay on
// this machine; its key is sent to it and shown to nobody.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

#include "models/http.h"

namespace pith::models {

struct Endpoint {
  std::string url;  ///< Base, such as http://localhost:8080/v1.
  std::string model;
  std::string key;                            ///< Bearer token; empty = none.
  std::chrono::milliseconds timeout{30'000};  ///< For one request; three are tried at most.
};

/// Throws UsageError unless the URL is https://… or http:// to this machine (localhost, 127.x.x.x,
/// [::1]), without user, query or fragment, and the key can stand in a header.
void check(const Endpoint& endpoint);

/// The server is this machine, so that nothing leaves it. Requires a URL that passed check().
[[nodiscard]] bool is_local(const Endpoint& endpoint);

/// Waits; tests pass one that does not.
using Pause = std::function<void(std::chrono::milliseconds)>;
void sleep_for(std::chrono::milliseconds time);
/// One that ends early once the learner wants to leave.
[[nodiscard]] Pause pause_unless(StopWanted stop_wanted);

/// Posts JSON to `path` below the base URL and gives the body of a reply with status 200. Tries
/// three times on 429 and 5xx, waiting half a second, then one. Throws StorageError, which names
/// the URL and what to look at, never the key or what the server wrote.
[[nodiscard]] std::string post_json(const Http& http, const Endpoint& endpoint,
                                    std::string_view path, std::string body, const Pause& pause);

}  // namespace pith::models
