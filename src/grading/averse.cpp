#include "grading/averse.h"

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

std::vector<Mark> less_averse_words(std::span<const Mark> marks, const Grains& text,
                                    const Targets& targets) {
  std::vector<Mark> kept(marks.begin(), marks.end());
  std::erase_if(kept, [&](const Mark& mark) {
    return bears_on_polarity(mark.cue) &&
           std::ranges::any_of(targets.list, [&](const Target& target) {
             return has_averse_word(target.wordings.front(), text, mark.range);
           });
  });
  return kept;
}

}  // namespace pith::grading
