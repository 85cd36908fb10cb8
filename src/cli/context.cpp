#include "cli/context.h"

#include <algorithm>
#include <array>
#include <climits>
#include <cstdlib>
#include <initializer_list>
#include <iostream>

#include <pwd.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/present.h"
#include "cli/settings/config.h"
#include "terminal/capabilities.h"

namespace pith::cli {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> variable(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') {
    return std::nullopt;
  }
  return std::string(value);
}

/// $HOME, else what the system has as this user's.
fs::path home() {
  if (const auto value = variable("HOME")) {
    return *value;
  }
  const auto* user = ::getpwuid(::geteuid());
  return user != nullptr && user->pw_dir != nullptr && *user->pw_dir == '/' ? user->pw_dir : "/";
}

/// A directory of the XDG base directory specification; relative values are ignored, as it demands.
fs::path xdg(const char* name, const char* below_home) {
  if (const auto value = variable(name); value && fs::path(*value).is_absolute()) {
    return fs::path(*value) / "pith";
  }
  return home() / below_home / "pith";
}

/// Whether a command of this name would be found.
bool is_on_path(const char* name) {
  const auto path = variable("PATH").value_or("/bin:/usr/bin");
  for (std::string_view rest = path; !rest.empty();) {
    const auto folder = rest.substr(0, rest.find(':'));
    rest.remove_prefix(std::min(rest.size(), folder.size() + 1));
    if (!folder.empty() && ::access((fs::path(folder) / name).c_str(), X_OK) == 0) {
      return true;
    }
  }
  return false;
}

fs::path temporary_folder() {
  std::error_code unusable;
  auto folder = fs::temp_directory_path(unusable);
  return unusable ? fs::path("/tmp") : folder;
}

fs::path executable() {
  std::array<char, PATH_MAX> buffer{};
  const auto length = ::readlink("/proc/self/exe", buffer.data(), buffer.size());
  return length > 0 ? fs::path(std::string(buffer.data(), static_cast<std::size_t>(length)))
                    : fs::path();
}

/// Installed: PREFIX/bin/pith with PREFIX/share/pith, whose folder `decks` is the learner's where
/// the prefix is ~/.local. Built: <source>/build/<preset>/pith with <source>/content.
void find_shipped(Paths& paths) {
  const auto folder = executable().parent_path();
  std::error_code ignored;
  paths.share = folder.parent_path() / "share" / "pith";
  paths.shipped_decks = paths.share / "shipped";
  if (!fs::is_directory(paths.share, ignored)) {
    paths.share = folder / "share" / "pith";
    paths.shipped_decks = folder.parent_path().parent_path() / "content";
  }
}

/// The first of these variables that is set; empty if none is.
std::string first_set(std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (auto value = variable(name)) {
      return *std::move(value);
    }
  }
  return "";
}

/// The locale of characters.
std::string locale_of_process() {
  return first_set({"LC_ALL", "LC_CTYPE", "LANG"});
}

terminal::ColourChoice colour_choice(const std::string& color) {
  return color == "always"  ? terminal::ColourChoice::always
         : color == "never" ? terminal::ColourChoice::never
                            : terminal::ColourChoice::automatic;
}

/// The window of the first stream that has one.
std::optional<winsize> window() {
  winsize size{};
  for (const int fd : {STDOUT_FILENO, STDERR_FILENO, STDIN_FILENO}) {
    if (::ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
      return size;
    }
  }
  return std::nullopt;
}

std::size_t window_columns() {
  if (const auto size = window()) {
    return size->ws_col;
  }
  if (const auto columns = variable("COLUMNS")) {
    const auto value = std::strtoul(columns->c_str(), nullptr, 10);
    if (value >= 20 && value <= 1000) {
      return value;
    }
  }
  return 80;
}

Screen screen_of_process(const std::string& color) {
  Screen screen;
  screen.in_is_terminal = ::isatty(STDIN_FILENO) != 0;
  screen.out_is_terminal = ::isatty(STDOUT_FILENO) != 0;
  screen.err_is_terminal = ::isatty(STDERR_FILENO) != 0;
  screen.term = variable("TERM").value_or("");
  const auto can = terminal::capabilities({.input_is_terminal = screen.in_is_terminal,
                                           .output_is_terminal = screen.out_is_terminal,
                                           .term = screen.term,
                                           .locale = locale_of_process(),
                                           .no_color = variable("NO_COLOR").value_or(""),
                                           .force_color = variable("FORCE_COLOR").value_or(""),
                                           .xterm_version = variable("XTERM_VERSION").value_or(""),
                                           .color = colour_choice(color)});
  screen.dumb = !terminal::moves_cursor(screen.term);
  screen.color = can.colour;
  screen.unicode = can.unicode;
  screen.reflows = can.reflows;
  screen.columns = window_columns();
  if (const auto size = window(); size && size->ws_row > 0) {
    screen.rows = size->ws_row;
  }
  return screen;
}

/// How pith is to look and speak; mistakes in the file are for the commands to complain of.
Config taste() {
  return readable_config(xdg("XDG_CONFIG_HOME", ".config") / "config.yaml");
}

/// The locale of messages, not of characters.
std::string locale_of_messages() {
  return first_set({"LC_ALL", "LC_MESSAGES", "LANG"});
}

/// The language of messages as programs with gettext have it: of $LANGUAGE, a list, the first that
/// pith speaks, unless the locale is that of no language.
text::Language language_of_process() {
  const auto locale = locale_of_messages();
  const auto list = variable("LANGUAGE");
  const bool of_none =
      locale.empty() || locale == "C" || locale.starts_with("C.") || locale == "POSIX";
  if (list && !of_none) {
    for (std::string_view rest = *list; !rest.empty();) {
      const auto name = rest.substr(0, rest.find(':'));
      rest.remove_prefix(std::min(rest.size(), name.size() + 1));
      if (name.starts_with("en") || text::language_of_locale(name) == text::Language::chinese) {
        return text::language_of_locale(name);
      }
    }
  }
  return text::language_of_locale(locale);
}

text::Messages messages_for(const std::string& lang, const Config& config) {
  for (const auto& wanted : {lang, config.language}) {
    if (const auto language = text::language_named(wanted)) {
      return text::Messages(*language);
    }
  }
  return text::Messages(terminal::is_utf8_locale(locale_of_process()) ? language_of_process()
                                                                      : text::Language::english);
}

}  // namespace

LocalTime Surroundings::now() const {
  return options.now
             ? parse_present(*options.now, readable_config(paths.config / "config.yaml").day_start)
             : system_now();
}

Context process_context(GlobalOptions options) {
  Paths paths{xdg("XDG_DATA_HOME", ".local/share"),
              xdg("XDG_CONFIG_HOME", ".config"),
              xdg("XDG_CACHE_HOME", ".cache"),
              {},
              {},
              home(),
              temporary_folder()};
  find_shipped(paths);
  if (!options.database) {
    options.database = variable("PITH_DB");
  }
  if (!options.now) {
    options.now = variable("PITH_NOW");
  }
  if (options.now) {
    (void)parse_time(*options.now);
  }
  const auto config = taste();
  const auto screen = screen_of_process(options.color == "auto" ? config.color : options.color);
  const auto tr = messages_for(options.language, config);
  const auto editor = variable("VISUAL").value_or(variable("EDITOR").value_or(""));
  return {{screen, std::move(paths), std::move(options), variable("PITH_DECKS"), editor,
           variable("PAGER").value_or("less -FRX"), tr, config.theme, config.dictation,
           editor.empty() && is_on_path("vi") ? "vi" : editor},
          std::cin,
          std::cout,
          std::cerr};
}

text::Messages process_messages(const std::string& lang) {
  return messages_for(lang, taste());
}

std::size_t process_columns() {
  return window_columns();
}

}  // namespace pith::cli
