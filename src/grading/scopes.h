// Negations, judgements and other cues of an answer with the stretch each of them bears on.
#pragma once

#include <span>
#include <vector>

#include "grading/lexicon.h"
#include "grading/segments.h"

namespace pith::grading {

struct Scope {
  Cue cue = Cue::negate;
  Range word;             ///< The cue itself.
  Range direct;           ///< What it bears on inside its clause.
  bool has_topic = true;  ///< False: the clause names nothing; the topic was named before.
  std::size_t clause = 0;
};

/// `topical[i]` says whether grain i may name a topic (no grammatical or generic word).
[[nodiscard]] std::vector<Scope> scopes_of(std::span<const Mark> marks, const Segments& segments,
                                           const std::vector<bool>& topical);

}  // namespace pith::grading
