#include "grading/exact/cloze_sentence.h"

#include <cstddef>
#include <string>

#include "base/trim.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

/// Letters and digits of a text, each with the bytes of the source that it came from.
text::Folded letters_of(std::string_view source) {
  const auto folded = text::fold(source);
  text::Folded letters;
  for (std::size_t i = 0; i < folded.text.size(); ++i) {
    if (!text::is_punctuation_or_space(folded.text[i])) {
      letters.text += folded.text[i];
      letters.begin.push_back(folded.begin[i]);
      letters.end.push_back(folded.end[i]);
    }
  }
  return letters;
}

}  // namespace

std::vector<std::string_view> fillers_in_sentence(const deck::Item& item, std::string_view answer) {
  const auto said = letters_of(answer);
  std::vector<std::string_view> fillers;
  std::size_t at = 0;         // in the letters said
  std::size_t gap_begin = 0;  // in bytes of the answer
  bool open = false;          // a gap ends where the next text is found
  const auto close = [&](std::size_t end) {
    if (open) {
      fillers.push_back(base::trimmed(answer.substr(gap_begin, end - gap_begin)));
    }
    open = false;
  };
  for (const auto& part : item.cloze) {
    const auto literal = part.point ? std::u32string{} : letters_of(part.text).text;
    if (part.point) {
      if (open) {
        return {};
      }
      open = true;
    } else if (!literal.empty()) {
      const auto found = said.text.find(literal, at);
      if (found == std::u32string::npos || (!open && found != at)) {
        return {};
      }
      close(said.begin[found]);
      at = found + literal.size();
      gap_begin = said.end[at - 1];
    }
  }
  close(answer.size());
  return fillers;
}

}  // namespace pith::grading
