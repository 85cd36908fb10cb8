// One key being waited for: what LineEditor::read_key does.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "terminal/input_reader.h"
#include "terminal/line_editor.h"

namespace pith::terminal {

/// With an input method on, letters and digits come full-width; any other key stays as it is.
[[nodiscard]] Key half_width(Key key);

/// How an event ends the waiting for a key or a line; nothing if it does not.
[[nodiscard]] std::optional<Outcome> outcome_of(TtyEvent::Kind event);

class KeyReading {
 public:
  KeyReading(Tty& tty, InputReader& input, const Style& style, bool reflows,
             const KeyRequest& request);

  [[nodiscard]] Answer run();

  /// The first key of the request, or end, in what has been typed so far; the rest is dropped.
  [[nodiscard]] std::optional<Answer> typed_ahead();

 private:
  [[nodiscard]] std::optional<Answer> handle(const Key& typed);
  void show(std::string_view words);
  /// Whether a text begins with the key: another letter follows at once, or soon where words are
  /// told apart; until then the key stands in place of the line.
  [[nodiscard]] std::optional<std::string> text_begun_with(const Key& key);
  /// `text` and what is typed after it until somebody pauses or presses another key.
  [[nodiscard]] std::string word_begun_with(std::string text);
  /// Whether the key comes again at once; all of that is read.
  [[nodiscard]] bool is_held(const Key& key);
  [[nodiscard]] std::optional<Answer> handle(const Paste& paste) const;
  [[nodiscard]] std::optional<Answer> handle(TtyEvent::Kind event);
  void suspend();
  void draw_anew();
  void resume();

  Tty& tty_;
  InputReader& input_;
  const KeyRequest& request_;
  Renderer renderer_;
};

}  // namespace pith::terminal
