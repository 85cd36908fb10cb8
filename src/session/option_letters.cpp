// Options by the letters of one order of the choices and by those of another: the deck's, and that
// in which they are shown. What an answer means is read by the grader alone.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grading/exact/choice_answer.h"
#include "grading/exact/option_names.h"
#include "grading/exact/pieces.h"
#include "session/question.h"

namespace pith::session {
namespace {

using OptionPlaces = std::vector<std::size_t>;

/// An item in two orders of its choices.
struct Reordered {
  const deck::Item& from;
  const deck::Item& to;
  const OptionPlaces& places;  ///< In `to`, of the choices of `from`.
};

/// Whether an option's text could be taken for the letters of options.
bool some_are_letters(const deck::Item& item) {
  auto letters_only = item;
  for (auto& choice : letters_only.choices) {
    choice.text.clear();
  }
  return std::ranges::any_of(item.choices, [&](const deck::Choice& choice) {
    const auto pieces = grading::pieces_of(choice.text);
    return choice.text.size() == 1 || std::ranges::all_of(pieces, [&](std::string_view piece) {
             return !grading::options_named(letters_only, piece).empty();
           });
  });
}

std::vector<bool> reordered(const std::vector<bool>& options, const OptionPlaces& places) {
  std::vector<bool> there(options.size());
  for (std::size_t i = 0; i < options.size(); ++i) {
    there[places[i]] = options[i];
  }
  return there;
}

bool same_options(OptionPlaces a, OptionPlaces b) {
  std::ranges::sort(a);
  std::ranges::sort(b);
  return a == b;
}

class Rewording {
 public:
  explicit Rewording(const Reordered& item) : item_(item), by_text_(some_are_letters(item.from)) {}

  [[nodiscard]] std::string of(std::string_view answer) const {
    auto reworded = piece_by_piece(answer);
    const auto meant = grading::choosing_in(item_.from, answer);
    const auto now = grading::choosing_in(item_.to, reworded);
    const bool same = now.chosen == reordered(meant.chosen, item_.places) &&
                      now.denied == reordered(meant.denied, item_.places) &&
                      now.strangers == meant.strangers;
    return same ? reworded : plainly(answer, meant);
  }

 private:
  /// A piece that names options gives way to their names; any other stays.
  [[nodiscard]] std::string piece_by_piece(std::string_view answer) const {
    std::string list;
    bool changed = false;
    for (const auto piece : grading::option_pieces(item_.from, answer)) {
      const auto named = names_for(piece);
      changed = changed || !named.empty();
      join(list, named.empty() ? piece : named);
    }
    return changed ? list : std::string(answer);
  }

  /// The options that a piece names; empty if it names none, or the same in both orders.
  [[nodiscard]] std::string names_for(std::string_view piece) const {
    if (const auto option = grading::option_with(item_.from, piece)) {
      return item_.from.choices[*option].text;
    }
    const auto options = grading::options_named(item_.from, piece);
    OptionPlaces there;
    std::string names;
    for (const auto option : options) {
      there.push_back(item_.places[option]);
      join(names, name_of(option));
    }
    const bool same = !by_text_ && same_options(there, grading::options_named(item_.to, piece));
    return same ? std::string() : names;
  }

  /// What is chosen and what is denied, in a list; what names no option stays.
  [[nodiscard]] std::string plainly(std::string_view answer, const grading::Choosing& meant) const {
    std::string list;
    for (const auto option : order_there()) {
      if (meant.chosen[option]) {
        join(list, name_of(option));
      }
    }
    for (const auto option : order_there()) {
      if (meant.denied[option]) {
        join(list, std::string(meant.denial) + ' ' + name_of(option));
      }
    }
    for (const auto piece : grading::option_pieces(item_.from, answer)) {
      if (meant.strangers > 0 && grading::choosing_in(item_.from, piece).strangers > 0) {
        join(list, piece);
      }
    }
    return list;
  }

  /// The choices of `from` in the order of `to`.
  [[nodiscard]] OptionPlaces order_there() const {
    OptionPlaces order(item_.places.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      order[item_.places[i]] = i;
    }
    return order;
  }

  [[nodiscard]] std::string name_of(std::size_t option) const {
    return by_text_ ? item_.from.choices[option].text : letter_of(item_.places[option]);
  }

  static void join(std::string& list, std::string_view name) {
    list.append(list.empty() ? "" : ", ").append(name);
  }

  Reordered item_;
  bool by_text_;
};

/// The place on the screen of each of the deck's choices.
OptionPlaces places_shown(const Question& question) {
  OptionPlaces places(question.options.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    places[question.options[i]] = i;
  }
  return places;
}

}  // namespace

std::string letter_of(std::size_t choice) {
  std::string letter(1, static_cast<char>('a' + choice));
  return letter;
}

deck::Item as_shown(const Question& question) {
  auto shown = *question.item;
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    shown.choices[i] = question.item->choices[question.options[i]];
  }
  return shown;
}

std::string in_deck_letters(const Question& question, std::string_view typed) {
  if (question.options.empty()) {
    return std::string(typed);
  }
  const auto shown = as_shown(question);
  return Rewording({shown, *question.item, question.options}).of(typed);
}

std::string in_shown_letters(const Question& question, std::string_view answer) {
  if (question.options.empty()) {
    return std::string(answer);
  }
  const auto shown = as_shown(question);
  const auto places = places_shown(question);
  return Rewording({*question.item, shown, places}).of(answer);
}

}  // namespace pith::session
