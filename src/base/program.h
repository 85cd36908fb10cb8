// Other programs. No shell reads their commands.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include <spawn.h>
#include <sys/types.h>

namespace pith::base {

/// A program that is about to be started. Its streams and its environment are those of pith, but
/// for what is said otherwise.
class Program {
 public:
  /// The command, looked for as a shell does, and its arguments.
  explicit Program(std::vector<std::string> words);
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  ~Program();

  /// The stream is a file, opened with these flags.
  void open(int stream, const std::string& file, int flags);
  /// The stream is a descriptor of pith's.
  void use(int stream, int descriptor);
  /// For it these signals are the usual ones, though pith has them in hand.
  void have_usual(std::initializer_list<int> signals);
  /// `NAME=value`, for the environment if nothing of that name is there.
  void suggest_variable(std::string variable);

  /// Its process; empty if it cannot be run, or there are no words.
  [[nodiscard]] std::optional<pid_t> start();

 private:
  [[nodiscard]] std::vector<char*> environment();

  std::vector<std::string> words_;
  std::vector<std::string> variables_;
  posix_spawnattr_t attributes_{};
  posix_spawn_file_actions_t streams_{};
};

/// Waits for the end of a process; its status as waitpid() has it, empty if that is not known.
[[nodiscard]] std::optional<int> status_at_end(pid_t process);

}  // namespace pith::base
