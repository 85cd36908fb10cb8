#include "support/stub_server.h"

#include <stdexcept>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pith::test {
namespace {

/// Reads one request: its head, and as much more as Content-Length says.
std::string read_request(int connection) {
  std::string request;
  std::size_t wanted = std::string::npos;
  char buffer[4096];
  while (request.size() < wanted) {
    const auto count = ::recv(connection, buffer, sizeof buffer, 0);
    if (count <= 0) {
      break;
    }
    request.append(buffer, static_cast<std::size_t>(count));
    const auto head = request.find("\r\n\r\n");
    if (wanted == std::string::npos && head != std::string::npos) {
      const auto length = request.find("Content-Length: ");
      wanted = head + 4 + (length < head ? std::stoul(request.substr(length + 16)) : 0);
    }
  }
  return request;
}

}  // namespace

StubServer::StubServer(std::vector<std::string> replies, std::chrono::milliseconds delay)
    : replies_(std::move(replies)), delay_(delay), listener_(::socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  if (::bind(listener_, generic, size) != 0 || ::listen(listener_, 16) != 0 ||
      ::getsockname(listener_, generic, &size) != 0) {
    throw std::runtime_error("cannot listen on this machine");
  }
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { serve(); });
}

StubServer::~StubServer() {
  ::shutdown(listener_, SHUT_RDWR);  // makes accept() return
  thread_.join();
  ::close(listener_);
}

void StubServer::serve() {
  for (std::size_t i = 0;; ++i) {
    const int connection = ::accept(listener_, nullptr, nullptr);
    if (connection < 0) {
      return;
    }
    auto request = read_request(connection);
    {
      const std::lock_guard lock(access_);
      requests_.push_back(std::move(request));
    }
    if (replies_.empty()) {
      (void)read_request(connection);
    } else {
      std::this_thread::sleep_for(delay_);
      const auto& reply = replies_[std::min(i, replies_.size() - 1)];
      (void)::send(connection, reply.data(), reply.size(), MSG_NOSIGNAL);
    }
    ::close(connection);
  }
}

std::string StubServer::url() const {
  return "http://127.0.0.1:" + std::to_string(port_) + "/v1";
}

std::vector<std::string> StubServer::requests() const {
  const std::lock_guard lock(access_);
  return requests_;
}

std::string http_reply(const std::string& status, const std::string& body,
                       const std::string& headers) {
  return "HTTP/1.1 " + status + "\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\nConnection: close\r\n" + headers + "\r\n" + body;
}

}  // namespace pith::test
