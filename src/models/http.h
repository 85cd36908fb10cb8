// The one thing that models ask of the network. Tests put a scripted server in its place.
#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace pith::models {

struct HttpRequest {
  std::string url;
  std::string key;   ///< Sent as a bearer token; empty = none. Never in a message.
  std::string body;  ///< JSON.
  std::chrono::milliseconds timeout{30'000};  ///< For the whole exchange.
  bool direct = false;  ///< To this machine: past any proxy that the environment names.
};

/// Whether the learner wants to leave; asked again and again while a server is waited for.
using StopWanted = std::function<bool()>;

struct HttpReply {
  int status = 0;
  std::string body;
};

/// Any number of threads may call it.
class Http {
 public:
  /// Bytes of a reply that are taken; a longer one is an error.
  static constexpr std::size_t kLongestReply = std::size_t{16} << 20U;

  Http() = default;
  Http(const Http&) = delete;
  Http& operator=(const Http&) = delete;
  virtual ~Http() = default;

  /// Posts and gives the reply, whatever its status; follows no redirect. Throws StorageError if
  /// there is none, Stopped if the learner wants to leave meanwhile.
  [[nodiscard]] virtual HttpReply post(const HttpRequest& request) const = 0;
};

}  // namespace pith::models
