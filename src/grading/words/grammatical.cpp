#include "grading/words/grammatical.h"

#include "grading/words/lexicon.h"

namespace pith::grading {

namespace {

/// Of a grammatical word: not "no" and "not", nor a letter other than "a" by itself (it's, but not
/// vitamin D).
bool is_small(const Grains& text, const Grain& grain) {
  const auto word = text.spelling(grain);
  const auto before = grain.from > 0 ? text.folded.text[grain.from - 1] : U' ';
  const bool letter = word.size() == 1 && word[0] > U'a' && word[0] <= U'z' && word[0] != U'i';
  return word != U"no" && word != U"not" && !(letter && before != U'\'');
}

}  // namespace

std::vector<bool> grammatical(const Grains& text) {
  std::vector<bool> flags(text.list.size());
  for (const auto& mark : Lexicon::general().marks_of(text)) {
    for (auto i = mark.range.begin; mark.cue == Cue::stop && i < mark.range.end; ++i) {
      flags[i] = is_small(text, text.list[i]);
    }
  }
  return flags;
}

}  // namespace pith::grading
