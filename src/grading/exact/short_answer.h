// A typed text against the texts that are right: case, spaces, grammatical words and one typo
// forgiven.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "deck/item.h"
#include "grading/grade.h"
#include "grading/words/grains.h"

namespace pith::grading {

/// What two spellings of the same answer have in common: all but grammatical words other than "not"
/// and "no"; without any word, the folded text itself.
[[nodiscard]] std::vector<std::uint64_t> content_of(const Grains& grains);

/// A point's name and detail, and its accepted wordings if they are to be used.
[[nodiscard]] std::vector<std::string> accepted_of(const deck::Point& point, bool use_accept);

/// The best match with any of the accepted texts, which must not be none, of the answer or of what
/// it affirms ("X, not Y"), also in a sentence that repeats the question; contradicted if it denies
/// one ("not X"). Without evidence.
[[nodiscard]] PointResult compare(std::string_view typed, const std::vector<std::string>& accepted,
                                  std::string_view question);

/// Makes `piece`, a view into `answer`, the evidence of a result that earns credit or contradicts.
void set_evidence(PointResult& result, std::string_view answer, std::string_view piece);

}  // namespace pith::grading
