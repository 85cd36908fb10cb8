// HTTP by libcurl, which is opened with the first request: loading it costs more than starting
// pith.
#pragma once

#include <memory>

#include "models/http.h"

namespace pith::models {

/// Any number of threads may post, if `stop_wanted` is empty or may be asked by them. A post throws
/// StorageError if libcurl.so.4 is not installed.
[[nodiscard]] std::unique_ptr<Http> curl_http(StopWanted stop_wanted = {});

}  // namespace pith::models
