// Zip files in memory: read with bounds, and written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace pith::exchange {

class ZipReader {
 public:
  /// Opens the archive in `bytes`, which must outlive it; `name` is for messages. Throws
  /// InvalidInput if they are none, or it has more than 200,000 entries.
  ZipReader(std::string_view bytes, std::string name);
  ZipReader(const ZipReader&) = delete;
  ZipReader& operator=(const ZipReader&) = delete;
  ~ZipReader();

  [[nodiscard]] bool has(const std::string& entry) const;

  /// The content of an entry. Throws InvalidInput if there is none, it is damaged, encrypted, or
  /// larger than `limit` bytes, whatever size it claims.
  [[nodiscard]] std::string read(const std::string& entry, std::size_t limit) const;

 private:
  struct Content;
  std::unique_ptr<Content> content_;
};

/// Writes an archive: entries in the order they are added.
class ZipWriter {
 public:
  ZipWriter();
  ZipWriter(const ZipWriter&) = delete;
  ZipWriter& operator=(const ZipWriter&) = delete;
  ~ZipWriter();

  void add(const std::string& entry, std::string_view bytes);
  /// The archive; nothing may be added after it.
  [[nodiscard]] std::string finish();

 private:
  struct Content;
  std::unique_ptr<Content> content_;
};

}  // namespace pith::exchange
