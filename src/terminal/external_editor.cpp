#include "terminal/external_editor.h"

#include <algorithm>
#include <array>
#include <utility>

#include "terminal/foreground.h"
#include "terminal/private_file.h"

namespace pith::terminal {
namespace {

template <std::size_t Count>
bool is_one_of(const std::array<std::string_view, Count>& programs, std::string_view program) {
  program.remove_prefix(program.rfind('/') + 1);
  return std::find(programs.begin(), programs.end(), program) != programs.end();
}

/// Whether an editor wants the line behind the file's name.
bool takes_line_behind(std::string_view program) {
  constexpr std::array<std::string_view, 6> kThese = {"code", "codium", "subl",
                                                      "zed",  "hx",     "helix"};
  return is_one_of(kThese, program);
}

/// Whether it wants it as `+12` before the name. A script or a `sed -i` would take that for a file.
bool takes_line_before(std::string_view program) {
  constexpr std::array<std::string_view, 22> kThese = {
      "vi",    "vim",  "vim.basic", "vim.tiny", "nvi",    "nvim",           "view",  "nano",
      "rnano", "pico", "emacs",     "mg",       "jmacs",  "emacsclient",    "micro", "kak",
      "joe",   "jed",  "ne",        "gvim",     "editor", "sensible-editor"};
  return is_one_of(kThese, program);
}

}  // namespace

bool open_in_editor(Tty& tty, std::string_view command, const std::string& path, std::size_t line) {
  auto words = words_of(command);
  if (words.empty()) {
    return false;
  }
  const auto place = std::to_string(line);
  if (takes_line_behind(words.front())) {
    if (words.front().ends_with("code") || words.front().ends_with("codium")) {
      words.emplace_back("--goto");
    }
    words.push_back(path + ":" + place);
  } else {
    if (takes_line_before(words.front())) {
      words.push_back("+" + place);
    }
    words.push_back(path);
  }
  return run_in_foreground(tty, std::move(words));
}

std::optional<std::string> edit_externally(Tty& tty, std::string_view command,
                                           std::string_view text, const std::string& directory) {
  auto words = words_of(command);
  const PrivateFile file(directory, "pith-", ".txt");
  if (words.empty() || !file.write(text) || !file.write("\n")) {
    return std::nullopt;
  }
  words.push_back(file.path());
  if (!run_in_foreground(tty, std::move(words))) {
    return std::nullopt;
  }
  auto edited = file.read();
  if (edited && edited->ends_with('\n')) {
    edited->pop_back();
  }
  return edited;
}

}  // namespace pith::terminal
