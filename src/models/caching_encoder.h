// Remembers what another encoder said: in memory for this process, on disk for the next.
#pragma once

#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "grading/encoder.h"
#include "models/vector_cache.h"

namespace pith::models {

/// Asks `inner` only for texts that were not seen before. Any number of threads may call it.
class CachingEncoder final : public grading::SentenceEncoder {
 public:
  /// `folder` is where the vectors are kept; see VectorCache.
  CachingEncoder(std::unique_ptr<grading::SentenceEncoder> inner, std::filesystem::path folder);

  [[nodiscard]] std::string name() const override { return inner_->name(); }
  [[nodiscard]] std::string model() const override { return inner_->model(); }

  /// All vectors of one process have the same length: throws StorageError where the disk remembers
  /// another one than `inner` gives now.
  [[nodiscard]] std::vector<std::vector<float>> encode(
      std::span<const std::string_view> texts) const override;

  /// What was read last is remembered in memory: an item's points are asked for with every answer,
  /// and whoever explains a grade asks for the answer again.
  [[nodiscard]] grading::Reading read(std::span<const std::string_view> parts) const override;

 private:
  using Vector = std::vector<float>;

  [[nodiscard]] std::optional<Vector> recall(const std::string& text) const;
  void remember(const std::string& text, const Vector& vector) const;
  void keep(const std::string& text, const Vector& vector) const;  ///< Requires access_.

  std::unique_ptr<grading::SentenceEncoder> inner_;
  std::filesystem::path folder_;
  mutable std::mutex access_;
  mutable std::unordered_map<std::string, Vector> memory_;
  mutable std::size_t length_ = 0;           ///< Of all vectors given out; 0 before the first.
  mutable std::optional<VectorCache> disk_;  ///< Opened with the first text.
  struct Read {
    std::vector<std::string> parts;
    grading::Reading reading;
  };
  mutable std::deque<Read> readings_;  ///< The last one first.
};

}  // namespace pith::models
