#include "models/caching_encoder.h"

#include <fmt/format.h>

#include "text/display.h"
#include "text/error.h"

namespace pith::models {
namespace {

constexpr std::size_t kMostInMemory = 4096;  ///< Vectors; 6 MB with 384 numbers each.

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
  if (memory_.size() >= kMostInMemory) {
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

std::vector<std::vector<float>> CachingEncoder::encode_in_context(
    std::span<const std::string_view> parts) const {
  {
    const std::lock_guard lock(access_);
    if (!parts.empty() &&
        std::equal(parts.begin(), parts.end(), last_parts_.begin(), last_parts_.end())) {
      return in_context_;
    }
  }
  auto vectors = inner_->encode_in_context(parts);
  const std::lock_guard lock(access_);
  last_parts_.assign(parts.begin(), parts.end());
  in_context_ = vectors;
  return vectors;
}

}  // namespace pith::models
