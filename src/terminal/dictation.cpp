#include "terminal/dictation.h"

#include <sstream>

#include "base/trim.h"
#include "terminal/foreground.h"
#include "terminal/private_file.h"
#include "text/line_joins.h"

namespace pith::terminal {

std::string dictate(Tty& tty, std::string_view command, const std::string& directory) {
  const PrivateFile file(directory, "pith-", ".txt");
  // Who ends a recorder with Ctrl-C makes it fail; what it heard counts all the same.
  (void)run_in_foreground(tty, words_of(command), file.path());
  std::istringstream lines(file.read().value_or(""));
  std::string spoken;
  for (std::string line; std::getline(lines, line);) {
    text::join_line(spoken, base::trimmed(line));
  }
  return spoken;
}

}  // namespace pith::terminal
