// The container of Anki's packages (.apkg, .colpkg) in all layouts since 2012.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "exchange/anki/zip_archive.h"
#include "exchange/imported.h"

namespace pith::exchange {

/// A package holds a database and media under numbers: as they are and with a JSON map of names, or
/// (since 2022) each compressed with Zstandard and with a map in protobuf.
class AnkiPackage {
 public:
  /// Throws InvalidInput if the file is no such package.
  explicit AnkiPackage(const SourceFile& file);

  /// The SQLite database. Throws InvalidInput if it is damaged or larger than 2 GB, or
  /// if it has more than 64 MB and 200 times the size of the package.
  [[nodiscard]] std::string collection() const;

  /// Entries of the archive by the names of the media in them. A name that is no plain file name
  /// is left out with a remark.
  [[nodiscard]] std::map<std::string, std::string> media(Remarks& left_out) const;

  /// The bytes of an entry with media, at most 256 MB; else as above.
  [[nodiscard]] std::string media_bytes(const std::string& entry) const;

 private:
  [[nodiscard]] bool is_modern() const;
  [[nodiscard]] std::string media_map() const;

  ZipReader zip_;
  std::size_t most_in_collection_;
  std::size_t most_in_media_;
};

/// Whether a name can be that of a file beside the deck, and of nothing else.
[[nodiscard]] bool is_plain_file_name(std::string_view name);

}  // namespace pith::exchange
