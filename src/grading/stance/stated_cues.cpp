#include "grading/stance/stated_cues.h"

#include <algorithm>
#include <cstddef>
#include <map>

namespace pith::grading {
namespace {

/// Whether the text has the wording word for word around the cue: then the cue states the point.
bool states_by(const Wording& wording, const Grains& text, const Range& cue) {
  const auto& words = wording.grains.list;
  for (std::size_t at = cue.end > words.size() ? cue.end - words.size() : 0;
       at <= cue.begin && at + words.size() <= text.list.size(); ++at) {
    const Range around{at, at + words.size()};
    if (cue.end <= around.end && same_words(words, text.in(around))) {
      return true;
    }
  }
  return false;
}

/// Whether one of the wordings that are longer than `longer_than` grains has the cue as its own
/// word in the text.
bool states_by(const Target& target, const Grains& text, const Range& cue,
               std::size_t longer_than) {
  return std::any_of(target.wordings.begin(), target.wordings.end(), [&](const Wording& wording) {
    return wording.states() && wording.grains.list.size() > longer_than &&
           states_by(wording, text, cue);
  });
}

}  // namespace

void drop_stated(const Heard& heard, Polarity& polarity) {
  const auto& targets = heard.targets;
  // "It fixes the promise, and it proves the test can fail": said word for word, another point is
  // stated by its cue, and rejects nothing.
  std::map<std::size_t, bool> quoted;  // by where the cue begins
  const auto is_quoted = [&](const Range& cue) {
    const auto [known, is_new] = quoted.try_emplace(cue.begin, false);
    if (is_new) {
      known->second = std::any_of(
          targets.list.begin(), targets.list.end(),
          [&](const Target& target) { return states_by(target, heard.text, cue, cue.size()); });
    }
    return known->second;
  };
  for (std::size_t t = 0; t < polarity.voids.size(); ++t) {
    std::erase_if(polarity.voids[t], [&](const Void& hidden) {
      return is_quoted(hidden.cue) || states_by(targets.list[t], heard.text, hidden.cue, 0);
    });
  }
}

}  // namespace pith::grading
