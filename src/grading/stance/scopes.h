// Negations, judgements and other cues of an answer with the stretch each of them bears on.
#pragma once

#include <span>
#include <vector>

#include "grading/stance/placed_cues.h"

namespace pith::grading {

struct Scope {
  Cue cue = Cue::negate;
  Range word;             ///< The cue itself.
  Range direct;           ///< What it bears on inside its clause.
  bool has_topic = true;  ///< False: the clause names nothing; the topic was named before.
  std::size_t clause = 0;
  bool means_all = false;  ///< It is about all of a list that was named before.
  Range subjects{};  ///< What is joined to its subject: 路面 in 路面和桥梁不会坏; often empty.
};

/// `topical` is of each grain.
[[nodiscard]] std::vector<Scope> scopes_of(const Passage& passage,
                                           std::span<const Topical> topical);

}  // namespace pith::grading
