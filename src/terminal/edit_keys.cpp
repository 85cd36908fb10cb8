#include "terminal/edit_keys.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace pith::terminal {
namespace {

Key named(KeyCode code) {
  return {code, {}};
}
Key ctrl_named(KeyCode code) {
  return {code, {}, true, false, false};
}
Key alt_named(KeyCode code) {
  return {code, {}, false, true, false};
}

const std::vector<std::pair<Key, EditAction>>& bindings() {
  static const std::vector<std::pair<Key, EditAction>> table = {
      {named(KeyCode::left), &EditBuffer::move_left},
      {ctrl("b"), &EditBuffer::move_left},
      {named(KeyCode::right), &EditBuffer::move_right},
      {ctrl("f"), &EditBuffer::move_right},
      {ctrl_named(KeyCode::left), &EditBuffer::move_word_left},
      {alt_named(KeyCode::left), &EditBuffer::move_word_left},
      {alt("b"), &EditBuffer::move_word_left},
      {ctrl_named(KeyCode::right), &EditBuffer::move_word_right},
      {alt_named(KeyCode::right), &EditBuffer::move_word_right},
      {alt("f"), &EditBuffer::move_word_right},
      {named(KeyCode::home), &EditBuffer::move_line_start},
      {ctrl("a"), &EditBuffer::move_line_start},
      {named(KeyCode::end), &EditBuffer::move_line_end},
      {ctrl("e"), &EditBuffer::move_line_end},
      {ctrl_named(KeyCode::home), &EditBuffer::move_start},
      {alt("<"), &EditBuffer::move_start},
      {ctrl_named(KeyCode::end), &EditBuffer::move_end},
      {alt(">"), &EditBuffer::move_end},
      {named(KeyCode::backspace), &EditBuffer::delete_left},
      {named(KeyCode::del), &EditBuffer::delete_right},
      {ctrl("d"), &EditBuffer::delete_right},
      {ctrl("t"), &EditBuffer::transpose},
      {ctrl("w"), &EditBuffer::kill_word_left},
      {alt_named(KeyCode::backspace), &EditBuffer::kill_word_left},
      {ctrl_named(KeyCode::backspace), &EditBuffer::kill_word_left},
      {alt("d"), &EditBuffer::kill_word_right},
      {alt_named(KeyCode::del), &EditBuffer::kill_word_right},
      {ctrl_named(KeyCode::del), &EditBuffer::kill_word_right},
      {ctrl("u"), &EditBuffer::kill_line_left},
      {ctrl("k"), &EditBuffer::kill_line_right},
      {ctrl("y"), &EditBuffer::yank},
      {alt("y"), &EditBuffer::yank_earlier},
      {ctrl("_"), &EditBuffer::undo},
      {alt("_"), &EditBuffer::redo},
  };
  return table;
}

}  // namespace

EditAction edit_action(const Key& key) {
  const auto& table = bindings();
  const auto found = std::find_if(table.begin(), table.end(),
                                  [&](const auto& binding) { return binding.first == key; });
  return found == table.end() ? nullptr : found->second;
}

bool breaks_line(const Key& key) {
  return key == ctrl("j") || (key.code == KeyCode::enter && (key.alt || key.shift));
}

}  // namespace pith::terminal
