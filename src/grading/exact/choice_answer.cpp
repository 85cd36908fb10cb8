#include "grading/exact/choice_answer.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/trim.h"
#include "grading/exact/answer_frame.h"
#include "grading/exact/corrections.h"
#include "grading/exact/exact_denial.h"
#include "grading/exact/option_exceptions.h"
#include "grading/exact/option_names.h"
#include "grading/exact/option_restated.h"
#include "grading/exact/options_at_once.h"
#include "grading/exact/rest_of_options.h"
#include "grading/exact/restated.h"
#include "grading/exact/short_answer.h"
#include "grading/reason.h"

namespace pith::grading {
namespace {

using base::trimmed;

constexpr std::size_t kMostChosen = 500;  ///< Of an answer that are looked at.

void choose(Choosing& choosing, const deck::Item& item, std::string_view piece) {
  WordsChosen chosen{options_told(item, piece)};
  if (const auto restated = chosen.options.empty() ? option_restated(item, piece) : std::nullopt) {
    chosen.options = {*restated};
  } else if (chosen.options.empty() && !says_nothing(piece)) {
    chosen = options_by_word(item, piece).value_or(WordsChosen{{}, 1});
  }
  for (const auto option : chosen.options) {
    choosing.chosen[option] = true;
  }
  choosing.strangers += chosen.strangers;
}

void deny(Choosing& choosing, const deck::Item& item, std::string_view piece,
          std::string_view denial) {
  for (const auto option : options_told(item, piece)) {
    choosing.denied[option] = true;
    choosing.denial = choosing.denial.empty() ? denial : choosing.denial;
  }
}

/// "TCP, not UDP": what stands before the denial and behind a turn is chosen if it names an option;
/// but "TCP is not reliable" denies TCP.
void choose_but(Choosing& choosing, const deck::Item& item, const DeniedText& parts) {
  const bool predicate = options_named(item, parts.denied).empty() &&
                         only_repeats(grains_of(parts.denied), grains_of(item.question));
  for (const auto said : {predicate ? std::string_view{} : parts.affirmed, parts.turned}) {
    if (!options_named(item, said).empty()) {
      choose(choosing, item, said);
    }
  }
  deny(choosing, item, predicate ? parts.affirmed : parts.denied, parts.word);
}

/// What denies or leaves out an option in a piece that is none itself.
std::optional<DeniedText> denial_or_exclusion(const deck::Item& item, std::string_view piece) {
  const auto exclusion = option_with(item, piece) ? std::nullopt : exclusion_in(piece);
  if (exclusion && !options_told(item, exclusion->denied).empty()) {
    return exclusion;
  }
  return options_named(item, piece).empty() ? denial_in(piece) : std::nullopt;
}

/// What "all but TCP" leaves out; empty if the answer says anything else.
std::vector<std::size_t> options_excepted(const deck::Item& item, std::string_view answer) {
  std::vector<std::size_t> excepted;
  for (const auto piece : option_pieces(item, exceptions_in(answer).value_or(""))) {
    const auto options = options_told(item, piece);
    if (options.empty()) {
      return {};
    }
    excepted.insert(excepted.end(), options.begin(), options.end());
  }
  return excepted;
}

/// "all but TCP", "TCP isn't, the others are": every option is chosen that is not named.
std::optional<Choosing> choosing_all_but(const deck::Item& item, std::string_view answer) {
  auto excepted = options_excepted(item, answer);
  if (excepted.empty()) {
    excepted = options_unlike_rest(item, answer);
  }
  if (excepted.empty() || option_with(item, answer)) {
    return std::nullopt;
  }
  const auto count = item.choices.size();
  Choosing choosing{std::vector<bool>(count, true), std::vector<bool>(count)};
  for (const auto option : excepted) {
    choosing.chosen[option] = false;
  }
  return choosing;
}

/// "all of them", "none": the option that says the same, if there is one; empty if an option is
/// named.
std::optional<Choosing> choosing_at_once(const deck::Item& item, std::string_view answer) {
  const auto said = options_at_once(answer);
  if (said == AtOnce::neither || !options_told(item, answer).empty()) {
    return std::nullopt;
  }
  const auto same = std::ranges::find(
      item.choices, said, [](const deck::Choice& choice) { return options_at_once(choice.text); });
  const auto count = item.choices.size();
  const bool all = said == AtOnce::all && same == item.choices.end();
  Choosing choosing{
      .chosen = std::vector<bool>(count, all), .denied = std::vector<bool>(count), .at_once = true};
  if (same != item.choices.end()) {
    choosing.chosen[static_cast<std::size_t>(same - item.choices.begin())] = true;
  }
  return choosing;
}

Choosing choosing_of(const deck::Item& item, std::string_view answer) {
  Choosing choosing{std::vector<bool>(item.choices.size()), std::vector<bool>(item.choices.size())};
  std::string_view denial;  // that reaches up to the next piece
  auto pieces = option_pieces(item, answer);
  choosing.strangers = pieces.size() - std::min(pieces.size(), kMostChosen);
  pieces.resize(std::min(pieces.size(), kMostChosen));
  for (const auto piece : pieces) {
    const auto before = answer.substr(0, static_cast<std::size_t>(piece.data() - answer.data()));
    const bool goes_on = !denial.empty() && base::trimmed(before).ends_with("、");
    const auto parts = denial_or_exclusion(item, piece);
    if (parts) {
      choose_but(choosing, item, *parts);
    } else if (goes_on) {
      deny(choosing, item, piece, denial);
    } else {
      choose(choosing, item, piece);
    }
    denial = parts ? parts->word : goes_on ? denial : std::string_view{};
  }
  return choosing;
}

/// Verdict, credit and reason of what was chosen.
PointResult judged(const deck::Item& item, const Choosing& choosing) {
  std::size_t right = 0;
  std::size_t wrong = choosing.strangers;
  std::size_t all = 0;
  bool denies_right = false;
  for (std::size_t i = 0; i < item.choices.size(); ++i) {
    const bool correct = item.choices[i].correct;
    all += correct ? 1U : 0U;
    right += choosing.chosen[i] && correct ? 1U : 0U;
    wrong += choosing.chosen[i] && !correct ? 1U : 0U;
    denies_right = denies_right || (choosing.denied[i] && correct);
  }
  PointResult result;
  result.credit =
      right > wrong ? static_cast<double>(right - wrong) / static_cast<double>(all) : 0.0;
  result.verdict = result.credit == 1.0 ? Verdict::hit
                   : result.credit > 0  ? Verdict::partial
                                        : Verdict::missed;
  result.reason = {reason::kChoices,
                   {std::to_string(right), std::to_string(wrong), std::to_string(all)}};
  if (denies_right && right + wrong == 0) {
    result.verdict = Verdict::contradicted;
    result.reason = {reason::kRejected, {std::string(choosing.denial)}};
  }
  return result;
}

}  // namespace

Choosing choosing_in(const deck::Item& item, std::string_view answer) {
  if (auto at_once = choosing_at_once(item, answer)) {
    return *std::move(at_once);
  }
  const auto all_but = choosing_all_but(item, answer);
  auto choosing = all_but ? *all_but : choosing_of(item, answer);
  if (choosing.strangers > 0) {
    const auto said = without_reason(what_stands(answer));
    choosing = choosing_of(item, without_conclusion(item, said));
  }
  return choosing;
}

PointResult grade_choices(const deck::Item& item, std::string_view answer) {
  auto result = judged(item, choosing_in(item, answer));
  if (trimmed(answer).empty()) {
    result.reason = {reason::kEmpty, {}};
  }
  set_evidence(result, answer, answer);
  return result;
}

}  // namespace pith::grading
