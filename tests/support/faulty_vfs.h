// A file system for SQLite that fails when it is told to: the n-th write, truncation, fsync or
// removal is refused, done by half, or the last thing that happens at all.
#pragma once

#include <map>
#include <memory>
#include <string>

struct sqlite3_vfs;

namespace pith::test {

enum class Fault {
  once,  ///< The operation fails; those after it work again.
  full,  ///< As `once`, and it says that the disk is full.
  dead,  ///< It and all after it fail: the process was killed.
  torn,  ///< As `dead`, but half of what was to be written is.
};

/// SQLite's file system as long as it lives. One at a time; databases must be closed before it
/// goes.
class FaultyVfs {
 public:
  FaultyVfs();
  FaultyVfs(const FaultyVfs&) = delete;
  FaultyVfs& operator=(const FaultyVfs&) = delete;
  ~FaultyVfs();

  /// The n-th operation from now on, counted from 1, meets the fault.
  void arm(int n, Fault fault);
  /// Nothing fails any more; whether the fault was met.
  bool disarm();
  /// There is no room for the memory that users of a database share, until told otherwise.
  void refuse_shared_memory(bool refused) { refuses_shared_memory_ = refused; }
  /// Every file is again as it was at its last fsync, or as it was opened. Databases must be
  /// closed.
  void lose_power();

  // For the functions that SQLite calls.
  enum class Outcome { work, fail, tear };
  Outcome next();
  void opened(const std::string& path);
  void synced(const std::string& path);
  [[nodiscard]] int code() const;
  [[nodiscard]] bool refuses_shared_memory() const { return refuses_shared_memory_; }
  [[nodiscard]] sqlite3_vfs* real() const { return real_; }

 private:
  std::unique_ptr<sqlite3_vfs> vfs_;
  sqlite3_vfs* real_;
  int countdown_ = 0;
  Fault fault_ = Fault::once;
  bool met_ = false;
  bool dead_ = false;
  bool refuses_shared_memory_ = false;
  std::map<std::string, std::string> on_disk_;  ///< What would survive.
};

}  // namespace pith::test
