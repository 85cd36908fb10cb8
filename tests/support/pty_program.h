// A program under a pseudo-terminal: type at it, resize, signal, look at its screen.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

#include "support/screen.h"

namespace pith::test {

class PtyProgram {
 public:
  /// Starts `arguments[0]` with TERM=xterm-256color, in a session of its own.
  PtyProgram(const std::vector<std::string>& arguments, std::size_t columns = 80,
             std::size_t rows = 24);
  ~PtyProgram();  ///< Kills what is still running.
  PtyProgram(const PtyProgram&) = delete;
  PtyProgram& operator=(const PtyProgram&) = delete;

  void type(std::string_view bytes);
  void resize(std::size_t columns, std::size_t rows);
  void signal(int number) const;
  void hang_up();  ///< Closes the terminal.

  /// Draws what the program writes until `holds` or five seconds have passed; says whether it held.
  bool until(const std::function<bool(const Screen&)>& holds);

  /// The screen shows these rows and the cursor stands here, now or soon; a caller's CHECK prints
  /// screen().rows() otherwise.
  bool shows(const std::vector<std::string>& rows, Cursor cursor);
  /// The text stands in a row, or wrapped between words over several, now or soon.
  bool shows_somewhere(std::string_view text);
  /// The text stands in no row, now or soon.
  bool shows_nowhere(std::string_view text);
  /// One row, and no other, is this, now or soon.
  [[nodiscard]] bool has(std::string_view row);

  [[nodiscard]] const Screen& screen() const { return screen_; }

  /// What `stty -a` says of the terminal, now and before the program was started.
  [[nodiscard]] std::string modes() const;
  [[nodiscard]] const std::string& first_modes() const { return first_modes_; }

  /// Waits for the end (five seconds at most); the exit status, or 128 + the signal's number.
  int wait();

 private:
  bool pump(int milliseconds);

  Screen screen_;
  int terminal_ = -1;
  int keeper_ = -1;  ///< The program's side, kept open so that its modes can be asked afterwards.
  pid_t child_ = -1;
  std::string first_modes_;
};

}  // namespace pith::test
