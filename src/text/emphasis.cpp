#include "text/emphasis.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <utility>

#include "text/display.h"

namespace pith::text {
namespace {

bool is_word_byte(std::string_view text, std::size_t at) {
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
    if (is_gap(text_, inside) || (at > 0 && is_word_byte(text_, at - 1))) {
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
      if (end > inside && !is_gap(line, end - 1) && !is_word_byte(line, end + mark.size())) {
        return end;
      }
    }
    return std::string_view::npos;
  }

  std::string_view text_;
  std::size_t line_end_ = 0;
  std::array<bool, 3> none_more_{};  ///< In the line, of `*`, `**` and `***`.
};

/// Where the span of code ends that begins at `at`; `at` if nothing closes it.
std::size_t end_of_code(std::string_view text, std::size_t at) {
  const auto inside = std::min(text.find_first_not_of('`', at), text.size());
  const auto end = text.find(text.substr(at, inside - at), inside);
  return end == std::string_view::npos ? at : end + inside - at;
}

/// Where the formula ends that begins at `at`; `at` if none does. Sums of money are none: inside of
/// its marks stands no space, behind them no digit.
std::size_t end_of_formula(std::string_view text, std::size_t at) {
  if (text.substr(at).starts_with("$$")) {
    const auto end = text.find("$$", at + 2);
    return end == std::string_view::npos ? at : end + 2;
  }
  const auto end =
      is_gap(text, at + 1) ? std::string_view::npos : text.find_first_of("$\n", at + 2);
  const bool closed = end != std::string_view::npos && text[end] == '$' && !is_gap(text, end - 1);
  return closed && !is_word_byte(text, end + 1) ? end + 1 : at;
}

/// Where what stands as it is typed ends; `at` if nothing of the kind begins there.
std::size_t end_of_typed(std::string_view text, std::size_t at) {
  return text[at] == '`' ? end_of_code(text, at) : text[at] == '$' ? end_of_formula(text, at) : at;
}

/// How many stars open emphasis at `at`, and where it is closed; npos if they are none.
std::pair<std::size_t, std::size_t> emphasis_at(std::string_view text, std::size_t at,
                                                Closings& closings) {
  constexpr std::string_view kStars = "***";
  const auto width = std::min(text.find_first_not_of('*', at), text.size()) - at;
  for (const std::size_t stars : {std::size_t{3}, std::min<std::size_t>(width, 2)}) {
    const auto end = stars == 0 || stars > width ? std::string_view::npos
                                                 : closings.of(at, kStars.substr(0, stars));
    if (end != std::string_view::npos) {
      return {stars, end};
    }
  }
  return {0, std::string_view::npos};
}

}  // namespace

std::string without_emphasis(std::string_view markdown) {
  std::string plain;
  Closings closings(markdown);
  for (std::size_t at = 0; at < markdown.size();) {
    if (const auto end = end_of_typed(markdown, at); end > at) {
      plain += markdown.substr(at, end - at);
      at = end;
    } else if (markdown.substr(at).starts_with("\\*")) {
      plain += '*';
      at += 2;
    } else if (const auto [stars, close] = emphasis_at(markdown, at, closings); stars > 0) {
      plain += without_emphasis(markdown.substr(at + stars, close - at - stars));
      at = close + stars;
    } else {
      plain += markdown[at++];
    }
  }
  return plain;
}

std::string plain_line(std::string_view markdown, std::size_t cells) {
  return truncate(single_line(without_emphasis(markdown)), cells);
}

}  // namespace pith::text
