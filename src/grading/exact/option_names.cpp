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

/// What may stand among letters or options in a row, and whether among letters only.
struct Joiner {
  std::u32string_view text;
  bool of_letters = false;
};
constexpr std::array<Joiner, 17> kJoinersOfOptions = {{{U" "},
                                                       {U"and "},
                                                       {U"&"},
                                                       {U"+"},
                                                       {U"以及"},
                                                       {U"还有"},
                                                       {U"和"},
                                                       {U"与"},
                                                       {U"及"},
                                                       {U"(", true},
                                                       {U")", true},
                                                       {U"[", true},
                                                       {U"]", true},
                                                       {U"【", true},
                                                       {U"】", true},
                                                       {U"/", true},
                                                       {U".", true}}};

/// How much of the text from `at` on only joins what it names.
std::size_t joined_by(std::u32string_view text, std::size_t at, bool letters) {
  const auto joiner = std::ranges::find_if(kJoinersOfOptions, [&](const Joiner& one) {
    return (letters || !one.of_letters) && text.substr(at).starts_with(one.text);
  });
  return joiner == kJoinersOfOptions.end() ? 0 : joiner->text.size();
}

/// Options that a piece names by a letter, or by several letters in a row.
std::vector<std::size_t> options_lettered(const deck::Item& item, std::string_view piece) {
  const auto text = text::fold(piece).text;
  std::vector<std::size_t> letters;
  for (std::size_t at = 0; at < text.size();) {
    const auto index = static_cast<std::size_t>(text[at] - U'a');
    if (const auto joiner = joined_by(text, at, true); joiner > 0) {
      at += joiner;
    } else if (text[at] >= U'a' && index < item.choices.size()) {
      letters.push_back(index);
      ++at;
    } else {
      return {};
    }
  }
  return letters;
}

/// Whether a word that ends at `at` may end there.
bool may_end(std::u32string_view text, std::size_t at) {
  const auto is_letter = [](char32_t c) { return c < 0x80 && c != U' ' && c != U'&' && c != U'+'; };
  return at == text.size() || !is_letter(text[at - 1]) || !is_letter(text[at]);
}

/// Options whose texts stand in a row ("TCP and UDP", 线性回归和决策树); none if anything else
/// does.
std::vector<std::size_t> options_in_a_row(const deck::Item& item, std::string_view piece) {
  const auto text = folded(piece);
  std::vector<std::u32string> options;
  for (const auto& choice : item.choices) {
    options.push_back(folded(choice.text));
  }
  std::vector<std::size_t> found;
  for (std::size_t at = 0; at < text.size();) {
    std::optional<std::size_t> longest;
    std::size_t size = 0;
    for (std::size_t i = 0; i < options.size(); ++i) {
      if (options[i].size() > size &&
          std::u32string_view(text).substr(at).starts_with(options[i]) &&
          may_end(text, at + options[i].size())) {
        longest = i;
        size = options[i].size();
      }
    }
    if (longest) {
      found.push_back(*longest);
    } else if (size = joined_by(text, at, false); size == 0) {
      return {};
    }
    at += size;
  }
  return found;
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
    if (option.starts_with(begun) && may_end(option, begun.size())) {
      if (only) {
        return std::nullopt;
      }
      only = i;
    }
  }
  return only;
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
