#include "grading/exact/pieces.h"

#include <algorithm>
#include <string>

#include "base/trim.h"
#include "text/utf8.h"

namespace pith::grading {

std::vector<std::string_view> pieces_of(std::string_view answer,
                                        std::span<const std::string_view> separators) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= answer.size();) {
    std::size_t length = at == answer.size() ? 1U : 0U;
    for (const auto separator : separators) {
      if (at < answer.size() && answer.substr(at, separator.size()) == separator) {
        length = separator.size();
      }
    }
    if (length > 0) {
      if (const auto piece = base::trimmed(answer.substr(begin, at - begin)); !piece.empty()) {
        pieces.push_back(piece);
      }
      begin = at + length;
    }
    at += std::max<std::size_t>(length, 1);
  }
  return pieces;
}

std::vector<std::string_view> clauses_of(std::string_view answer) {
  std::vector<std::string> ends;
  for (const char32_t end : kClauseEnds) {
    if (end != U'?' && end != U'？') {
      ends.push_back(text::to_utf8({&end, 1}));
    }
  }
  return pieces_of(answer, std::vector<std::string_view>(ends.begin(), ends.end()));
}

std::string_view run_of(const std::vector<std::string_view>& pieces, std::size_t begin,
                        std::size_t end) {
  const auto* const first = pieces[begin].data();
  return {first, static_cast<std::size_t>(pieces[end - 1].data() + pieces[end - 1].size() - first)};
}

}  // namespace pith::grading
