#include "models/curl_http.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include <curl/curl.h>
#include <dlfcn.h>
#include <fmt/format.h>

#include "base/error.h"
#include "base/stopped.h"

namespace pith::models {
namespace {

/// The functions of libcurl that are used.
struct Curl {
  decltype(&curl_global_init) global_init = nullptr;
  decltype(&curl_easy_init) init = nullptr;
  decltype(&curl_easy_setopt) set = nullptr;
  decltype(&curl_multi_init) multi_init = nullptr;
  decltype(&curl_multi_add_handle) add = nullptr;
  decltype(&curl_multi_perform) perform = nullptr;
  decltype(&curl_multi_poll) poll = nullptr;
  decltype(&curl_multi_info_read) outcome = nullptr;
  decltype(&curl_multi_remove_handle) remove = nullptr;
  decltype(&curl_multi_cleanup) multi_cleanup = nullptr;
  decltype(&curl_easy_getinfo) info = nullptr;
  decltype(&curl_easy_cleanup) cleanup = nullptr;
  decltype(&curl_easy_strerror) explain = nullptr;
  decltype(&curl_slist_append) append = nullptr;
  decltype(&curl_slist_free_all) free_all = nullptr;
};

template <typename Function>
void find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  if (function == nullptr) {
    throw StorageError(fmt::format("libcurl.so.4 has no {}: install a newer libcurl4", name));
  }
}

Curl open_curl() {
  void* library = ::dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) {
    throw StorageError(
        "an endpoint needs libcurl.so.4, which is not here (on Debian: apt-get install libcurl4)");
  }
  Curl curl;
  find(library, "curl_global_init", curl.global_init);
  find(library, "curl_easy_init", curl.init);
  find(library, "curl_easy_setopt", curl.set);
  find(library, "curl_multi_init", curl.multi_init);
  find(library, "curl_multi_add_handle", curl.add);
  find(library, "curl_multi_perform", curl.perform);
  find(library, "curl_multi_poll", curl.poll);
  find(library, "curl_multi_info_read", curl.outcome);
  find(library, "curl_multi_remove_handle", curl.remove);
  find(library, "curl_multi_cleanup", curl.multi_cleanup);
  find(library, "curl_easy_getinfo", curl.info);
  find(library, "curl_easy_cleanup", curl.cleanup);
  find(library, "curl_easy_strerror", curl.explain);
  find(library, "curl_slist_append", curl.append);
  find(library, "curl_slist_free_all", curl.free_all);
  curl.global_init(CURL_GLOBAL_DEFAULT);
  return curl;
}

/// Opens libcurl with the first request of the process, whichever thread that is on; it stays open
/// until the process ends.
const Curl& opened() {
  static const Curl curl = open_curl();
  return curl;
}

std::size_t take(const char* data, std::size_t size, std::size_t count, void* body) {
  auto& text = *static_cast<std::string*>(body);
  if (text.size() + size * count > Http::kLongestReply) {
    return 0;  // makes curl give up
  }
  text.append(data, size * count);
  return size * count;
}

/// One request under way, that can be left.
class Exchange {
 public:
  Exchange(const Curl& curl, CURL* request)
      : curl_(curl), request_(request), multi_(curl.multi_init()) {
    curl_.add(multi_, request_);
  }
  ~Exchange() {
    curl_.remove(multi_, request_);
    curl_.multi_cleanup(multi_);
  }
  Exchange(const Exchange&) = delete;
  Exchange& operator=(const Exchange&) = delete;

  /// Throws Stopped.
  [[nodiscard]] CURLcode finish(const StopWanted& stop_wanted) const {
    constexpr int kSlice = 50;  // ms: as long as nobody notices
    int running = 1;
    while (curl_.perform(multi_, &running) == CURLM_OK && running > 0) {
      if (stop_wanted && stop_wanted()) {
        throw Stopped();
      }
      curl_.poll(multi_, nullptr, 0, kSlice, nullptr);
    }
    int more = 0;
    const auto* outcome = curl_.outcome(multi_, &more);
    return outcome != nullptr ? outcome->data.result : CURLE_FAILED_INIT;
  }

 private:
  const Curl& curl_;
  CURL* request_;
  CURLM* multi_;
};

class CurlHttp final : public Http {
 public:
  explicit CurlHttp(StopWanted stop_wanted) : stop_wanted_(std::move(stop_wanted)) {}

  [[nodiscard]] HttpReply post(const HttpRequest& request) const override {
    const auto& curl = opened();
    const std::unique_ptr<CURL, decltype(curl.cleanup)> handle(curl.init(), curl.cleanup);
    if (!handle) {
      throw StorageError("libcurl could not start");
    }
    curl_slist* lines = curl.append(nullptr, "Content-Type: application/json");
    if (!request.key.empty()) {
      lines = curl.append(lines, ("Authorization: Bearer " + request.key).c_str());
    }
    const std::unique_ptr<curl_slist, decltype(curl.free_all)> headers(lines, curl.free_all);
    HttpReply reply;
    set_options(curl, handle.get(), request, headers.get(), reply.body);
    const auto result = Exchange(curl, handle.get()).finish(stop_wanted_);
    if (result != CURLE_OK) {
      throw StorageError(
          fmt::format("no reply from {}: {}", request.url,
                      result == CURLE_WRITE_ERROR ? "it was too long" : curl.explain(result)));
    }
    long status = 0;
    curl.info(handle.get(), CURLINFO_RESPONSE_CODE, &status);
    reply.status = static_cast<int>(status);
    return reply;
  }

 private:
  static void set_options(const Curl& curl, CURL* handle, const HttpRequest& request,
                          const curl_slist* headers, std::string& body) {
    curl.set(handle, CURLOPT_URL, request.url.c_str());
    curl.set(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl.set(handle, CURLOPT_FOLLOWLOCATION, 0L);
    if (request.direct) {
      curl.set(handle, CURLOPT_NOPROXY, "*");
    }
    curl.set(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    curl.set(handle, CURLOPT_POSTFIELDS, request.body.c_str());
    curl.set(handle, CURLOPT_HTTPHEADER, headers);
    curl.set(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(request.timeout.count()));
    curl.set(handle, CURLOPT_CONNECTTIMEOUT_MS,
             std::min(static_cast<long>(request.timeout.count()), 5000L));
    curl.set(handle, CURLOPT_NOSIGNAL, 1L);
    curl.set(handle, CURLOPT_QUICK_EXIT, 1L);  // no time-out waits for a name to be resolved
    curl.set(handle, CURLOPT_WRITEFUNCTION, &take);
    curl.set(handle, CURLOPT_WRITEDATA, &body);
  }

  StopWanted stop_wanted_;
};

}  // namespace

std::unique_ptr<Http> curl_http(StopWanted stop_wanted) {
  return std::make_unique<CurlHttp>(std::move(stop_wanted));
}

}  // namespace pith::models
