// The answers of this session, to be brought back while answering.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pith::terminal {

class AnswerRecall {
 public:
  /// Remembers an answer as the latest; empty ones and repetitions of the latest are not.
  void add(std::string_view answer);

  /// Starts at the end again, behind the latest answer.
  void rewind();

  /// The answer before the one shown; `current` is kept, to come back to. Nothing at the first.
  [[nodiscard]] std::optional<std::string> earlier(std::string_view current);

  /// The answer after the one shown, at last what stood there first. Nothing at the end.
  [[nodiscard]] std::optional<std::string> later();

 private:
  std::vector<std::string> answers_;
  std::size_t at_ = 0;  ///< answers_.size(): what is being typed.
  std::string typed_;
};

}  // namespace pith::terminal
