#include "grading/exact/restated.h"

#include <algorithm>
#include <array>
#include <functional>
#include <vector>

#include "grading/exact/folded_words.h"
#include "grading/exact/left_open.h"
#include "grading/words/grammatical.h"
#include "grading/words/lexicon.h"

namespace pith::grading {
namespace {

constexpr std::size_t kLongestSentence = 200;  ///< In grains.

using Flags = std::vector<bool>;  ///< One for every grain.

/// Whether the wording says something that the question does not, and shares no word with a
/// question that names what to choose from.
bool can_answer(const Grains& wording, const Grains& question) {
  const auto in_question = [&](const Grain& grain) { return has_stem(question.list, grain.stem); };
  if (std::ranges::none_of(wording.list, in_question)) {
    return !wording.list.empty();
  }
  constexpr std::array<FoldedView, 1> kBetween = {U"between"};
  const auto empty = grammatical(wording);
  bool says_something = false;
  for (std::size_t i = 0; i < empty.size(); ++i) {
    says_something = says_something || (!empty[i] && !in_question(wording.list[i]));
  }
  return says_something && !leaves_open(question.folded.text) &&
         !first_of(question.folded.text, 0, kBetween);
}

}  // namespace

std::vector<bool> places_of(const Grains& wording, const Grains& answer) {
  Flags places(answer.list.size());
  const auto size = wording.list.size();
  for (std::size_t at = 0; at + size <= places.size(); ++at) {
    const auto first = answer.list.begin() + static_cast<std::ptrdiff_t>(at);
    if (std::equal(wording.list.begin(), wording.list.end(), first,
                   [](const Grain& a, const Grain& b) { return a.key == b.key; })) {
      set_flags(places, {at, at + size});
    }
  }
  return places;
}

bool denies_or_leaves_a_choice(const Grains& text) {
  return std::ranges::any_of(Lexicon::general().marks_of(text),
                             [](const Mark& mark) { return bears_on_polarity(mark.cue); }) ||
         leaves_open(text.folded.text);
}

std::vector<bool> repeated(const Grains& text, const Grains& question) {
  auto flags = grammatical(text);
  for (const auto& mark : Lexicon::general().marks_of(text)) {
    if (mark.cue == Cue::generic) {
      set_flags(flags, mark.range);
    }
  }
  for (std::size_t i = 0; i < flags.size(); ++i) {
    flags[i] = flags[i] || has_stem(question.list, text.list[i].stem);
  }
  return flags;
}

std::optional<std::size_t> restated_in(const Grains& answer, std::span<const Grains> accepted,
                                       const Grains& question) {
  if (answer.list.size() > kLongestSentence || denies_or_leaves_a_choice(answer)) {
    return std::nullopt;
  }
  std::optional<std::size_t> first;
  auto explained = repeated(answer, question);
  for (std::size_t i = 0; i < accepted.size(); ++i) {
    if (!can_answer(accepted[i], question)) {
      continue;
    }
    const auto places = places_of(accepted[i], answer);
    if (std::ranges::find(places, true) != places.end()) {
      first = first.value_or(i);
      std::transform(explained.begin(), explained.end(), places.begin(), explained.begin(),
                     std::logical_or{});
    }
  }
  return std::ranges::find(explained, false) == explained.end() ? first : std::nullopt;
}

bool only_repeats(const Grains& text, const Grains& question) {
  const auto flags = repeated(text, question);
  const auto in_question = [&](const Grain& grain) { return has_stem(question.list, grain.stem); };
  return text.list.size() <= kLongestSentence && std::ranges::find(flags, false) == flags.end() &&
         std::ranges::any_of(text.list, in_question);
}

}  // namespace pith::grading
