#include "models/caching_encoder.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/error.h"
#include "text/display.h"

namespace pith::models {
namespace {

constexpr std::size_t kMostVectors = 4096;  ///< In memory; 6 MB with 384 numbers each,
constexpr std::size_t kMostNumbers = std::size_t{4} << 20U;  ///< and 16 MB however long they are.
constexpr std::size_t kMostTokens = 4096;  ///< Of what was read, and one for each text; 25 MB.

}  // namespace

CachingEncoder::CachingEncoder(std::unique_ptr<grading::SentenceEncoder> inner,
                               std::filesystem::path folder)
    : inner_(std::move(inner)), folder_(std::move(folder)) {}

std::optional<CachingEncoder::Vector> CachingEncoder::recall(const std::string& text) const {
  const std::lock_guard lock(access_);
  if (const auto found = memory_.find(text); found != memory_.end()) {
    return found->second;
  }
  if (!disk_) {
    disk_.emplace(folder_, inner_->model());
  }
  auto vector = disk_->find(text);
  if (vector) {
    keep(text, *vector);
  }
  return vector;
}

void CachingEncoder::remember(const std::string& text, const Vector& vector) const {
  const std::lock_guard lock(access_);
  disk_->store(text, vector);
  keep(text, vector);
}

void CachingEncoder::keep(const std::string& text, const Vector& vector) const {
  if (length_ != 0 && vector.size() != length_) {
    throw StorageError(fmt::format(
        "the vectors of the model '{}' are no longer of {} numbers but of {}; start pith again",
        text::sanitise(inner_->model()), length_, vector.size()));
  }
  length_ = vector.size();
  if (memory_.size() >= std::min(kMostVectors, kMostNumbers / std::max<std::size_t>(length_, 1))) {
    memory_.clear();
  }
  memory_[text] = vector;
}

std::vector<std::vector<float>> CachingEncoder::encode(
    std::span<const std::string_view> texts) const {
  std::vector<Vector> vectors(texts.size());
  std::vector<std::string_view> unknown;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (auto known = recall(std::string(texts[i]))) {
      vectors[i] = std::move(*known);
    } else {
      unknown.push_back(texts[i]);
      places.push_back(i);
    }
  }
  if (unknown.empty()) {
    return vectors;
  }
  auto fresh = inner_->encode(unknown);
  for (std::size_t i = 0; i < fresh.size(); ++i) {
    remember(std::string(unknown[i]), fresh[i]);
    vectors[places[i]] = std::move(fresh[i]);
  }
  return vectors;
}

grading::Reading CachingEncoder::read(std::span<const std::string_view> parts) const {
  {
    const std::lock_guard lock(access_);
    const auto known = std::find_if(readings_.begin(), readings_.end(), [&](const Read& read) {
      return std::equal(parts.begin(), parts.end(), read.parts.begin(), read.parts.end());
    });
    if (known != readings_.end()) {
      std::rotate(readings_.begin(), known, known + 1);
      return readings_.front().reading;
    }
  }
  auto reading = inner_->read(parts);
  const std::lock_guard lock(access_);
  readings_.push_front({{parts.begin(), parts.end()}, reading});
  std::size_t tokens = 0;
  std::size_t kept = 0;
  while (kept < readings_.size() && tokens < kMostTokens) {
    tokens += 1 + readings_[kept++].reading.tokens.size();
  }
  readings_.resize(kept);
  return reading;
}

}  // namespace pith::models
