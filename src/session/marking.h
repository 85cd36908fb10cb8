// From an answer to its result: verdicts of the points asked, credits, score, ratings, and the
// event that the log keeps of it.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "history/store.h"
#include "session/grader.h"
#include "session/question.h"
#include "session/result.h"

namespace pith::session {

/// The wordings of an item that count, for grading `part` of it, the oldest first.
[[nodiscard]] std::vector<grading::LearnedWording> learned_for(
    std::span<const history::KnownWording> wordings, const deck::Item& part);

/// The result of an answer in words. `wordings` are those of the item that count. Hints that were
/// shown lower ratings to Hard.
[[nodiscard]] Result mark_answer(const Question& question, std::string_view text,
                                 const Grader& grader,
                                 std::span<const history::KnownWording> wordings);

/// The result of a card that the learner rated.
[[nodiscard]] Result mark_card(const Question& question, memory::Rating rating);

/// Credits, ratings, score and pass of the result from its verdicts, and whether it was easy.
void settle(Result& result);

/// Indices into Item::points of what was rated Again.
[[nodiscard]] std::vector<std::size_t> points_to_repeat(const Result& result);

/// The rating a text means for a card: `1` to `4`, nothing typed is Again.
[[nodiscard]] std::optional<memory::Rating> card_rating(std::string_view text);

/// The event of an answer that was given in a session.
[[nodiscard]] history::Answer answer_event(const Result& result, const history::Uuid& session,
                                           history::Mode mode);

}  // namespace pith::session
