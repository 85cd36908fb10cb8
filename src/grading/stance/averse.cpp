#include "grading/stance/averse.h"

#include <algorithm>

namespace pith::grading {
namespace {

std::span<const Grain> grains_in(const Grains& grains, const Range& range) {
  return std::span(grains.list).subspan(range.begin, range.size());
}

const Mark* averse_mark(const Wording& name) {
  const auto mark = std::ranges::find(name.marks, Cue::averse, &Mark::cue);
  return mark != name.marks.end() ? &*mark : nullptr;
}

/// Whether a name does away with something by the word that stands at `word` in the text.
bool abolishes_by(const Wording& name, const Grains& text, const Range& word) {
  return std::ranges::any_of(name.marks, [&](const Mark& mark) {
    return mark.cue == Cue::abolish &&
           std::ranges::equal(grains_in(name.grains, mark.range), grains_in(text, word), {},
                              &Grain::stem, &Grain::stem);
  });
}

}  // namespace

bool is_averse(const Wording& name) {
  return averse_mark(name) != nullptr;
}

bool has_averse_word(const Wording& name, const Grains& text, const Range& range) {
  const auto* mark = averse_mark(name);
  return mark != nullptr &&
         std::ranges::any_of(grains_in(name.grains, mark->range), [&](const Grain& word) {
           return std::ranges::any_of(grains_in(text, range),
                                      [&](const Grain& grain) { return grain.stem == word.stem; });
         });
}

std::vector<Mark> less_own_words(std::span<const Mark> marks, const Grains& text,
                                 const Targets& targets) {
  std::vector<Mark> kept(marks.begin(), marks.end());
  std::erase_if(kept, [&](const Mark& mark) {
    return bears_on_polarity(mark.cue) &&
           std::ranges::any_of(targets.list, [&](const Target& target) {
             const auto& name = target.wordings.front();
             return has_averse_word(name, text, mark.range) ||
                    (mark.cue == Cue::abolish && abolishes_by(name, text, mark.range));
           });
  });
  return kept;
}

}  // namespace pith::grading
