#include "grading/grammatical.h"

#include "grading/lexicon.h"

namespace pith::grading {

std::vector<bool> grammatical(const Grains& text) {
  std::vector<bool> flags(text.list.size());
  for (const auto& mark : Lexicon::general().marks_of(text)) {
    for (auto i = mark.range.begin; mark.cue == Cue::stop && i < mark.range.end; ++i) {
      const auto word = text.spelling(text.list[i]);
      flags[i] = word != U"no" && word != U"not";
    }
  }
  return flags;
}

}  // namespace pith::grading
