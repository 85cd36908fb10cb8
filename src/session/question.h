// A question as a face shows it.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "session/task.h"

namespace pith::session {

struct Question {
  const deck::Item* item = nullptr;
  std::size_t number = 1;  ///< Of this question in the session, from 1; a repeat adds none.
  std::size_t total = 1;   ///< As planned now, without repeats.
  Why why = Why::practice;
  bool is_new = false;               ///< Its item was never reviewed.
  std::string section;               ///< Its name; empty in a session without sections.
  std::vector<std::size_t> asked;    ///< Indices into Item::points, ascending.
  std::vector<std::size_t> shown;    ///< The other points, whose names are shown.
  std::string text;                  ///< Light Markdown; of a cloze only the asked gaps are blank.
  std::vector<std::size_t> options;  ///< Indices into Item::choices, shuffled; for choices only.
  std::vector<std::string> hints;    ///< Those the learner has seen.
  bool more_hints = false;
  std::optional<std::chrono::seconds> time_limit;
};

/// The part of an item that is asked: of a cloze the other gaps are filled in and their points
/// gone; any other item as it is, for the points an answer may state help to tell them apart.
[[nodiscard]] deck::Item asked_part(const deck::Item& item, const std::vector<std::size_t>& asked);

/// The index into asked_part(item, asked).points, and so into the results of grading it, of the
/// item's `point`. Requires: `point` is one of `asked`.
[[nodiscard]] std::size_t place_in_part(const deck::Item& item,
                                        const std::vector<std::size_t>& asked, std::size_t point);

/// The points of the item that are not among `asked`.
[[nodiscard]] std::vector<std::size_t> points_shown(const deck::Item& item,
                                                    const std::vector<std::size_t>& asked);

/// `a` to `z`: what stands before an option, in the deck's order. Requires: choice < 26.
[[nodiscard]] std::string letter_of(std::size_t choice);

/// The item, with its choices in the order in which they are shown.
[[nodiscard]] deck::Item as_shown(const Question& question);

/// An answer to a choice in the letters that stand before its options as they are shown, `a` before
/// the first: in the deck's letters, or by the options' texts where one could be taken for letters.
/// The grader reads it by the deck's order as it would read what was typed by the order shown. What
/// names no option by a letter, and other kinds, as it was typed.
[[nodiscard]] std::string in_deck_letters(const Question& question, std::string_view typed);

/// The reverse, to be shown or typed over: an answer in the deck's letters in those that stand
/// before the options as they are shown.
[[nodiscard]] std::string in_shown_letters(const Question& question, std::string_view answer);

/// The item's options in an order of their own for every seed.
[[nodiscard]] std::vector<std::size_t> shuffled_options(const deck::Item& item, std::uint64_t seed);

}  // namespace pith::session
