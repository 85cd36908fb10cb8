#include "session/question.h"

#include <algorithm>
#include <numeric>
#include <string_view>

#include "deck/cloze.h"
#include "session/random.h"
#include "text/normalise.h"

namespace pith::session {
namespace {

/// What may stand between letters.
constexpr std::u32string_view kBetween = U" ,;)./、。\n";

bool some_are_letters(const std::vector<deck::Choice>& choices) {
  return std::ranges::any_of(choices,
                             [](const deck::Choice& choice) { return choice.text.size() == 1; });
}

}  // namespace

deck::Item asked_part(const deck::Item& item, const std::vector<std::size_t>& asked) {
  if (item.kind != deck::Kind::cloze || asked.size() == item.points.size()) {
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
  constexpr std::size_t kLetters = 26;
  std::string letters(1, static_cast<char>('a' + choice % kLetters));
  return choice < kLetters ? letters : letter_of(choice / kLetters - 1) + letters;
}

std::string in_deck_letters(const Question& question, std::string_view typed) {
  const auto& choices = question.item->choices;
  const auto called = [&](char32_t letter) {
    return std::ranges::find_if(choices, [&](const deck::Choice& choice) {
      return text::fold(choice.text).text == std::u32string(1, letter);
    });
  };
  const bool by_text = some_are_letters(choices);
  std::string chosen;
  for (const char32_t c : text::fold(typed).text) {
    const auto place = static_cast<std::size_t>(c - U'a');
    const bool is_place = c >= U'a' && place < question.options.size();
    const auto named = called(c);
    if (named != choices.end() || is_place) {
      const auto option = named != choices.end() ? static_cast<std::size_t>(named - choices.begin())
                                                 : question.options[place];
      chosen += (chosen.empty() ? "" : ", ") + (by_text ? choices[option].text : letter_of(option));
    } else if (kBetween.find(c) == std::u32string_view::npos) {
      return std::string(typed);
    }
  }
  return chosen.empty() ? std::string(typed) : chosen;
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
