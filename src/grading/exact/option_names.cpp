#include "grading/exact/option_names.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "base/trim.h"
#include "grading/exact/answer_frame.h"
#include "grading/exact/option_rows.h"
#include "grading/exact/pieces.h"
#include "grading/exact/restated.h"
#include "grading/exact/short_answer.h"
#include "grading/words/grammatical.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

constexpr std::size_t kMostOptionWords = 100;  ///< Of a piece that are looked at one by one.

std::u32string folded(std::string_view text) {
  return text::fold(base::trimmed(text)).text;
}

/// The option that a piece names by its letter and its text: "A. TCP", "(A) TCP".
std::optional<std::size_t> option_lettered_and_told(const deck::Item& item,
                                                    std::string_view piece) {
  constexpr std::u32string_view kMarksOfLetters = U"().:：[]【】 ";
  const auto said = folded(piece);
  const auto letter = std::min(said.find_first_not_of(kMarksOfLetters), said.size());
  const auto text = said.find_first_not_of(kMarksOfLetters, letter + 1);
  if (text == std::u32string::npos || text == letter + 1 || said[letter] < U'a' ||
      said[letter] - U'a' >= item.choices.size()) {
    return std::nullopt;
  }
  const auto option = static_cast<std::size_t>(said[letter] - U'a');
  return said.substr(text) == folded(item.choices[option].text) ? std::optional(option)
                                                                : std::nullopt;
}

/// Options that a piece names: by its text, by its letter and text, a letter, its text but for
/// grammatical words if no other option has the same, several letters in a row, or several texts.
std::vector<std::size_t> options_plainly_named(const deck::Item& item, std::string_view piece) {
  if (const auto option = option_with(item, piece)) {
    return {*option};
  }
  if (const auto option = option_lettered_and_told(item, piece)) {
    return {*option};
  }
  auto letters = options_lettered(item, piece);
  if (letters.size() == 1) {
    return letters;
  }
  const auto content = content_of(grains_of(piece));
  std::vector<std::size_t> alike;
  for (std::size_t i = 0; i < item.choices.size(); ++i) {
    if (content_of(grains_of(item.choices[i].text)) == content) {
      alike.push_back(i);
    }
  }
  return alike.size() == 1 ? alike : letters.empty() ? options_in_a_row(item, piece) : letters;
}

}  // namespace

std::optional<std::size_t> option_with(const deck::Item& item, std::string_view text) {
  const auto found = std::ranges::find(
      item.choices, folded(text), [](const deck::Choice& choice) { return folded(choice.text); });
  return found == item.choices.end()
             ? std::nullopt
             : std::optional(static_cast<std::size_t>(found - item.choices.begin()));
}

bool says_nothing(std::string_view piece) {
  const auto grains = grains_of(piece);
  const auto empty = grammatical(grains);
  const bool all = std::ranges::find(empty, false) == empty.end();
  return all && std::ranges::any_of(grains.list, [](const Grain& grain) {
           return grain.letters() > 1 || grain.type == Grain::Type::han;
         });
}

std::vector<std::size_t> options_named(const deck::Item& item, std::string_view piece) {
  auto options = options_plainly_named(item, piece);
  return options.empty() ? options_plainly_named(item, without_frame(piece)) : options;
}

std::optional<std::size_t> option_begun(const deck::Item& item, std::string_view piece) {
  constexpr std::size_t kShortestHan = 2;
  constexpr std::size_t kShortestLatin = 3;
  const auto begun = folded(piece);
  const bool han = !begun.empty() && text::is_han(begun.back());
  if (begun.size() < (han ? kShortestHan : kShortestLatin) || says_nothing(piece) ||
      denies_or_leaves_a_choice(grains_of(piece))) {
    return std::nullopt;
  }
  std::optional<std::size_t> only;
  for (std::size_t i = 0; i < item.choices.size(); ++i) {
    const auto option = folded(item.choices[i].text);
    if (option.starts_with(begun) && word_may_end(option, begun.size())) {
      if (only) {
        return std::nullopt;
      }
      only = i;
    }
  }
  return only;
}

std::vector<std::size_t> options_told(const deck::Item& item, std::string_view piece) {
  auto options = options_named(item, piece);
  if (const auto begun = options.empty() ? option_begun(item, piece) : std::nullopt) {
    options.push_back(*begun);
  }
  return options;
}

std::optional<WordsChosen> options_by_word(const deck::Item& item, std::string_view piece) {
  const auto words = pieces_of(piece, kBlanks);
  if (words.size() < 2 || words.size() > kMostOptionWords ||
      denies_or_leaves_a_choice(grains_of(piece))) {
    return std::nullopt;
  }
  WordsChosen chosen;
  for (const auto word : words) {
    const auto named = option_with(item, word);
    if (const auto option = named ? named : option_begun(item, word)) {
      chosen.options.push_back(*option);
    } else if (!says_nothing(word)) {
      ++chosen.strangers;
    }
  }
  return chosen.options.size() > chosen.strangers ? std::optional(std::move(chosen)) : std::nullopt;
}

std::vector<std::string_view> option_pieces(const deck::Item& item, std::string_view answer) {
  constexpr std::size_t kMostJoined = 1'000;  // pieces of the answer that may be parts of options
  const auto pieces = pieces_of(answer);
  std::set<std::size_t, std::greater<>> sizes;  // pieces of the options that have several
  for (const auto& choice : item.choices) {
    if (const auto size = pieces_of(choice.text).size(); size > 1) {
      sizes.insert(size);
    }
  }
  std::vector<std::string_view> joined;
  for (std::size_t begin = 0, end = 0; begin < pieces.size(); begin = end) {
    const auto is_option = [&](std::size_t size) {
      return begin + size <= pieces.size() &&
             option_with(item, run_of(pieces, begin, begin + size)).has_value();
    };
    const auto size = begin < kMostJoined ? std::ranges::find_if(sizes, is_option) : sizes.end();
    end = begin + (size == sizes.end() ? 1 : *size);
    joined.push_back(run_of(pieces, begin, end));
  }
  return joined;
}

}  // namespace pith::grading
