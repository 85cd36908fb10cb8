// HTTP that says, before the first request of a process, that something leaves this machine.
#pragma once

#include <functional>
#include <memory>
#include <mutex>

#include "models/http.h"

namespace pith::models {

/// `announce` is called once, by whichever thread posts first.
class AnnouncingHttp final : public Http {
 public:
  AnnouncingHttp(std::unique_ptr<const Http> inner, std::function<void()> announce);

  [[nodiscard]] HttpReply post(const HttpRequest& request) const override;

 private:
  std::unique_ptr<const Http> inner_;
  std::function<void()> announce_;
  mutable std::once_flag announced_;
};

}  // namespace pith::models
