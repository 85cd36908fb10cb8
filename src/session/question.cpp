#include "session/question.h"

#include <algorithm>
#include <numeric>
#include <string_view>

#include "deck/cloze.h"
#include "grading/exact/pieces.h"
#include "session/random.h"
#include "text/normalise.h"

namespace pith::session {
namespace {

/// What may stand between letters.
constexpr std::u32string_view kBetween = U" ,;)./&+、。和与及\n";

/// Whether an option's text could be taken for the letters of options.
bool some_are_letters(const std::vector<deck::Choice>& choices) {
  return std::ranges::any_of(choices, [&](const deck::Choice& choice) {
    return choice.text.size() == 1 ||
           std::ranges::all_of(text::fold(choice.text).text, [&](char32_t c) {
             return (c >= U'a' && static_cast<std::size_t>(c - U'a') < choices.size()) ||
                    kBetween.find(c) != std::u32string_view::npos;
           });
  });
}

/// The option that has this text, but for case and width.
std::optional<std::size_t> option_called(const std::vector<deck::Choice>& choices,
                                         const std::u32string& folded) {
  const auto found = std::ranges::find_if(
      choices, [&](const deck::Choice& choice) { return text::fold(choice.text).text == folded; });
  return found == choices.end() ? std::nullopt
                                : std::optional(static_cast<std::size_t>(found - choices.begin()));
}

/// Options that letters name as they are shown; empty if they are something else.
std::vector<std::size_t> options_lettered(const Question& question, std::string_view letters) {
  const auto& choices = question.item->choices;
  std::vector<std::size_t> options;
  for (const char32_t c : text::fold(letters).text) {
    const auto place = static_cast<std::size_t>(c - U'a');
    if (const auto option = option_called(choices, std::u32string(1, c))) {
      options.push_back(*option);
    } else if (c >= U'a' && place < question.options.size()) {
      options.push_back(question.options[place]);
    } else if (kBetween.find(c) == std::u32string_view::npos) {
      return {};
    }
  }
  return options;
}

bool is_asked_whole(const deck::Item& item, const std::vector<std::size_t>& asked) {
  return item.kind != deck::Kind::cloze || asked.size() == item.points.size();
}

}  // namespace

deck::Item asked_part(const deck::Item& item, const std::vector<std::size_t>& asked) {
  if (is_asked_whole(item, asked)) {
    return item;
  }
  auto part = item;
  part.points.clear();
  for (const auto index : asked) {
    part.points.push_back(item.points.at(index));
  }
  for (auto& piece : part.cloze) {
    if (!piece.point) {
      continue;
    }
    const auto place = std::find(asked.begin(), asked.end(), *piece.point);
    piece.point = place == asked.end()
                      ? std::nullopt
                      : std::optional(static_cast<std::size_t>(place - asked.begin()));
  }
  part.question = deck::with_gaps(part.cloze);
  return part;
}

std::size_t place_in_part(const deck::Item& item, const std::vector<std::size_t>& asked,
                          std::size_t point) {
  return is_asked_whole(item, asked)
             ? point
             : static_cast<std::size_t>(std::ranges::find(asked, point) - asked.begin());
}

std::vector<std::size_t> points_shown(const deck::Item& item,
                                      const std::vector<std::size_t>& asked) {
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < item.points.size(); ++i) {
    if (!std::binary_search(asked.begin(), asked.end(), i)) {
      shown.push_back(i);
    }
  }
  return shown;
}

std::string letter_of(std::size_t choice) {
  std::string letter(1, static_cast<char>('a' + choice));
  return letter;
}

std::string in_deck_letters(const Question& question, std::string_view typed) {
  const auto& choices = question.item->choices;
  const auto pieces = grading::pieces_of(typed);
  if (choices.empty() || (pieces.size() > 1 && option_called(choices, text::fold(typed).text))) {
    return std::string(typed);
  }
  const bool by_text = some_are_letters(choices);
  bool recognised = false;
  std::string chosen;
  for (const auto piece : pieces) {
    const auto named = option_called(choices, text::fold(piece).text);
    const auto options = named ? std::vector{*named} : options_lettered(question, piece);
    recognised = recognised || !options.empty();
    if (options.empty()) {  // perhaps a text that the grader knows all the same
      chosen += (chosen.empty() ? "" : ", ") + std::string(piece);
    }
    for (const auto option : options) {
      chosen += (chosen.empty() ? "" : ", ") +
                (named || by_text ? choices[option].text : letter_of(option));
    }
  }
  return recognised ? chosen : std::string(typed);
}

std::string in_shown_letters(const Question& question, std::string_view answer) {
  if (some_are_letters(question.item->choices)) {
    return std::string(answer);  // options are called by their texts there
  }
  std::string shown;
  for (const char32_t c : text::fold(answer).text) {
    const auto option = static_cast<std::size_t>(c - U'a');
    const auto place = std::ranges::find(question.options, option);
    if (c >= U'a' && place != question.options.end()) {
      shown += (shown.empty() ? "" : ", ") +
               letter_of(static_cast<std::size_t>(place - question.options.begin()));
    } else if (kBetween.find(c) == std::u32string_view::npos) {
      return std::string(answer);
    }
  }
  return shown.empty() ? std::string(answer) : shown;
}

std::vector<std::size_t> shuffled_options(const deck::Item& item, std::uint64_t seed) {
  std::vector<std::size_t> options(item.choices.size());
  std::iota(options.begin(), options.end(), std::size_t{0});
  Random(seed, deck::full_id(item)).shuffle(options);
  return options;
}

}  // namespace pith::session
