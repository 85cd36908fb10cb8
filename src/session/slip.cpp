#include "session/slip.h"

#include <algorithm>
#include <vector>

#include "base/trim.h"
#include "grading/exact/choice_answer.h"
#include "grading/exact/exact.h"
#include "grading/reason.h"
#include "grading/words/grains.h"
#include "grading/words/lexicon.h"
#include "text/normalise.h"

namespace pith::session {
namespace {

namespace code = grading::reason;

/// "I don't know", 忘了
bool says_unknown(std::string_view answer) {
  const auto marks = grading::Lexicon::general().marks_of(grading::grains_of(answer));
  return std::ranges::any_of(
      marks, [](const grading::Mark& mark) { return mark.cue == grading::Cue::dont_know; });
}

/// Something in it is no option, or it chooses and denies none. Who names none may give up.
bool names_no_option(const deck::Item& item, std::string_view answer) {
  const auto choosing = grading::choosing_in(item, answer);
  const auto holds = [](const std::vector<bool>& options) {
    return std::ranges::find(options, true) != options.end();
  };
  const bool any = holds(choosing.chosen) || choosing.at_once;
  const bool nothing = !any && !holds(choosing.denied) && !base::trimmed(answer).empty();
  return (choosing.strangers > 0 || nothing) && (any || !says_unknown(answer));
}

/// Letters in a row of which one comes twice (`acc`), and no option's text: a key held too long.
bool doubles_a_letter(const deck::Item& item, std::string_view answer) {
  const auto folded = [](std::string_view text) {
    return text::nfkc_casefold(base::trimmed(text));
  };
  auto letters = folded(answer);
  const bool told = std::ranges::any_of(
      item.choices, [&](const deck::Choice& choice) { return folded(choice.text) == letters; });
  const bool only_letters = std::ranges::all_of(letters, [&](char letter) {
    return letter >= 'a' && static_cast<std::size_t>(letter - 'a') < item.choices.size();
  });
  std::ranges::sort(letters);
  return only_letters && !told && std::ranges::adjacent_find(letters) != letters.end();
}

bool lacks_a_number(const deck::Item& item, std::string_view answer) {
  const auto grade = grading::grade_exactly(item, answer, true);
  return grade.points.front().reason.code == code::kNoNumber && !says_unknown(answer);
}

}  // namespace

Slip slip_in(const deck::Item& item, std::string_view answer) {
  if (item.kind == deck::Kind::choices &&
      (names_no_option(item, answer) || doubles_a_letter(item, answer))) {
    return Slip::no_option;
  }
  if (item.kind == deck::Kind::number && lacks_a_number(item, answer)) {
    return Slip::no_number;
  }
  return Slip::none;
}

}  // namespace pith::session
