#include "terminal/markdown.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>

namespace pith::terminal {
namespace {

bool is_word(std::string_view text, std::size_t at) {
  return at < text.size() && std::isalnum(static_cast<unsigned char>(text[at])) != 0;
}

bool is_gap(std::string_view text, std::size_t at) {
  return at >= text.size() || text[at] == ' ' || text[at] == '\n';
}

/// Finds where emphasis is closed, for openings in ascending order.
class Closings {
 public:
  explicit Closings(std::string_view text) : text_(text) {}

  /// Where the emphasis that `mark` opens at `at` is closed; npos if it is none.
  [[nodiscard]] std::size_t of(std::size_t at, std::string_view mark) {
    const auto inside = at + mark.size();
    if (is_gap(text_, inside) || (at > 0 && is_word(text_, at - 1))) {
      return std::string_view::npos;
    }
    if (at >= line_end_) {
      line_end_ = std::min(text_.find('\n', at), text_.size());
      none_more_ = {};
    }
    bool& none_more = none_more_.at(mark.size() - 1);
    const auto end = none_more ? std::string_view::npos : next(inside, mark);
    none_more = end == std::string_view::npos;
    return end;
  }

 private:
  [[nodiscard]] std::size_t next(std::size_t inside, std::string_view mark) const {
    const auto line = text_.substr(0, line_end_);
    for (auto end = line.find(mark, inside); end != std::string_view::npos;
         end = line.find(mark, end + 1)) {
      if (end > inside && !is_gap(line, end - 1) && !is_word(line, end + mark.size())) {
        return end;
      }
    }
    return std::string_view::npos;
  }

  std::string_view text_;
  std::size_t line_end_ = 0;
  std::array<bool, 2> none_more_{};  ///< In the line, of `*` and of `**`.
};

}  // namespace

std::string without_emphasis(std::string_view markdown) {
  std::string plain;
  Closings closings(markdown);
  for (std::size_t at = 0; at < markdown.size();) {
    if (markdown[at] == '`') {
      const auto end = markdown.find('`', at + 1);
      const auto behind = end == std::string_view::npos ? markdown.size() : end + 1;
      plain += markdown.substr(at, behind - at);
      at = behind;
      continue;
    }
    const std::string_view mark = markdown.substr(at).starts_with("**") ? "**" : "*";
    const auto end = markdown[at] == '*' ? closings.of(at, mark) : std::string_view::npos;
    if (end == std::string_view::npos) {
      plain += markdown[at++];
      continue;
    }
    const auto inside = at + mark.size();
    plain += without_emphasis(markdown.substr(inside, end - inside));
    at = end + mark.size();
  }
  return plain;
}

}  // namespace pith::terminal
