#include "terminal/key_sequences.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <vector>

#include "text/utf8.h"

namespace pith::terminal {
namespace {

struct Named {
  unsigned number;
  KeyCode code;
};

/// The numbers of CSI n ~; those of function keys are below.
constexpr std::array<Named, 8> kNumbered = {{{1, KeyCode::home},
                                             {2, KeyCode::insert},
                                             {3, KeyCode::del},
                                             {4, KeyCode::end},
                                             {5, KeyCode::page_up},
                                             {6, KeyCode::page_down},
                                             {7, KeyCode::home},
                                             {8, KeyCode::end}}};
constexpr std::array<unsigned, 12> kFunctionNumbers = {11, 12, 13, 14, 15, 17,
                                                       18, 19, 20, 21, 23, 24};

std::optional<Key> lettered(char final) {
  switch (final) {
    case 'A':
      return Key{KeyCode::up, {}};
    case 'B':
      return Key{KeyCode::down, {}};
    case 'C':
      return Key{KeyCode::right, {}};
    case 'D':
      return Key{KeyCode::left, {}};
    case 'H':
      return Key{KeyCode::home, {}};
    case 'F':
      return Key{KeyCode::end, {}};
    case 'Z':
      return Key{KeyCode::tab, {}, false, false, true};
    default:
      break;
  }
  if (final >= 'P' && final <= 'S') {
    return Key{KeyCode::function, std::to_string(final - 'P' + 1)};
  }
  return std::nullopt;
}

std::optional<Key> numbered(unsigned number) {
  const auto* const named = std::ranges::find(kNumbered, number, &Named::number);
  if (named != kNumbered.end()) {
    return Key{named->code, {}};
  }
  const auto* const function = std::ranges::find(kFunctionNumbers, number);
  if (function == kFunctionNumbers.end()) {
    return std::nullopt;
  }
  return Key{KeyCode::function, std::to_string(function - kFunctionNumbers.begin() + 1)};
}

/// The key of a code point, as kitty and xterm's modifyOtherKeys report it.
std::optional<Key> of_code_point(unsigned code) {
  switch (code) {
    case 9:
      return Key{KeyCode::tab, {}};
    case 13:
    case 57414:  // kitty's keypad Enter
      return Key{KeyCode::enter, {}};
    case 27:
      return Key{KeyCode::escape, {}};
    case 8:
    case 127:
      return Key{KeyCode::backspace, {}};
    default:
      break;
  }
  const bool private_use = code >= 0xE000 && code <= 0xF8FF;  // kitty's other function keys
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (code < 0x20 || (code > 0x7E && code < 0xA0) || code > 0x10FFFF || private_use || surrogate) {
    return std::nullopt;
  }
  std::string text;
  text::append_utf8(text, code);
  return plain(text);
}

/// Adds the modifiers of xterm's parameter: 1 + Shift 1 + Alt 2 + Ctrl 4.
void modify(Key& key, unsigned parameter) {
  const unsigned bits = parameter == 0 ? 0 : parameter - 1;
  key.shift = key.shift || (bits & 1U) != 0;
  key.alt = key.alt || (bits & 2U) != 0;
  key.ctrl = key.ctrl || (bits & 4U) != 0;
  if (key.code != KeyCode::character || key.text.size() != 1) {
    return;
  }
  const auto letter = static_cast<unsigned char>(key.text.front());
  if (key.ctrl) {
    key.text = static_cast<char>(std::tolower(letter));
  } else if (key.shift) {
    key.text = static_cast<char>(std::toupper(letter));
    key.shift = false;
  }
}

/// The numbers between the semicolons; of `a:b` the first counts. Absent ones are 0.
std::vector<unsigned> parameters(std::string_view text) {
  std::vector<unsigned> numbers(1);
  bool detail = false;
  for (const char c : text) {
    if (c == ';') {
      numbers.push_back(0);
      detail = false;
    } else if (c == ':') {
      detail = true;
    } else if (c >= '0' && c <= '9' && !detail && numbers.back() < 10'000'000) {
      numbers.back() = numbers.back() * 10 + static_cast<unsigned>(c - '0');
    }
  }
  numbers.resize(std::max<std::size_t>(numbers.size(), 3));
  return numbers;
}

std::optional<Key> of_csi(std::string_view body, char final) {
  if (!body.empty() && body.front() == '[') {  // the Linux console's F1 to F5
    return final >= 'A' && final <= 'E'
               ? std::optional(Key{KeyCode::function, std::to_string(final - 'A' + 1)})
               : std::nullopt;
  }
  if (!std::ranges::all_of(body, [](char c) { return c >= '0' && c <= ';'; })) {
    return std::nullopt;  // a private report
  }
  const auto numbers = parameters(body);
  std::optional<Key> key;
  auto modifiers = numbers[1];
  if (final == 'u') {
    key = of_code_point(numbers[0]);
  } else if (final == '~' && numbers[0] == 27) {
    key = of_code_point(numbers[2]);
  } else if (final == '~' || final == '$' || final == '^' ||
             final == '@') {  // the last three: rxvt
    key = numbered(numbers[0]);
    modifiers = final == '$' ? 2 : final == '^' ? 5 : final == '@' ? 6 : modifiers;
  } else if (final >= 'a' && final <= 'd') {  // rxvt with Shift
    key = lettered(static_cast<char>(final - 'a' + 'A'));
    modifiers = 2;
  } else {
    key = lettered(final);
  }
  if (key) {
    modify(*key, modifiers);
  }
  return key;
}

std::optional<Key> of_ss3(std::string_view body, char final) {
  if (final >= 'a' && final <= 'd') {  // rxvt with Ctrl
    auto key = lettered(static_cast<char>(final - 'a' + 'A'));
    key->ctrl = true;
    return key;
  }
  if (final == 'M') {
    return Key{KeyCode::enter, {}};
  }
  if (final >= 'j' && final <= 'y') {  // the keypad: * + , - . / 0 … 9
    return plain(std::string(1, static_cast<char>(final - 'j' + '*')));
  }
  auto key = lettered(final);
  if (key) {
    modify(*key, parameters(body)[0]);
  }
  return key;
}

}  // namespace

std::optional<Key> key_of_sequence(std::string_view sequence) {
  if (sequence.size() < 3) {
    return std::nullopt;
  }
  const auto body = sequence.substr(2, sequence.size() - 3);
  return sequence[1] == '[' ? of_csi(body, sequence.back()) : of_ss3(body, sequence.back());
}

}  // namespace pith::terminal
