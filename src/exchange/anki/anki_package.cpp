#include "exchange/anki/anki_package.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "exchange/anki/protobuf.h"
#include "exchange/anki/zstd_bytes.h"
#include "text/bounded_json.h"
#include "text/utf8.h"

namespace pith::exchange {
namespace {

constexpr std::size_t kLargestDatabase = std::size_t{2} << 30U;
constexpr std::size_t kLargestMap = std::size_t{64} << 20U;
constexpr std::size_t kLargestMedia = std::size_t{256} << 20U;

/// What a package of this size may hold at most: more than that is made to fill the memory.
std::size_t most_unpacked(std::size_t packed, std::size_t most) {
  constexpr std::size_t kAlways = std::size_t{64} << 20U;
  constexpr std::size_t kTightest = 200;
  return std::min(most, std::max(kAlways, packed * kTightest));
}

using Names = std::map<std::string, std::string>;

/// Names by entry from the map of old packages: `{"0": "name"}`.
Names names_from_json(const std::string& bytes) {
  Names names;
  const auto map = text::parse_bounded_json(bytes);
  if (!map.is_object()) {
    throw InvalidInput("the package's list of media is damaged");
  }
  for (const auto& [entry, name] : map.items()) {
    if (name.is_string()) {
      names.emplace(entry, name.get<std::string>());
    }
  }
  return names;
}

/// The same from the map of newer ones: the n-th message stands for the entry `n`.
Names names_from_protobuf(const std::string& bytes) {
  constexpr std::uint32_t kEntries = 1;
  constexpr std::uint32_t kName = 1;
  Names names;
  const auto fields = protobuf_fields(bytes);
  if (!fields) {
    throw InvalidInput("the package's list of media is damaged");
  }
  for (const auto& field : *fields) {
    if (field.number == kEntries) {
      names.emplace(fmt::format("{}", names.size()), protobuf_bytes(field.bytes, kName));
    }
  }
  return names;
}

}  // namespace

bool is_plain_file_name(std::string_view name) {
  constexpr std::size_t kLongest = 200;
  const bool special = name.empty() || name.front() == '.' || name.size() > kLongest ||
                       text::find_invalid_utf8(name).has_value();
  return !special && std::ranges::none_of(name, [](char c) {
    return c == '/' || c == '\\' || c == ':' || static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  });
}

AnkiPackage::AnkiPackage(const SourceFile& file)
    : zip_(file.bytes, file.name),
      most_in_collection_(most_unpacked(file.bytes.size(), kLargestDatabase)),
      most_in_media_(most_unpacked(file.bytes.size(), kLargestMedia)) {
  if (!is_modern() && !zip_.has("collection.anki21") && !zip_.has("collection.anki2")) {
    throw InvalidInput(
        fmt::format("'{}' is no package of Anki: it holds no collection", file.name));
  }
}

bool AnkiPackage::is_modern() const {
  return zip_.has("collection.anki21b");
}

std::string AnkiPackage::collection() const {
  if (is_modern()) {
    return zstd_decompressed(zip_.read("collection.anki21b", most_in_collection_),
                             most_in_collection_, "the package's collection");
  }
  return zip_.read(zip_.has("collection.anki21") ? "collection.anki21" : "collection.anki2",
                   most_in_collection_);
}

std::string AnkiPackage::media_map() const {
  auto bytes = zip_.read("media", kLargestMap);
  return is_modern() ? zstd_decompressed(bytes, kLargestMap, "the package's list of media") : bytes;
}

std::map<std::string, std::string> AnkiPackage::media(Remarks& left_out) const {
  std::map<std::string, std::string> entries;
  if (!zip_.has("media")) {
    return entries;
  }
  const auto map = media_map();
  for (const auto& [entry, name] : is_modern() ? names_from_protobuf(map) : names_from_json(map)) {
    if (!is_plain_file_name(name)) {
      left_out.push_back(
          {0, "media", "this is no plain file name", excerpt(text::repair_utf8(name))});
    } else if (!zip_.has(entry)) {
      left_out.push_back({0, "media", "the package lists it but does not hold it", excerpt(name)});
    } else {
      entries.emplace(name, entry);
    }
  }
  return entries;
}

std::string AnkiPackage::media_bytes(const std::string& entry) const {
  auto bytes = zip_.read(entry, most_in_media_);
  return is_modern() ? zstd_decompressed(bytes, most_in_media_, "a media file") : bytes;
}

}  // namespace pith::exchange
