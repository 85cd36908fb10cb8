#include "support/faulty_vfs.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <sqlite3.h>

namespace pith::test {
namespace {

/// The one there is; SQLite hands its functions no pointer of ours.
FaultyVfs* current = nullptr;

/// What SQLite takes for a file: ours, with the real one behind it in the same block of memory.
struct File {
  sqlite3_file base;
  const char* path;
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File* ours(sqlite3_file* file) {
  return reinterpret_cast<File*>(file);
}
sqlite3_file* real(sqlite3_file* file) {
  return ours(file)->real();
}

int close_file(sqlite3_file* file) {
  return real(file)->pMethods->xClose(real(file));
}
int read_file(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
  return real(file)->pMethods->xRead(real(file), to, size, at);
}
int write_file(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
  const auto outcome = current->next();
  if (outcome == FaultyVfs::Outcome::tear) {
    real(file)->pMethods->xWrite(real(file), from, size / 2, at);
  }
  return outcome == FaultyVfs::Outcome::work
             ? real(file)->pMethods->xWrite(real(file), from, size, at)
             : (current->code() == SQLITE_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE);
}
int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  return current->next() == FaultyVfs::Outcome::work
             ? real(file)->pMethods->xTruncate(real(file), size)
             : SQLITE_IOERR_TRUNCATE;
}
int sync_file(sqlite3_file* file, int flags) {
  if (current->next() != FaultyVfs::Outcome::work) {
    return SQLITE_IOERR_FSYNC;
  }
  const int result = real(file)->pMethods->xSync(real(file), flags);
  if (ours(file)->path != nullptr) {
    current->synced(ours(file)->path);
  }
  return result;
}
int file_size(sqlite3_file* file, sqlite3_int64* size) {
  return real(file)->pMethods->xFileSize(real(file), size);
}
int lock_file(sqlite3_file* file, int level) {
  return real(file)->pMethods->xLock(real(file), level);
}
int unlock_file(sqlite3_file* file, int level) {
  return real(file)->pMethods->xUnlock(real(file), level);
}
int check_lock(sqlite3_file* file, int* held) {
  return real(file)->pMethods->xCheckReservedLock(real(file), held);
}
int control(sqlite3_file* file, int what, void* argument) {
  return real(file)->pMethods->xFileControl(real(file), what, argument);
}
int sector_size(sqlite3_file* file) {
  return real(file)->pMethods->xSectorSize(real(file));
}
int characteristics(sqlite3_file* file) {
  return real(file)->pMethods->xDeviceCharacteristics(real(file));
}
int map_shared(sqlite3_file* file, int page, int size, int extend, volatile void** to) {
  if (current->refuses_shared_memory()) {
    return SQLITE_IOERR_SHMSIZE;
  }
  return real(file)->pMethods->xShmMap(real(file), page, size, extend, to);
}
int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
  return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
void barrier(sqlite3_file* file) {
  real(file)->pMethods->xShmBarrier(real(file));
}
int unmap_shared(sqlite3_file* file, int remove) {
  return real(file)->pMethods->xShmUnmap(real(file), remove);
}

const sqlite3_io_methods kMethods = {
    2,           close_file,  read_file,    write_file, truncate_file, sync_file,       file_size,
    lock_file,   unlock_file, check_lock,   control,    sector_size,   characteristics, map_shared,
    lock_shared, barrier,     unmap_shared, nullptr,    nullptr};

int open_file(sqlite3_vfs* /*vfs*/, sqlite3_filename path, sqlite3_file* file, int flags,
              int* out_flags) {
  auto* mine = ours(file);
  mine->base.pMethods = nullptr;
  mine->path = path;
  const int result = current->real()->xOpen(current->real(), path, mine->real(), flags, out_flags);
  if (mine->real()->pMethods != nullptr) {
    mine->base.pMethods = &kMethods;
  }
  if (result == SQLITE_OK && path != nullptr) {
    current->opened(path);
  }
  return result;
}

int delete_file(sqlite3_vfs* /*vfs*/, const char* path, int sync_folder) {
  return current->next() == FaultyVfs::Outcome::work
             ? current->real()->xDelete(current->real(), path, sync_folder)
             : SQLITE_IOERR_DELETE;
}

std::string contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

FaultyVfs::FaultyVfs()
    : vfs_(std::make_unique<sqlite3_vfs>(*sqlite3_vfs_find(nullptr))),
      real_(sqlite3_vfs_find(nullptr)) {
  current = this;
  vfs_->zName = "faulty";
  vfs_->szOsFile = static_cast<int>(sizeof(File)) + real_->szOsFile;
  vfs_->xOpen = open_file;
  vfs_->xDelete = delete_file;
  sqlite3_vfs_register(vfs_.get(), 1);
}

FaultyVfs::~FaultyVfs() {
  sqlite3_vfs_unregister(vfs_.get());
  sqlite3_vfs_register(real_, 1);
  current = nullptr;
}

void FaultyVfs::arm(int n, Fault fault) {
  countdown_ = n;
  fault_ = fault;
  met_ = false;
  dead_ = false;
  on_disk_.clear();
}

bool FaultyVfs::disarm() {
  countdown_ = 0;
  dead_ = false;
  return met_;
}

FaultyVfs::Outcome FaultyVfs::next() {
  if (dead_) {
    return Outcome::fail;
  }
  if (countdown_ == 0 || --countdown_ > 0) {
    return Outcome::work;
  }
  met_ = true;
  dead_ = fault_ == Fault::dead || fault_ == Fault::torn;
  return fault_ == Fault::torn ? Outcome::tear : Outcome::fail;
}

int FaultyVfs::code() const {
  return fault_ == Fault::full ? SQLITE_FULL : SQLITE_IOERR;
}

void FaultyVfs::opened(const std::string& path) {
  on_disk_.try_emplace(path, contents(path));
}

void FaultyVfs::synced(const std::string& path) {
  on_disk_[path] = contents(path);
}

void FaultyVfs::lose_power() {
  for (const auto& [path, bytes] : on_disk_) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
  }
  on_disk_.clear();
}

}  // namespace pith::test
