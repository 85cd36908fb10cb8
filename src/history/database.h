// The SQLite file beneath the history: how it is created, opened, migrated and asked. Internal to
// this folder; nobody else sees SQL.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>

#include "history/cursor.h"
#include "history/uuid7.h"

namespace pith::history {

/// Version of the last schema-N.sql, kept in `user_version`.
inline constexpr int kSchemaVersion = 5;

struct DatabaseOptions {
  bool read_only = false;  ///< A file that is not there then reads as an empty history.
  std::chrono::milliseconds patience{10'000};  ///< How long to wait for another process.
  Entropy entropy = system_entropy;
  /// Is it on a network share? Asks the system if empty.
  std::function<bool(const std::filesystem::path&)> on_network;
  bool damaged = false;  ///< Open it for what can still be read.
};

class Database {
 public:
  /// Opens the file, after creating it (0600, in a folder of 0700) and bringing its schema up to
  /// date unless it is to be read only. Throws StorageError; DamagedHistory if it is damaged.
  Database(const std::filesystem::path& path, const DatabaseOptions& options);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  /// Settles: SQLite itself does not where the file is no longer in its place.
  ~Database();

  /// A statement that is kept prepared; `sql` must live as long as the database (a literal does).
  /// Throws std::logic_error while rows of the same statement are read.
  /// `{counts}` in it stands for: nothing has retracted the event `e`; `{state}` and `{point}` for
  /// the columns that read_state() and read_point() read, of `item_state s` and `point_state p`.
  /// Where few rows of one table lead to rows of `event`, it says CROSS JOIN: that fixes the order,
  /// which SQLite otherwise may choose to go through all events for.
  [[nodiscard]] Cursor query(std::string_view sql);
  /// Runs statements that take and give nothing. Throws StorageError.
  void execute(const char* sql);
  /// Whether the file that was opened still lies there: else what is written would be lost.
  [[nodiscard]] bool in_place();
  /// Brings what is committed from the write-ahead log into the file and empties the log, unless
  /// somebody reads it: the file is whole by itself then, and no log lies beside it that would be
  /// taken for that of another file in its place. Waits for nobody; a commit is safe without it.
  /// Who only reads changes nothing.
  void settle() noexcept;
  [[nodiscard]] const Uuid& device() const { return device_; }
  [[nodiscard]] const Entropy& entropy() const { return entropy_; }
  /// Takes a new id to write under. Throws StorageError.
  void become_new_device();
  /// The file was replaced by one in which this is the id to write under.
  void go_on_as(const Uuid& device) { device_ = device; }
  /// Nothing was there to be read: what is open instead is empty and in memory.
  [[nodiscard]] bool empty_stand_in() const { return empty_stand_in_; }
  /// What the user should know about how the file is kept; empty as a rule.
  [[nodiscard]] const std::string& note() const { return note_; }
  [[nodiscard]] SQLite::Database& raw() { return *database_; }
  [[nodiscard]] const std::string& file() const { return file_; }

 private:
  void open_to_read(const DatabaseOptions& options);
  void open_to_write(const DatabaseOptions& options);
  void look_first(std::chrono::milliseconds patience);
  void undo_half_written(std::chrono::milliseconds patience);
  void open_empty();
  void copy_into_memory();
  bool ready(const DatabaseOptions& options);
  void require_writable();
  void create(const DatabaseOptions& options);
  void switch_to_wal(std::chrono::milliseconds patience);
  void migrate();
  void migrate_from(int version);
  void configure(const DatabaseOptions& options);
  void read_device(bool damaged);
  [[nodiscard]] int schema_version();

  std::string file_;
  std::string note_;
  std::chrono::milliseconds patience_;
  std::unique_ptr<SQLite::Database> database_;
  std::unordered_map<std::string_view, std::unique_ptr<SQLite::Statement>> statements_;
  Uuid device_;
  Entropy entropy_;
  bool empty_stand_in_ = false;
};

/// BEGIN IMMEDIATE … COMMIT; rolls back unless committed. Within another one it does nothing.
class Transaction {
 public:
  /// To read is to see the file as it is at the first look; nothing need be committed.
  enum class Kind : std::uint8_t { write, read };
  explicit Transaction(Database& database, Kind kind = Kind::write);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  /// Throws StorageError, and nothing is written, if the file is no longer in its place.
  void commit();

 private:
  Database* database_;
  bool open_;
};

}  // namespace pith::history
