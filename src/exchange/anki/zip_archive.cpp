#include "exchange/anki/zip_archive.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <fmt/format.h>
#include <minizip/unzip.h>
#include <minizip/zip.h>

#include "base/error.h"
#include "exchange/anki/zip_memory.h"
#include "text/display.h"

namespace pith::exchange {
namespace {

constexpr std::size_t kMostEntries = 200'000;
constexpr std::size_t kChunk = std::size_t{1} << 16U;

}  // namespace

struct ZipReader::Content {
  Content(std::string_view bytes, std::string archive_name)
      : name(std::move(archive_name)), file{bytes, nullptr, 0} {
    auto functions = functions_for(file);
    zip = unzOpen2_64("", &functions);
  }
  Content(const Content&) = delete;
  Content& operator=(const Content&) = delete;
  ~Content() {
    if (zip != nullptr) {
      unzClose(zip);
    }
  }
  [[noreturn]] void fail(std::string_view what) const {
    throw InvalidInput(fmt::format("'{}' {}", text::sanitise(name), what));
  }

  std::string name;
  MemoryFile file;
  unzFile zip = nullptr;
  std::map<std::string, unz64_file_pos> places;
};

ZipReader::ZipReader(std::string_view bytes, std::string name)
    : content_(std::make_unique<Content>(bytes, std::move(name))) {
  if (content_->zip == nullptr) {
    content_->fail("is no zip archive, or its end is missing");
  }
  std::size_t count = 0;
  for (auto status = unzGoToFirstFile(content_->zip); status == UNZ_OK;
       status = unzGoToNextFile(content_->zip)) {
    std::array<char, 1024> entry{};
    unz64_file_pos place{};
    if (++count > kMostEntries) {
      content_->fail(fmt::format("has more than {} entries", kMostEntries));
    }
    if (unzGetCurrentFileInfo64(content_->zip, nullptr, entry.data(), entry.size() - 1, nullptr, 0,
                                nullptr, 0) != UNZ_OK ||
        unzGetFilePos64(content_->zip, &place) != UNZ_OK) {
      content_->fail("is damaged");
    }
    content_->places.emplace(entry.data(), place);
  }
}

ZipReader::~ZipReader() = default;

bool ZipReader::has(const std::string& entry) const {
  return content_->places.contains(entry);
}

std::string ZipReader::read(const std::string& entry, std::size_t limit) const {
  const auto found = content_->places.find(entry);
  if (found == content_->places.end()) {
    content_->fail(fmt::format("has no entry '{}'", text::sanitise(entry)));
  }
  const auto bad = [&](std::string_view what) {
    content_->fail(fmt::format("has an entry '{}' that {}", text::sanitise(entry), what));
  };
  const auto require_within = [&](std::uint64_t size) {
    if (size > limit) {
      bad(fmt::format("is larger than {} MB", limit >> 20U));
    }
  };
  const auto require_opened = [&](bool opened) {
    if (!opened) {
      bad("cannot be opened: it is damaged, or packed in a way that pith does not know");
    }
  };
  unz_file_info64 about{};
  require_opened(
      unzGoToFilePos64(content_->zip, &found->second) == UNZ_OK &&
      unzGetCurrentFileInfo64(content_->zip, &about, nullptr, 0, nullptr, 0, nullptr, 0) == UNZ_OK);
  require_within(about.uncompressed_size);  // what it claims; what it is, below
  require_opened(unzOpenCurrentFile(content_->zip) == UNZ_OK);
  std::string bytes;
  bytes.reserve(about.uncompressed_size + kChunk);
  int count = 0;
  do {
    const auto size = bytes.size();
    bytes.resize(size + kChunk);
    count = unzReadCurrentFile(content_->zip, bytes.data() + size, kChunk);
    bytes.resize(size + static_cast<std::size_t>(std::max(count, 0)));
  } while (count > 0 && bytes.size() <= limit);
  const bool sound = unzCloseCurrentFile(content_->zip) == UNZ_OK;
  require_within(bytes.size());
  if (count < 0 || !sound) {
    bad("is damaged");
  }
  return bytes;
}

struct ZipWriter::Content {
  std::string bytes;
  MemoryFile file{{}, &bytes, 0};
  zipFile zip = nullptr;
};

ZipWriter::ZipWriter() : content_(std::make_unique<Content>()) {
  auto functions = functions_for(content_->file);
  content_->zip = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
}

ZipWriter::~ZipWriter() {
  if (content_->zip != nullptr) {
    zipClose(content_->zip, nullptr);
  }
}

void ZipWriter::add(const std::string& entry, std::string_view bytes) {
  zip_fileinfo info{};
  info.tmz_date = {0, 0, 0, 1, 0, 1980};
  const bool large = bytes.size() > 0x7FFFFFFF;
  bool good = zipOpenNewFileInZip64(content_->zip, entry.c_str(), &info, nullptr, 0, nullptr, 0,
                                    nullptr, Z_DEFLATED, Z_BEST_SPEED, large ? 1 : 0) == ZIP_OK;
  constexpr std::size_t kPortion = std::size_t{1} << 30U;
  for (; good && !bytes.empty(); bytes.remove_prefix(std::min(kPortion, bytes.size()))) {
    const auto size = static_cast<unsigned>(std::min(kPortion, bytes.size()));
    good = zipWriteInFileInZip(content_->zip, bytes.data(), size) == ZIP_OK;
  }
  if (!good || zipCloseFileInZip(content_->zip) != ZIP_OK) {
    throw StorageError(fmt::format("'{}' cannot be packed", entry));
  }
}

std::string ZipWriter::finish() {
  const auto status = zipClose(std::exchange(content_->zip, nullptr), nullptr);
  if (status != ZIP_OK) {
    throw StorageError("the archive cannot be packed");
  }
  return std::move(content_->bytes);
}

}  // namespace pith::exchange
