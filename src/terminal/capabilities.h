// What the terminal can do, decided from values that the caller read from the environment.
#pragma once

#include <string>
#include <string_view>

namespace pith::terminal {

enum class ColourChoice { automatic, always, never };  ///< --color

/// The facts; the names in the comments are those of the environment.
struct Surroundings {
  bool input_is_terminal = false;
  bool output_is_terminal = false;
  std::string term;           ///< TERM
  std::string locale;         ///< The first that is set of LC_ALL, LC_CTYPE, LANG.
  std::string no_color;       ///< NO_COLOR: any text means none.
  std::string force_color;    ///< FORCE_COLOR: any text but 0 means colour, even into a pipe.
  std::string xterm_version;  ///< XTERM_VERSION: xterm itself, which cuts lines when it shrinks.
  ColourChoice color = ColourChoice::automatic;
};

struct Capabilities {
  bool interactive = false;  ///< Input and output are terminals: a person can be asked.
  bool cursor = false;   ///< The cursor can be moved; if not, the kernel's line editing has to do.
  bool unicode = false;  ///< A UTF-8 locale.
  bool colour = false;
  bool reflows = false;  ///< Breaks long lines anew when it gets narrower, as most do.
};

/// Whether a terminal of this type (TERM) can move its cursor.
[[nodiscard]] bool moves_cursor(std::string_view term);

/// By the code set in a locale's name such as `zh_CN.UTF-8`.
[[nodiscard]] bool is_utf8_locale(std::string_view locale);

/// --color wins over NO_COLOR, that over FORCE_COLOR, that over what the output is.
[[nodiscard]] Capabilities capabilities(const Surroundings& around);

}  // namespace pith::terminal
