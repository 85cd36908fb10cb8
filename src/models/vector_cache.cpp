#include "models/vector_cache.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fnv.h"
#include "base/sha256.h"
#include "models/embeddings.h"

namespace pith::models {
namespace {

namespace fs = std::filesystem;

// The file: a header, then a table of records. A record: the key (the first 16 bytes of the text's
// SHA-256), the numbers, and the checksum of both.
constexpr std::string_view kMagic = "pithvec1";
constexpr std::size_t kHeaderSize = 24;  // magic, dimension, checksum
constexpr std::size_t kKeySize = 16;
constexpr std::size_t kWays = 4;  // neighbouring slots in which a key may be

std::size_t record_size(std::size_t dimension) {
  return kKeySize + (dimension + 1) / 2 * 8 + 8;
}

std::string key_of(std::string_view text) {
  const auto digest = base::sha256(text);
  return {digest.begin(), digest.begin() + kKeySize};
}

std::uint64_t number_at(std::string_view bytes, std::size_t at) {
  std::uint64_t number = 0;
  std::memcpy(&number, bytes.data() + at, 8);
  return number;
}

void append_number(std::string& bytes, std::uint64_t number) {
  std::array<char, 8> raw{};
  std::memcpy(raw.data(), &number, 8);
  bytes.append(raw.data(), raw.size());
}

/// How many records the table of vectors of so many numbers has.
std::size_t slots_for(std::size_t dimension) {
  const auto slots = std::min(VectorCache::kSlots, VectorCache::kBytes / record_size(dimension));
  return slots / kWays * kWays;
}

/// The first of the slots in which the key may be.
std::size_t home_of(std::string_view key, std::size_t slots) {
  return static_cast<std::size_t>(number_at(key, 0)) % (slots / kWays) * kWays;
}

/// Whether the file is longer than a table of such vectors: it was made with more slots.
bool is_too_long(int file, std::size_t dimension) {
  struct stat status {};
  return ::fstat(file, &status) != 0 ||
         static_cast<std::size_t>(status.st_size) >
             kHeaderSize + slots_for(dimension) * record_size(dimension);
}

/// Whole and unharmed, whatever text it belongs to.
bool is_sound(std::string_view record) {
  return record.size() > 8 && base::fnv1a_of_words(record.substr(0, record.size() - 8)) ==
                                  number_at(record, record.size() - 8);
}

bool write_at(int file, std::string_view bytes, std::size_t at) {
  return ::pwrite(file, bytes.data(), bytes.size(), static_cast<off_t>(at)) ==
         static_cast<ssize_t>(bytes.size());
}

std::string read_some(int file, std::size_t size, std::size_t at) {
  std::string bytes(size, '\0');
  const auto count = ::pread(file, bytes.data(), size, static_cast<off_t>(at));
  bytes.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
  return bytes;
}

/// Removes the files of the models that were not used for longest, so that kFiles are left with
/// this one.
void make_room_for(const fs::path& own) {
  std::error_code ignored;
  std::vector<std::pair<fs::file_time_type, fs::path>> others;
  for (const auto& entry : fs::directory_iterator(own.parent_path(), ignored)) {
    if (entry.path().extension() == ".vectors" && entry.path().filename() != own.filename()) {
      others.emplace_back(entry.last_write_time(ignored), entry.path());
    }
  }
  std::sort(others.begin(), others.end());
  for (std::size_t i = 0; i + VectorCache::kFiles <= others.size(); ++i) {
    fs::remove(others[i].second, ignored);
  }
}

}  // namespace

VectorCache::VectorCache(const fs::path& folder, std::string_view model)
    : path_(folder / (base::to_hex(base::sha256(model)).substr(0, 16) + ".vectors")) {
  open_existing();
}

VectorCache::~VectorCache() {
  if (file_ >= 0) {
    ::close(file_);
  }
}

void VectorCache::open_existing() {
  file_ = ::open(path_.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
  if (file_ >= 0 && !read_header()) {
    dimension_ = 0;
  }
}

void VectorCache::create() {
  std::error_code ignored;
  fs::create_directories(path_.parent_path(), ignored);
  file_ =
      ::open(path_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
  if (file_ >= 0) {
    make_room_for(path_);
  } else {
    open_existing();  // Another process may have made it meanwhile.
  }
  cannot_be_made_ = file_ < 0;
}

bool VectorCache::read_header() {
  const auto header = read_some(file_, kHeaderSize, 0);
  if (header.size() != kHeaderSize || header.substr(0, kMagic.size()) != kMagic ||
      !is_sound(header)) {
    return false;
  }
  dimension_ = static_cast<std::size_t>(number_at(header, kMagic.size()));
  return dimension_ > 0 && dimension_ <= kLargestDimension && !is_too_long(file_, dimension_);
}

void VectorCache::write_header(std::size_t dimension) {
  std::string header(kMagic);
  append_number(header, dimension);
  append_number(header, base::fnv1a_of_words(header));
  if (::ftruncate(file_, 0) == 0 && write_at(file_, header, 0)) {
    dimension_ = dimension;
  }
}

std::string VectorCache::read_slot(std::size_t slot) const {
  const auto size = record_size(dimension_);
  auto record = read_some(file_, size, kHeaderSize + slot * size);
  return record.size() == size && is_sound(record) ? record : std::string();
}

std::optional<std::vector<float>> VectorCache::find(std::string_view text) const {
  if (dimension_ == 0) {
    return std::nullopt;
  }
  const auto key = key_of(text);
  const auto home = home_of(key, slots_for(dimension_));
  for (std::size_t way = 0; way < kWays; ++way) {
    const auto record = read_slot(home + way);
    if (record.compare(0, kKeySize, key) == 0) {
      std::vector<float> vector(dimension_);
      std::memcpy(vector.data(), record.data() + kKeySize, dimension_ * sizeof(float));
      return vector;
    }
  }
  return std::nullopt;
}

void VectorCache::store(std::string_view text, const std::vector<float>& vector) {
  if (vector.empty() || vector.size() > kLargestDimension) {
    return;
  }
  if (file_ < 0 && !cannot_be_made_) {
    create();
  }
  if (file_ >= 0 && vector.size() != dimension_) {
    write_header(vector.size());
  }
  if (vector.size() != dimension_) {
    return;
  }
  auto record = key_of(text);
  const auto home = home_of(record, slots_for(dimension_));
  auto way =
      static_cast<std::size_t>(number_at(record, 8)) % kWays;  // who gives way if all are taken
  for (std::size_t i = 0; i < kWays; ++i) {
    const auto there = read_slot(home + i);
    if (there.empty() || there.compare(0, kKeySize, record, 0, kKeySize) == 0) {
      way = i;
      break;
    }
  }
  std::string numbers((dimension_ + 1) / 2 * 8, '\0');
  std::memcpy(numbers.data(), vector.data(), dimension_ * sizeof(float));
  record += numbers;
  append_number(record, base::fnv1a_of_words(record));
  (void)write_at(file_, record, kHeaderSize + (home + way) * record.size());
}

}  // namespace pith::models
