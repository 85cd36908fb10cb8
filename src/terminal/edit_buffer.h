// Text being edited and its caret, by grapheme. Pure: no keys, no screen.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pith::terminal {

/// The stretches of text that were cut, newest last; yanking puts one back.
class KillRing {
 public:
  enum class Side { after, before };

  /// Adds a stretch, or with `join` lengthens the newest on the side it was cut from.
  void add(std::string_view text, Side side, bool join);

  /// The newest stretch, or the `back`-th before it, round and round; empty if there is none.
  [[nodiscard]] std::string_view at(std::size_t back) const;

 private:
  std::vector<std::string> stretches_;
};

/// The caret always stands on a bound between graphemes. The text is valid UTF-8 without control
/// characters but "\n", at most kMaxBytes long.
class EditBuffer {
 public:
  static constexpr std::size_t kMaxBytes = 65'536;

  /// `kills` must outlive the buffer.
  explicit EditBuffer(KillRing& kills) : kills_(kills) {}

  [[nodiscard]] const std::string& text() const { return now_.text; }
  [[nodiscard]] std::size_t caret() const { return now_.caret; }  ///< In bytes.

  /// Replaces everything, caret at the end; can be undone. Of what is too long the beginning stays,
  /// in whole graphemes; false then.
  bool assign(std::string_view text);

  /// Control and other invisible characters are left out, a tab becomes four spaces, invalid UTF-8
  /// U+FFFD. False if it did not all fit; then nothing is inserted.
  bool insert(std::string_view text);

  /// The same, but of what does not all fit the beginning is inserted, in whole graphemes.
  bool insert_what_fits(std::string_view text);

  /// Moves the caret to the last grapheme bound at or before `offset`.
  void move_to(std::size_t offset);
  void move_left();
  void move_right();
  void move_word_left();   ///< To the beginning of the word before.
  void move_word_right();  ///< Behind the end of the next word.
  void move_line_start();
  void move_line_end();
  void move_start();
  void move_end();

  void delete_left();
  void delete_right();
  void transpose();  ///< Swaps the graphemes around the caret.

  void kill_word_left();
  void kill_word_right();
  void kill_line_left();   ///< At the beginning of a line: the line break before.
  void kill_line_right();  ///< At the end of a line: the line break.

  void yank();
  /// Directly after yank(): puts the stretch before in its place.
  void yank_earlier();

  void undo();
  void redo();

 private:
  enum class Last { other, typing, kill, yank };
  struct Snapshot {
    std::string text;
    std::size_t caret = 0;
  };

  void change(std::size_t begin, std::size_t end, std::string_view with, Last kind);
  void kill(std::size_t begin, std::size_t end, KillRing::Side side);
  void put_yanked(std::size_t begin, std::size_t end, std::string_view stretch);
  [[nodiscard]] std::size_t grapheme_left() const;
  [[nodiscard]] std::size_t grapheme_right() const;
  [[nodiscard]] std::size_t word_left() const;
  [[nodiscard]] std::size_t word_right() const;
  [[nodiscard]] std::size_t line_start() const;
  [[nodiscard]] std::size_t line_end() const;

  KillRing& kills_;
  Snapshot now_;
  std::vector<Snapshot> undo_;
  std::vector<Snapshot> redo_;
  Last last_ = Last::other;     ///< What came before, for joining typing and kills.
  std::size_t yank_begin_ = 0;  ///< Where the last yank stands, for yank_earlier(); the caret may
  std::size_t yank_end_ = 0;    ///< be further, behind what that joined.
  std::size_t yank_back_ = 0;
};

}  // namespace pith::terminal
