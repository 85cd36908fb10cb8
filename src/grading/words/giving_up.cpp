#include "grading/words/giving_up.h"

#include <algorithm>

#include "grading/words/lexicon.h"
#include "grading/words/vocabulary.h"

namespace pith::grading {

std::optional<Range> giving_up(const Grains& text, std::span<const Mark> marks) {
  constexpr double kSomethingSaid = 2.0;
  const auto mark = std::ranges::find(marks, Cue::dont_know, &Mark::cue);
  if (mark == marks.end()) {
    return std::nullopt;
  }
  const auto words = mark->range;
  const auto weights = grain_weights(text, marks);
  double rest = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    rest += i >= words.begin && i < words.end ? 0.0 : weights[i];
  }
  return rest < kSomethingSaid ? std::optional(words) : std::nullopt;
}

bool only_gives_up(std::string_view text) {
  const auto grains = grains_of(text);
  return giving_up(grains, Lexicon::general().marks_of(grains)).has_value();
}

}  // namespace pith::grading
