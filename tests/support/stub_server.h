// A server on this machine that says what the test wrote for it, byte for byte.
#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace pith::test {

/// Answers one connection after the other with the scripted bytes, then closes it; the last script
/// is used for all further ones. An empty script closes without a word; without any script it says
/// nothing until the client has left.
class StubServer {
 public:
  explicit StubServer(std::vector<std::string> replies, std::chrono::milliseconds delay = {});
  StubServer(const StubServer&) = delete;
  StubServer& operator=(const StubServer&) = delete;
  ~StubServer();

  [[nodiscard]] std::string url() const;

  /// What clients sent so far, one string a connection.
  [[nodiscard]] std::vector<std::string> requests() const;

 private:
  void serve();

  std::vector<std::string> replies_;
  std::chrono::milliseconds delay_;
  int listener_ = -1;
  int port_ = 0;
  mutable std::mutex access_;
  std::vector<std::string> requests_;
  std::thread thread_;
};

/// An HTTP reply with this status line and body.
[[nodiscard]] std::string http_reply(const std::string& status, const std::string& body,
                                     const std::string& headers = "");

}  // namespace pith::test
