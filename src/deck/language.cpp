#include "deck/language.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "text/normalise.h"
#include "text/utf8.h"

namespace pith::deck {
namespace {

/// How much of a text is of which script.
class Scripts {
 public:
  void take(std::string_view text) {
    bool in_word = false;
    for (std::size_t at = 0; at < text.size();) {
      const auto c = text::next_code_point(text, at);
      const bool han = text::is_han(c);
      const bool digit = c >= U'0' && c <= U'9';
      const bool letter = !han && !digit && text::is_letter_or_digit(c);
      han_ += han ? 1U : 0U;
      words_ += letter && !in_word ? 1U : 0U;
      in_word = letter;
    }
  }

  /// Empty without words.
  [[nodiscard]] std::string language() const {
    if (han_ + words_ == 0) {
      return {};
    }
    return han_ >= words_ ? "zh" : "en";
  }
  /// As a sentence with a few foreign terms in it.
  [[nodiscard]] bool plainly_chinese() const { return han_ > 2 * words_; }

 private:
  std::size_t han_ = 0;    ///< Characters.
  std::size_t words_ = 0;  ///< Runs of letters of other scripts.
};

std::string language_of(const Item& item) {
  Scripts scripts;
  scripts.take(item.question);
  if (scripts.plainly_chinese()) {
    return "zh";  // its points may be names in another script
  }
  for (const auto& point : item.points) {
    scripts.take(point.name);
    scripts.take(point.detail);
    for (const auto& wording : point.accept) {
      scripts.take(wording);
    }
  }
  for (const auto& choice : item.choices) {
    scripts.take(choice.text);
  }
  return scripts.language();
}

bool has_item_in(const Deck& deck, std::string_view language) {
  return std::ranges::any_of(deck.items,
                             [&](const Item& item) { return item.language == language; });
}

}  // namespace

void set_languages(Deck& deck) {
  for (auto& item : deck.items) {
    item.language = language_of(item);
  }
  if (has_item_in(deck, "zh")) {
    deck.language = "zh";
  } else if (has_item_in(deck, "en")) {
    deck.language = "en";
  }
  for (auto& item : deck.items) {
    if (item.language.empty()) {
      item.language = deck.language;
    }
  }
}

bool is_in_one_language(const Deck& deck) {
  return std::ranges::all_of(deck.items,
                             [&](const Item& item) { return item.language == deck.language; });
}

}  // namespace pith::deck
