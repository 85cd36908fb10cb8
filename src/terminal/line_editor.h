// Asks a person at a terminal: an answer in free text, or one key. Owns no session; everything that
// can happen while asking comes back as an outcome.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "terminal/answer_recall.h"
#include "terminal/capabilities.h"
#include "terminal/edit_buffer.h"
#include "terminal/input_reader.h"
#include "terminal/keys.h"
#include "terminal/renderer.h"
#include "terminal/style.h"
#include "terminal/tty.h"

namespace pith::terminal {

/// How asking ended. In every case the text so far is returned, so that it can be kept as a draft.
enum class Outcome {
  submitted,     ///< Enter
  key,           ///< One of the request's keys, in `key`.
  time_up,       ///< The request's `is_over` said so.
  interrupted,   ///< Ctrl-C or SIGINT
  end_of_input,  ///< Ctrl-D on an empty line
  terminated,    ///< SIGTERM or SIGQUIT
  hangup,        ///< SIGHUP, or the terminal was closed
};

/// How often a status is asked for while nothing happens.
inline constexpr std::chrono::milliseconds kTick{1000};

struct AnswerRequest {
  std::string prompt = "> ";  ///< One line of plain text; sanitised when drawn.
  std::string initial;        ///< Stands in the line at the start: a draft.
  /// Keys that end the reading at once (`key`), the second list only while nothing is typed.
  std::vector<Key> keys;
  std::vector<Key> keys_if_empty;
  /// Asked every second: once it is true, the time is up. Not asked where the kernel edits the
  /// line, since what is typed there is not known.
  std::function<bool()> is_over{};
  /// One dim line below the answer (a countdown, the keys), asked for at the start, every second
  /// and after each key; gets the time since the request began.
  std::function<std::string(std::chrono::milliseconds elapsed)> status;
  /// Called with the text when the learner has paused for `idle_after` after a key that may have
  /// changed it: a place for work ahead, to be kept short, since a key waits for it.
  std::function<void(std::string_view text)> on_idle;
  std::chrono::milliseconds idle_after{200};
  /// Shows again what stands above the line and may be far up: called when the program goes on
  /// after Ctrl-Z, and on Ctrl-L, which empties the screen for it.
  std::function<void()> on_resume;
};

struct Answer {
  Outcome outcome = Outcome::submitted;
  std::string text;  ///< Valid UTF-8 without control characters but "\n".
  Key key;           ///< Only for Outcome::key.
};

struct KeyRequest {
  std::string line;  ///< Shown dim while waiting, erased afterwards; plain text.
  /// Keys that are taken; all others are ignored. None: any key will do.
  std::vector<Key> keys;
  bool typing = false;  ///< Other text that is typed or pasted comes back as submitted.
  /// A word that is typed at one go comes back as submitted, all of it: no letter of it is a key.
  bool words = false;
  bool others = false;      ///< Another character that is typed comes back as submitted.
  bool enter_once = false;  ///< Enter is taken only if no other follows at once, as when held down.
  /// As for an answer: what the keys are about may be far up.
  std::function<void()> on_resume{};
  /// What stands before the line, such as a countdown; asked for anew every second.
  std::function<std::string()> status{};
  std::function<bool()> is_over{};  ///< As for an answer.
  [[nodiscard]] std::string whole_line() const { return (status ? status() : "") + line; }
};

/// Keys: Enter submits; Alt-Enter, Ctrl-J, or Shift-Enter where the terminal tells it apart, break
/// the line. Motions by character, word (Han words too), line; Up and Down by line, beyond the
/// first and last through earlier answers. Ctrl-W/U/K and Alt-D/Backspace kill, Ctrl-Y and Alt-Y
/// yank, Ctrl-_ undoes and Alt-_ does again, Ctrl-L draws anew, Ctrl-X Ctrl-E opens the editor,
/// Ctrl-X Ctrl-V takes what is spoken, Ctrl-Z suspends. Without a movable cursor the kernel edits
/// the line, a request's keys are typed with Enter, and a draft is shown above the line: Enter
/// alone sends it.
class LineEditor {
 public:
  struct Options {
    Capabilities capabilities;
    std::string term;            ///< For the keys that terminfo knows.
    std::string editor_command;  ///< $VISUAL or $EDITOR; split at spaces, never given to a shell.
    /// Prints what is spoken; split and run as the editor is. May be empty.
    std::string dictation_command;
    std::string temp_dir = "/tmp";
    /// What is said below a draft where the cursor cannot be moved, so that it cannot be edited.
    std::string draft_text = "Enter sends this; what you type replaces it.";
    /// What is said in the status line when not all fits that is pasted or spoken.
    std::string cut_text = "the paste was cut: 64 KiB is the most";
    /// The same when a text that came back from the editor did not all fit.
    std::string edit_cut_text = "the text was cut: 64 KiB is the most";
    /// What is said in the status line when the editor cannot be used.
    std::string no_editor_text = "no editor: set $VISUAL or $EDITOR";
    std::string editor_failed_text = "the editor failed; your text is as it was";
    /// What is said above the messages of that program.
    std::string dictating_text = "speak; Ctrl-C ends it if nothing else does";
    /// What is said in the status line when nothing can be spoken, or nothing came of it.
    std::string no_dictation_text = "no dictation: set `dictate` in the configuration";
    std::string dictation_failed_text = "the dictation brought no text; yours is as it was";
  };

  /// `tty` and `style` must outlive the editor.
  LineEditor(Tty& tty, const Style& style, Options options);

  /// Asks for free text; the answer stays on the screen as typed, the cursor on the line below.
  [[nodiscard]] Answer read_answer(const AnswerRequest& request);

  /// Asks for one key. Full-width letters and digits of an input method count as the plain ones.
  /// Ctrl-D is end_of_input unless it is asked for; `submitted` only with KeyRequest::typing,
  /// words or others.
  [[nodiscard]] Answer read_key(const KeyRequest& request);

  /// Takes in what was typed before it is asked for. Ctrl-C, Ctrl-D and `keys` are given back, the
  /// first of them; the rest was meant for something else and is dropped.
  [[nodiscard]] std::optional<Answer> typed_ahead(const std::vector<Key>& keys);

  /// Whether a wish to leave was typed, or a signal came, that nothing has read yet.
  [[nodiscard]] bool end_is_waiting() { return tty_.end_is_waiting(); }

  /// Opens a file in the learner's editor. What is wrong if that cannot be done, else empty.
  [[nodiscard]] std::string open_file(const std::string& file, std::size_t line);

  /// Tty::watch_stops() of the terminal.
  void watch_stops(Tty::StopWatch watch) { tty_.watch_stops(std::move(watch)); }

  /// The answers submitted so far, which Up brings back.
  [[nodiscard]] AnswerRecall& recall() { return recall_; }

 private:
  [[nodiscard]] Answer read_line(const AnswerRequest& request);
  void show_draft(const AnswerRequest& request);
  [[nodiscard]] Answer read_key_by_line(const KeyRequest& request);

  /// A line of Tty::Mode::lines without its break, or how waiting for it ended and what of the line
  /// the terminal had handed over by then.
  [[nodiscard]] Answer wait_for_line();

  /// A text without what cannot stand in an answer.
  [[nodiscard]] std::string as_answer(std::string_view text);

  /// Takes bytes of what was typed ahead, as an answer.
  [[nodiscard]] std::string take(std::size_t bytes);

  Tty& tty_;
  const Style& style_;
  Options options_;
  InputReader input_;
  std::string typed_ahead_;  ///< Of lines, where the cursor cannot be moved.
  KillRing kills_;
  AnswerRecall recall_;
};

}  // namespace pith::terminal
