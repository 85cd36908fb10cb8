// One answer being read: what LineEditor::read_answer does between its first and its last key.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "terminal/input_reader.h"
#include "terminal/line_editor.h"

namespace pith::terminal {

class AnswerReading {
 public:
  struct Tools {
    Tty& tty;
    InputReader& input;
    const Style& style;
    const LineEditor::Options& options;
    KillRing& kills;
    AnswerRecall& recall;
  };

  AnswerReading(Tools tools, const AnswerRequest& request);

  [[nodiscard]] Answer run();

 private:
  using Clock = std::chrono::steady_clock;
  using Milliseconds = std::chrono::milliseconds;

  // Each says how the reading ends, if it does.
  [[nodiscard]] std::optional<Outcome> handle(const Key& key);
  [[nodiscard]] std::optional<Outcome> handle(const Paste& paste);
  [[nodiscard]] std::optional<Outcome> handle(TtyEvent::Kind event);
  [[nodiscard]] std::optional<Outcome> handle_ending_key(const Key& key);

  /// Whether the key meant something behind Ctrl-X.
  bool handle_after_ctrl_x(const Key& key);

  void edit(const Key& key);
  void insert(std::string_view text);
  void await_pause();
  void move_vertically(bool down);
  void open_editor();
  void take_dictation();
  void suspend();
  void draw_anew();
  void resume();
  void tick();
  void draw();
  [[nodiscard]] Layout layout(bool with_status) const;
  [[nodiscard]] Answer finish(Outcome outcome);
  [[nodiscard]] Milliseconds elapsed() const;
  [[nodiscard]] std::optional<Milliseconds> patience() const;

  Tools tools_;
  const AnswerRequest& request_;
  EditBuffer buffer_;
  Renderer renderer_;
  Clock::time_point begin_ = Clock::now();
  std::optional<Clock::time_point> idle_at_;  ///< When on_idle is due.
  std::optional<std::size_t> goal_column_;    ///< Of Up and Down, through shorter rows.
  std::string notice_;                        ///< Shown instead of the status until the next key.
  bool after_ctrl_x_ = false;
  Key last_key_;
};

}  // namespace pith::terminal
