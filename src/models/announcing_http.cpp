#include "models/announcing_http.h"

namespace pith::models {

AnnouncingHttp::AnnouncingHttp(std::unique_ptr<const Http> inner, std::function<void()> announce)
    : inner_(std::move(inner)), announce_(std::move(announce)) {}

HttpReply AnnouncingHttp::post(const HttpRequest& request) const {
  std::call_once(announced_, announce_);
  return inner_->post(request);
}

}  // namespace pith::models
