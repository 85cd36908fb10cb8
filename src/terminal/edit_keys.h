// Which key does what to the text: the one place to change a binding of the editor.
#pragma once

#include "terminal/edit_buffer.h"
#include "terminal/keys.h"

namespace pith::terminal {

using EditAction = void (EditBuffer::*)();

/// Null for a key that edits nothing.
[[nodiscard]] EditAction edit_action(const Key& key);

/// Alt-Enter, Ctrl-J, and Shift-Enter where the terminal tells it from Enter.
[[nodiscard]] bool breaks_line(const Key& key);

}  // namespace pith::terminal
