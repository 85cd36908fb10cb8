// Sentences that several formats of a report share; English unless a reader is there to be asked.
// Text from decks in them stands there without the marks of its emphasis.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "report/scorecard.h"
#include "text/messages.h"

namespace pith::report {

/// Cells of a question in a list.
inline constexpr std::size_t kLongestQuestion = 200;

/// `62% · passed (mark 60%)`.
[[nodiscard]] std::string verdict_words(const Scorecard& card, const text::Messages& tr = {});

/// `Unfinished: 3 of 10 questions answered, 72% on those`, or that nothing was answered; of a
/// session that was finished nothing.
[[nodiscard]] std::string unfinished_words(const Scorecard& card, const text::Messages& tr = {});

/// The topics that there is something to say of: those that a session came to before it was cut
/// short.
[[nodiscard]] std::vector<TopicMark> shown_topics(const Scorecard& card);

/// `10 questions, 9 answered · 25:10 min of 45 min · 2 over time · 70% with follow-ups`.
[[nodiscard]] std::string effort_words(const Scorecard& card, const text::Messages& tr = {});

/// `missed 2 of 3 times`.
[[nodiscard]] std::string misses_words(const Weakness& weak, const text::Messages& tr = {});

/// `2026-11-20 · 55% · 7 shared questions: 50% → 64%`.
[[nodiscard]] std::string earlier_words(const Earlier& earlier, const text::Messages& tr = {});

/// That the log knows of earlier sessions only what was answered, so that one that was cut short is
/// not taken for a whole one.
[[nodiscard]] std::string what_counts_words(const text::Messages& tr = {});

/// The point with its detail; a mere answer with its question.
[[nodiscard]] std::string title_of(const Weakness& weak, const text::Messages& tr);

/// The command that practises what is weak.
[[nodiscard]] std::string drill_command(const Weakness& weak);

/// ` (follow-up)` or ` (again)`, to stand behind the question; empty if it was asked first.
[[nodiscard]] std::string asked_anew_words(const Mark& mark, const text::Messages& tr);

/// `passed`, `failed`, `skipped` or `not reached`.
[[nodiscard]] std::string_view outcome_of(const Mark& mark);

/// Whether the whole was not passed and yet no question that was answered failed: a report of cases
/// then needs one that says so.
[[nodiscard]] bool failed_as_a_whole(const Scorecard& card);

/// `hit: 专利 — “著作权”`: verdict, name and, where there is one, evidence.
[[nodiscard]] std::string point_words(const PointMark& point);

}  // namespace pith::report
