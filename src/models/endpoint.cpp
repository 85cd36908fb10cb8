#include "models/endpoint.h"

#include <algorithm>
#include <array>
#include <thread>

#include <arpa/inet.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/is_digit.h"
#include "models/excerpt.h"
#include "text/bounded_json.h"

namespace pith::models {
namespace {

using namespace std::chrono_literals;

bool is_host_character(char c) {
  return base::is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
         c == '.';
}

bool is_path_character(char c) {
  return is_host_character(c) || std::string_view("/_~%+:,=").find(c) != std::string_view::npos;
}

/// The parts of a URL that an endpoint may have; `sound` is false for any other.
struct Parts {
  bool sound = false;
  bool https = false;
  std::string host;
};

Parts split(std::string_view url) {
  Parts parts;
  parts.https = url.starts_with("https://");
  if (!parts.https && !url.starts_with("http://")) {
    return parts;
  }
  url.remove_prefix(parts.https ? 8 : 7);
  const auto authority = url.substr(0, url.find('/'));
  const auto path = url.substr(authority.size());
  if (authority.starts_with("[::1]")) {
    parts.host = "[::1]";
  } else {
    const auto end = std::find_if_not(authority.begin(), authority.end(), is_host_character);
    parts.host = std::string(authority.begin(), end);
  }
  const auto port = authority.substr(parts.host.size());
  parts.sound = !parts.host.empty() && std::all_of(path.begin(), path.end(), is_path_character) &&
                (port.empty() || (port[0] == ':' && port.size() >= 2 && port.size() <= 6 &&
                                  std::all_of(port.begin() + 1, port.end(), base::is_digit)));
  return parts;
}

/// 127.a.b.c in four decimal parts; a name such as 127.example.org is none.
bool is_loopback_number(const std::string& host) {
  in_addr address{};
  return host.starts_with("127.") && ::inet_pton(AF_INET, host.c_str(), &address) == 1;
}

bool is_loopback(const Parts& parts) {
  return parts.host == "localhost" || parts.host == "[::1]" || is_loopback_number(parts.host);
}

std::string_view meaning_of(int status) {
  switch (status) {
    case 401:
    case 403:
      return "the key was refused";
    case 404:
      return "it knows no such path or model; the URL usually ends in /v1";
    case 429:
      return "too many requests, or the account is out of credit";
    default:
      return status / 100 == 3   ? "redirects are not followed; configure where it leads"
             : status / 100 == 5 ? "the server failed"
                                 : "the request was refused";
  }
}

bool is_worth_another_try(int status) {
  return status == 429 || (status >= 500 && status != 501);
}

/// What the server itself says of a request that it does not take: OpenAI's `error.message`, or the
/// `error` of others. Nothing that has some of the key in it, or may be about it.
std::string explanation_in(const HttpReply& reply, const std::string& key) {
  constexpr std::size_t kLongest = 120;
  if (reply.status / 100 != 4 || reply.status == 401 || reply.status == 403) {
    return "";
  }
  const auto body = text::parse_bounded_json(reply.body);
  auto error = body.is_object() ? body.value("error", nlohmann::json()) : nlohmann::json();
  if (error.is_object()) {
    error = error.value("message", nlohmann::json());
  }
  const auto said = error.is_string() ? error.get<std::string>() : std::string();
  return tells_of(key, said) ? "" : excerpt(said, kLongest);
}

[[noreturn]] void reject(const HttpRequest& request, const HttpReply& reply) {
  const auto fault = fmt::format("{} replied with status {}: {}", request.url, reply.status,
                                 meaning_of(reply.status));
  const auto explanation = explanation_in(reply, request.key);
  const auto said =
      explanation.empty() ? fault : fmt::format("{}; it says: {}", fault, explanation);
  if (reply.status == 400 || reply.status == 422 || reply.status == 500 || reply.status == 501) {
    throw RefusedRequest(said);
  }
  throw StorageError(said);
}

}  // namespace

bool tells_of(std::string_view key, std::string_view text) {
  constexpr std::size_t kShown = 4;
  const auto has = [&](std::string_view part) { return text.find(part) != std::string_view::npos; };
  return key.size() < 2 * kShown
             ? !key.empty() && has(key)
             : has(key.substr(0, kShown)) || has(key.substr(key.size() - kShown));
}

void check(const Endpoint& endpoint) {
  constexpr std::size_t kLongestUrl = 200;
  const auto parts = split(endpoint.url);
  if (!parts.sound) {
    throw UsageError(fmt::format(
        "'{}' is no URL of an endpoint: write https://HOST/v1 or http://localhost:PORT/v1",
        excerpt(endpoint.url, kLongestUrl)));
  }
  if (!parts.https && !is_loopback(parts)) {
    throw UsageError(
        fmt::format("'{}' would send answers in the clear: use https, or a server on this machine",
                    excerpt(endpoint.url, kLongestUrl)));
  }
  const auto in_header = [](char c) { return c > ' ' && c < '\x7F'; };
  if (!std::all_of(endpoint.key.begin(), endpoint.key.end(), in_header)) {
    throw UsageError(fmt::format(
        "the key for '{}' has a space, a line break or another character that no key has",
        excerpt(endpoint.url, kLongestUrl)));
  }
}

bool is_local(const Endpoint& endpoint) {
  return is_loopback(split(endpoint.url));
}

std::chrono::milliseconds time_until(std::chrono::steady_clock::time_point end,
                                     const Clock& clock) {
  return std::max(1ms, std::chrono::ceil<std::chrono::milliseconds>(end - clock()));
}

void sleep_for(std::chrono::milliseconds time) {
  std::this_thread::sleep_for(time);
}

Pause pause_unless(StopWanted stop_wanted) {
  return [stop_wanted = std::move(stop_wanted)](std::chrono::milliseconds time) {
    constexpr auto kSlice = 50ms;
    for (; time > 0ms && !(stop_wanted && stop_wanted()); time -= kSlice) {
      sleep_for(std::min(time, kSlice));
    }
  };
}

std::string post_json(const Http& http, const Endpoint& endpoint, std::string_view path,
                      std::string body, const Pause& pause, const Clock& clock) {
  check(endpoint);
  auto base = endpoint.url;
  while (base.ends_with('/')) {
    base.pop_back();
  }
  const auto end = clock() + endpoint.timeout;
  HttpRequest request{base + std::string(path), endpoint.key, std::move(body), endpoint.timeout,
                      is_local(endpoint)};
  auto reply = http.post(request);
  for (const auto wait : std::array{500ms, 1000ms}) {
    if (!is_worth_another_try(reply.status) || clock() + wait >= end) {
      break;
    }
    pause(wait);
    request.timeout = time_until(end, clock);
    reply = http.post(request);
  }
  if (reply.status != 200) {
    reject(request, reply);
  }
  return std::move(reply.body);
}

}  // namespace pith::models
