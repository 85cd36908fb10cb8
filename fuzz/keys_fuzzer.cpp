// Any bytes that a terminal sends, as keys and pastes, and those as edits of an answer. The first
// byte sets how many bytes come at once, the second how wide the screen is.
#include <algorithm>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "fuzzer.h"
#include "support/controls.h"
#include "terminal/edit_buffer.h"
#include "terminal/edit_keys.h"
#include "terminal/keys.h"
#include "terminal/layout.h"
#include "text/display.h"
#include "text/utf8.h"

namespace {

using namespace pith;
using namespace pith::terminal;
using fuzz::require;

enum class Pauses { none, often };

/// What the bytes mean if so many come at once; with pauses, each of which ends what is open.
std::vector<Input> decoded(std::string_view bytes, std::size_t at_once, Pauses pauses) {
  KeyDecoder decoder({{"\x1b[33~", ctrl("k")}, {"\x1b#", alt("y")}});
  std::vector<Input> inputs;
  while (!bytes.empty()) {
    decoder.feed(bytes.substr(0, at_once));
    bytes.remove_prefix(std::min(at_once, bytes.size()));
    if (pauses == Pauses::often || bytes.empty()) {
      decoder.flush();
      require(!decoder.patience(), "a pause ends what is open");
    }
    while (auto input = decoder.next()) {
      inputs.push_back(*std::move(input));
    }
  }
  return inputs;
}

void check_input(const Key& key) {
  require(!text::find_invalid_utf8(key.text), "a key's text is UTF-8");
  if (key.code == KeyCode::character) {
    require(text::count_code_points(key.text) == 1, "a character is one code point");
  } else if (key.code == KeyCode::function) {
    const auto number = std::stoi(key.text);
    require(number >= 1 && number <= 12, "a function key has its number");
  } else {
    require(key.text.empty(), "a named key has no text");
  }
}

void check_input(const Paste& paste) {
  require(!text::find_invalid_utf8(paste.text), "a paste is UTF-8");
  require(paste.text.find('\r') == std::string::npos, "a paste has plain line breaks");
}

std::size_t size_of(const Input& input) {
  return std::visit([](const auto& what) { return what.text.size(); }, input);
}

void check_inputs(const std::vector<Input>& inputs, std::size_t bytes) {
  constexpr std::size_t kMostOfAByte = 3;  // U+FFFD in place of it
  std::size_t size = 0;
  for (const auto& input : inputs) {
    std::visit([](const auto& what) { check_input(what); }, input);
    size += size_of(input);
  }
  require(inputs.size() <= bytes && size <= kMostOfAByte * bytes,
          "bytes mean no more than there is");
}

/// An answer that is edited, and what must hold after each key.
class Editing {
 public:
  explicit Editing(std::size_t columns) : columns_(columns) {}

  void take(const Paste& paste) {
    buffer_.insert_what_fits(paste.text);
    around_.reset();
    check();
  }

  void take(const Key& key) {
    if (key.code == KeyCode::up || key.code == KeyCode::down) {
      move_to_row(key.code == KeyCode::down);
    } else if (const auto action = edit_action(key)) {
      act(action);
    } else {
      buffer_.insert(breaks_line(key) ? "\n" : key.text);
      around_.reset();
    }
    check();
  }

  /// Takes back the last change and makes it again.
  void check_undo() {
    const auto text = buffer_.text();
    buffer_.undo();
    check();
    if (buffer_.text() != text) {
      buffer_.redo();
      require(buffer_.text() == text, "what was undone is done again");
    }
  }

 private:
  /// The text before and behind what was yanked.
  struct Around {
    std::string before;
    std::string behind;
  };

  void act(EditAction action) {
    const bool yanks = action == &EditBuffer::yank;
    const bool yanks_earlier = action == &EditBuffer::yank_earlier;
    if (yanks) {
      const auto& text = buffer_.text();
      around_ = {text.substr(0, buffer_.caret()), text.substr(buffer_.caret())};
    }
    (buffer_.*action)();
    if (!yanks && !yanks_earlier) {
      around_.reset();
    } else if (around_) {
      require(
          buffer_.text().starts_with(around_->before) && buffer_.text().ends_with(around_->behind),
          "what stands around a yank stays");
    }
  }

  void move_to_row(bool down) {
    around_.reset();
    const auto layout = laid_out();
    auto to = layout.caret;
    if (down ? to.row < layout.stops.back().position.row : to.row > 0) {
      to.row = down ? to.row + 1 : to.row - 1;
      buffer_.move_to(offset_at(layout, to));
    }
  }

  [[nodiscard]] Layout laid_out() const {
    return lay_out({"> ", buffer_.text(), buffer_.caret(), "status"}, columns_);
  }

  void check() const {
    const auto& text = buffer_.text();
    require(text.size() <= EditBuffer::kMaxBytes, "an answer has its bound");
    require(!text::find_invalid_utf8(text), "an answer is UTF-8");
    require(test::controls_in(text).empty() && text.find('\t') == std::string::npos,
            "an answer controls nothing");
    const auto bounds = text::grapheme_bounds(text);
    require(std::ranges::binary_search(bounds, buffer_.caret()),
            "the caret stands between characters");
    check_layout(bounds);
  }

  void check_layout(const std::vector<std::size_t>& bounds) const {
    const auto layout = laid_out();
    require(std::ranges::equal(layout.stops, bounds, {}, &Stop::offset),
            "the caret can stand at every bound");
    require(layout.caret.column < columns_ && layout.caret.row < layout.rows.size(),
            "the caret is on the screen");
    for (const auto& row : layout.rows) {
      require(width_of(row) <= columns_, "a row fits");
    }
  }

  std::size_t columns_;
  KillRing kills_;
  EditBuffer buffer_{kills_};
  std::optional<Around> around_;
};

void edit(const std::vector<Input>& inputs, std::size_t columns) {
  Editing editing(columns);
  for (const auto& input : inputs) {
    std::visit([&](const auto& what) { editing.take(what); }, input);
  }
  editing.check_undo();
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto bytes = fuzz::as_text(data, size);
  const std::size_t at_once = 1 + fuzz::take_byte(bytes) % 16;
  const std::size_t columns = 2 + fuzz::take_byte(bytes) % 80;
  const auto inputs = decoded(bytes, at_once, Pauses::none);
  require(inputs == decoded(bytes, bytes.size(), Pauses::none),
          "what bytes mean does not depend on how they arrive");
  check_inputs(inputs, bytes.size());
  check_inputs(decoded(bytes, at_once, Pauses::often), bytes.size());
  edit(inputs, columns);
  return 0;
}
