#include "models/guarded_encoder.h"

#include "base/error.h"
#include "base/stopped.h"
#include "models/failure.h"

namespace pith::models {

GuardedEncoder::GuardedEncoder(std::unique_ptr<grading::SentenceEncoder> inner, Notice failed)
    : inner_(std::move(inner)), failed_(std::move(failed)) {}

std::string GuardedEncoder::name() const {
  return fault().empty() ? inner_->name() : "none";
}

std::string GuardedEncoder::fault() const {
  const std::lock_guard lock(access_);
  return fault_;
}

/// True for the first fault only.
bool GuardedEncoder::set_fault(const std::string& why) const {
  const std::lock_guard lock(access_);
  const bool first = fault_.empty();
  fault_ = why;
  return first;
}

template <typename Ask>
auto GuardedEncoder::guarded(Ask ask) const {
  if (const auto why = fault(); !why.empty()) {
    throw StorageError(why);
  }
  try {
    return ask();
  } catch (const Stopped&) {
    throw;
  } catch (const std::exception& failure) {
    const auto why = reason_of(failure);
    if (set_fault(why)) {
      failed_(why);
    }
    throw StorageError(why);
  }
}

std::vector<std::vector<float>> GuardedEncoder::encode(
    std::span<const std::string_view> texts) const {
  return guarded([&] { return inner_->encode(texts); });
}

grading::Reading GuardedEncoder::read(std::span<const std::string_view> parts) const {
  return guarded([&] { return inner_->read(parts); });
}

void GuardedEncoder::expect(std::vector<std::string> texts) const {
  if (fault().empty()) {
    inner_->expect(std::move(texts));
  }
}

void GuardedEncoder::expect_reading(std::vector<std::vector<std::string>> texts) const {
  if (fault().empty()) {
    inner_->expect_reading(std::move(texts));
  }
}

}  // namespace pith::models
