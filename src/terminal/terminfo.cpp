#include "terminal/terminfo.h"

#include <array>
#include <cstdint>

#include <term.h>
#undef tab  // term.h gives its variables short names, as macros
#include <unistd.h>

namespace pith::terminal {
namespace {

struct Capability {
  const char* name;
  Key key;
};

std::array<Capability, 12> known_capabilities() {
  return {{{"kcuu1", {KeyCode::up, {}}},
           {"kcud1", {KeyCode::down, {}}},
           {"kcub1", {KeyCode::left, {}}},
           {"kcuf1", {KeyCode::right, {}}},
           {"khome", {KeyCode::home, {}}},
           {"kend", {KeyCode::end, {}}},
           {"kpp", {KeyCode::page_up, {}}},
           {"knp", {KeyCode::page_down, {}}},
           {"kich1", {KeyCode::insert, {}}},
           {"kdch1", {KeyCode::del, {}}},
           {"kcbt", {KeyCode::tab, {}, false, false, true}},
           {"kf1", {KeyCode::function, "1"}}}};
}

}  // namespace

KeyMap terminfo_keys(const std::string& term) {
  int error = 0;
  if (setupterm(term.c_str(), STDOUT_FILENO, &error) != 0) {
    return {};
  }
  KeyMap keys;
  for (const auto& capability : known_capabilities()) {
    const char* const sequence = tigetstr(capability.name);
    // (char*)-1 is "no such capability"; what begins without Escape the decoder knows anyway.
    if (sequence != nullptr && reinterpret_cast<std::intptr_t>(sequence) != -1 &&
        sequence[0] == '\x1b' && sequence[1] != '\0') {
      keys.emplace_back(sequence, capability.key);
    }
  }
  del_curterm(cur_term);
  return keys;
}

}  // namespace pith::terminal
