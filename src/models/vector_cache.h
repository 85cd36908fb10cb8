// Vectors of texts that were encoded before, on disk: a file for each model, which never grows
// beyond its table of slots, may be deleted at any time, and is shared by any number of processes
// without a lock. Whatever is torn, damaged or foreign does not pass its checksum and counts as
// absent; a cache that cannot be written only makes pith slower.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pith::models {

/// The vectors of one model. Not for several threads at once.
class VectorCache {
 public:
  static constexpr std::size_t kSlots = 32768;  ///< At most; fewer for vectors beyond 384 numbers,
  static constexpr std::size_t kBytes = kSlots * 1560;  ///< so that the table has 50 MB at most.
  static constexpr std::size_t kFiles = 3;  ///< Models kept; the longest unwritten goes first.

  /// The cache of `model` in `folder`, which is created when the first vector is stored.
  VectorCache(const std::filesystem::path& folder, std::string_view model);
  VectorCache(const VectorCache&) = delete;
  VectorCache& operator=(const VectorCache&) = delete;
  ~VectorCache();

  /// The vector stored for exactly this text.
  [[nodiscard]] std::optional<std::vector<float>> find(std::string_view text) const;

  /// Keeps the vector; where its slots are taken, another one gives way. A vector of another length
  /// than those before empties the cache.
  void store(std::string_view text, const std::vector<float>& vector);

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  void open_existing();
  void create();
  [[nodiscard]] bool read_header();
  void write_header(std::size_t dimension);
  [[nodiscard]] std::string read_slot(std::size_t slot) const;

  std::filesystem::path path_;
  int file_ = -1;
  bool cannot_be_made_ = false;  ///< It was tried once.
  std::size_t dimension_ = 0;    ///< Of the vectors in the file; 0 while there is no file.
};

}  // namespace pith::models
