#include "session/own_words.h"

#include <algorithm>
#include <array>

#include "grading/words/grains.h"
#include "grading/words/lexicon.h"
#include "grading/words/vocabulary.h"

namespace pith::session {
namespace {

/// Whether a word that steers grading like that says something by itself, too: "leak", "scrap".
bool says_something(grading::Cue cue) {
  using enum grading::Cue;
  constexpr std::array kTelling = {whole, joined, abolish, harm, mishap, remedy, doing, averse};
  return std::ranges::find(kTelling, cue) != kTelling.end();
}

}  // namespace

std::set<std::uint64_t> own_words(std::string_view wording) {
  const auto text = grading::grains_of(wording);
  const auto marks = grading::Lexicon::general().marks_of(text);
  const auto weights = grading::grain_weights(text, marks);
  constexpr double kContent = 0.5;
  std::set<std::uint64_t> content;
  for (std::size_t i = 0; i < text.list.size(); ++i) {
    const bool holds = std::any_of(marks.begin(), marks.end(), [&](const grading::Mark& mark) {
      return !says_something(mark.cue) && i >= mark.range.begin && i < mark.range.end;
    });
    if (!holds && weights[i] >= kContent) {
      content.insert(text.list[i].stem);
    }
  }
  return content;
}

}  // namespace pith::session
