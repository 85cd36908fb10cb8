// Points that keep away from something or name a lack: `avoid puddles`, `weak arms`.
#pragma once

#include <vector>

#include "grading/stretches/heard.h"

namespace pith::grading {

/// Whether a name says that it keeps away from something or that something lacks.
[[nodiscard]] bool is_averse(const Wording& name);

/// Whether the range of the text has the word by which the name says so.
[[nodiscard]] bool has_averse_word(const Wording& name, const Grains& text, const Range& range);

/// Whether a wording keeps away from what stands in the range of the text: the sun of "away from
/// direct sun", or two Chinese characters.
[[nodiscard]] bool keeps_away_from(const Wording& wording, const Grains& text, const Range& range);

/// The marks that are left where the names' own words deny nothing: to avoid, since a point is
/// called `avoid puddles`, to discard or throw away, since one is called `discard the peel`, or
/// stopped, since one is called just that.
[[nodiscard]] std::vector<Mark> less_own_words(const Heard& heard);

}  // namespace pith::grading
