#include "grading/choice_answer.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "grading/pieces.h"
#include "grading/reason.h"
#include "grading/short_answer.h"
#include "text/normalise.h"
#include "text/trim.h"

namespace pith::grading {
namespace {

using text::trimmed;

/// What may stand between letters in a row.
constexpr std::u32string_view kBetween = U" ).&+和与及";

std::u32string folded(std::string_view text) {
  return text::fold(trimmed(text)).text;
}

/// The option that has this text, but for case and width.
std::optional<std::size_t> option_with(const deck::Item& item, std::string_view text) {
  const auto found = std::ranges::find(
      item.choices, folded(text), [](const deck::Choice& choice) { return folded(choice.text); });
  return found == item.choices.end()
             ? std::nullopt
             : std::optional(static_cast<std::size_t>(found - item.choices.begin()));
}

/// Options that a piece names by a letter, or by several letters in a row.
std::vector<std::size_t> options_lettered(const deck::Item& item, std::string_view piece) {
  std::vector<std::size_t> letters;
  for (const char32_t c : text::fold(piece).text) {
    const auto index = static_cast<std::size_t>(c - U'a');
    if (kBetween.find(c) != std::u32string_view::npos) {
      continue;
    }
    if (c < U'a' || index >= item.choices.size()) {
      return {};
    }
    letters.push_back(index);
  }
  return letters;
}

/// How much of the text from `at` on only joins what it names: blanks, and words such as "and".
std::size_t joined_by(std::u32string_view text, std::size_t at) {
  static constexpr std::array<std::u32string_view, 9> kJoiners = {
      U" ", U"and ", U"&", U"+", U"以及", U"还有", U"和", U"与", U"及"};
  const auto joiner = std::ranges::find_if(
      kJoiners, [&](std::u32string_view word) { return text.substr(at).starts_with(word); });
  return joiner == kJoiners.end() ? 0 : joiner->size();
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
    } else if (size = joined_by(text, at); size == 0) {
      return {};
    }
    at += size;
  }
  return found;
}

/// Options that a piece names: by its text, a letter, its text but for grammatical words if no
/// other option has the same, several letters in a row, or several texts.
std::vector<std::size_t> options_named(const deck::Item& item, std::string_view piece) {
  if (const auto option = option_with(item, piece)) {
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

/// The pieces of a list of options; what several in a row make together is one if an option has
/// that text.
std::vector<std::string_view> option_pieces(const deck::Item& item, std::string_view answer) {
  const auto pieces = pieces_of(answer);
  std::size_t most = 1;  // pieces of an option's text
  for (const auto& choice : item.choices) {
    most = std::max(most, pieces_of(choice.text).size());
  }
  std::vector<std::string_view> joined;
  for (std::size_t begin = 0, end = 0; begin < pieces.size(); begin = end) {
    const auto last = std::min(pieces.size(), begin + most);
    for (end = last; end > begin + 1 && !option_with(item, run_of(pieces, begin, end)); --end) {
    }
    joined.push_back(run_of(pieces, begin, end));
  }
  return joined;
}

}  // namespace

PointResult grade_choices(const deck::Item& item, std::string_view answer) {
  std::vector<bool> chosen(item.choices.size(), false);
  std::size_t strangers = 0;
  for (const auto piece : option_pieces(item, answer)) {
    const auto options = options_named(item, piece);
    strangers += options.empty() ? 1U : 0U;
    for (const auto option : options) {
      chosen[option] = true;
    }
  }
  std::size_t right = 0;
  std::size_t wrong = strangers;
  std::size_t all = 0;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    all += item.choices[i].correct ? 1U : 0U;
    right += chosen[i] && item.choices[i].correct ? 1U : 0U;
    wrong += chosen[i] && !item.choices[i].correct ? 1U : 0U;
  }
  PointResult result;
  result.credit =
      right > wrong ? static_cast<double>(right - wrong) / static_cast<double>(all) : 0.0;
  result.verdict = result.credit == 1.0 ? Verdict::hit
                   : result.credit > 0  ? Verdict::partial
                                        : Verdict::missed;
  result.reason = {reason::kChoices,
                   {std::to_string(right), std::to_string(wrong), std::to_string(all)}};
  if (trimmed(answer).empty()) {
    result.reason = {reason::kEmpty, {}};
  }
  set_evidence(result, answer, answer);
  return result;
}

}  // namespace pith::grading
