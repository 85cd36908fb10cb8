#include "terminal/marked_text.h"

#include <algorithm>
#include <optional>

#include "text/display.h"

namespace pith::terminal {
namespace {

/// A run of the shown text in one role; nothing for plain text.
struct Run {
  std::size_t end = 0;
  std::optional<Role> role;
};

const Mark* mark_at(std::span<const Mark> marks, std::size_t offset) {
  const auto found = std::find_if(marks.begin(), marks.end(), [&](const Mark& mark) {
    return mark.span.begin <= offset && offset < mark.span.end;
  });
  return found == marks.end() ? nullptr : &*found;
}

/// Where the mark that covers `offset`, or the lack of one, ends.
std::size_t end_of_run(std::string_view text, std::span<const Mark> marks, std::size_t offset) {
  auto end = text.size();
  const auto* here = mark_at(marks, offset);
  for (const auto& mark : marks) {
    for (const auto bound : {mark.span.begin, mark.span.end}) {
      if (bound > offset && bound < end && mark_at(marks, bound) != here) {
        end = bound;
      }
    }
  }
  return end;
}

class Painter {
 public:
  Painter(std::string_view text, std::span<const Mark> marks, const Style& style) : style_(style) {
    for (std::size_t at = 0; at < text.size();) {
      const auto end = end_of_run(text, marks, at);
      const auto* mark = mark_at(marks, at);
      const auto piece = text::sanitise(text.substr(at, end - at));
      const auto bounded = mark != nullptr && !style.colour() ? "[" + piece + "]" : piece;
      safe_ += bounded;
      shown_ += text::with_plain_spaces(bounded);
      runs_.push_back({shown_.size(), mark == nullptr ? std::nullopt : std::optional(mark->role)});
      at = end;
    }
  }

  [[nodiscard]] const std::string& safe() const { return safe_; }

  /// The next line of the wrapped text, painted.
  std::string paint(std::string_view line) {
    const auto found = shown_.find(line, at_);
    if (found == std::string::npos) {
      return std::string(line);
    }
    at_ = found;
    std::string out;
    const auto end = std::min(at_ + line.size(), shown_.size());
    while (at_ < end) {
      const auto run =
          std::find_if(runs_.begin(), runs_.end(), [&](const Run& each) { return at_ < each.end; });
      const auto stop = std::min(run->end, end);
      const auto piece = std::string_view(shown_).substr(at_, stop - at_);
      out += run->role ? style_.begin(Role::evidence) + style_.paint(*run->role, piece)
                       : std::string(piece);
      at_ = stop;
    }
    return out;
  }

 private:
  const Style& style_;
  std::string safe_;
  std::string shown_;  ///< The same as its lines have it.
  std::vector<Run> runs_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<std::string> marked_lines(std::string_view text, std::span<const Mark> marks,
                                      std::size_t columns, const Style& style) {
  Painter painter(text, marks, style);
  std::vector<std::string> lines;
  for (const auto& line : text::wrap(painter.safe(), std::max<std::size_t>(columns, 2))) {
    lines.push_back(painter.paint(line));
  }
  return lines;
}

}  // namespace pith::terminal
