// Text that is put together piece by piece, with its white space as a browser shows it.
#pragma once

#include <string>
#include <string_view>

namespace pith::exchange {

/// White space becomes one space, which is written when the next word comes: none begins or ends a
/// line, but for no-break spaces that indent it.
class FlowingText {
 public:
  /// Words; white space in them flows.
  void words(std::string_view text);
  /// A piece that is written as it is, after the space that is due.
  void piece(std::string_view text);
  /// Exactly these characters, with no space that is due.
  void verbatim(std::string_view text) { out_ += text; }
  /// A space before the next word.
  void space() { space_ = true; }
  /// Ends the line, if anything stands in it.
  void end_line();
  /// Ends the line and leaves an empty one, but none at the beginning.
  void end_paragraph();

  /// Whether the next word begins a line.
  [[nodiscard]] bool at_line_start() const { return out_.empty() || out_.ends_with('\n'); }
  /// The text without spaces and line breaks at its end; it is empty afterwards.
  [[nodiscard]] std::string take();

 private:
  std::string out_;
  bool space_ = false;  ///< Due before the next word.
};

}  // namespace pith::exchange
