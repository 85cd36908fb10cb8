// What a command sees of the world: streams, terminal, paths, time. Built once in main.cpp from the
// command line and the environment; tests build their own. Nothing below cli/ reads any of it by
// itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "cli/local_time.h"
#include "terminal/style.h"
#include "text/messages.h"

namespace pith::cli {

/// Options that every command takes.
struct GlobalOptions {
  std::vector<std::string> decks;       ///< --decks; empty = not given.
  std::optional<std::string> database;  ///< --db, else $PITH_DB.
  std::optional<std::string> now;       ///< --now, else $PITH_NOW; ISO 8601.
  std::optional<std::uint64_t> seed;    ///< --seed.
  std::string color = "auto";           ///< auto, always or never.
  std::string language = "auto";        ///< --lang: auto, en or zh.
};

/// Where things live; see README.md.
struct Paths {
  std::filesystem::path data;    ///< $XDG_DATA_HOME/pith
  std::filesystem::path config;  ///< $XDG_CONFIG_HOME/pith
  std::filesystem::path cache;   ///< $XDG_CACHE_HOME/pith
  std::filesystem::path share;   ///< What is shipped: decks/, schema/, encoder weights.
  std::filesystem::path shipped_decks;
  std::filesystem::path home = {};           ///< What a leading `~/` means in settings.
  std::filesystem::path temporary = "/tmp";  ///< $TMPDIR; where it is no folder, /tmp.
};

/// What the streams can show.
struct Screen {
  bool in_is_terminal = false;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  bool color = false;        ///< Escape sequences are allowed on stdout.
  bool unicode = true;       ///< Glyphs outside ASCII are allowed.
  bool dumb = false;         ///< No cursor motion, as with TERM=dumb.
  bool reflows = false;      ///< Breaks long lines anew when the window gets narrower.
  std::string term;          ///< TERM
  std::size_t columns = 80;  ///< Of the window; 80 where there is none.
  std::size_t rows = 24;     ///< Of the window; 24 where there is none.
};

/// All that a command sees but its streams.
struct Surroundings {
  Screen screen;
  Paths paths;
  GlobalOptions options;
  std::optional<std::string> deck_path;  ///< $PITH_DECKS: directories separated by `:`.
  std::string editor;                    ///< $VISUAL, else $EDITOR; may be empty.
  std::string pager;                     ///< $PAGER, else `less -FRX`.
  text::Messages tr{};                   ///< What pith says, in the learner's language.
  terminal::Theme theme = terminal::default_theme();
  std::string dictation{};  ///< The program that writes down what is spoken; may be empty.
  /// The editor, else `vi` where it is there: for what only an editor can do. May be empty.
  std::string any_editor{};

  /// The time of --now if given (it then stands still), else the system's.
  [[nodiscard]] LocalTime now() const;
};

struct Context : Surroundings {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;

  /// The same with other streams.
  [[nodiscard]] Context with_streams(std::istream& from, std::ostream& to,
                                     std::ostream& complaints) const {
    return {*this, from, to, complaints};
  }
};

/// The context of this process: environment, terminal and the paths beside the binary. Throws
/// UsageError for a bad $PITH_NOW or --now.
[[nodiscard]] Context process_context(GlobalOptions options);

/// What pith says to this process's user: by --lang, the configuration, or the locale where it is
/// one of UTF-8.
[[nodiscard]] text::Messages process_messages(const std::string& lang);

/// Columns of the window; 80 where there is none.
[[nodiscard]] std::size_t process_columns();

}  // namespace pith::cli
