#include "cli/history/chosen_options.h"

#include <algorithm>
#include <string_view>

#include "cli/decks/decks.h"
#include "grading/exact/choice_answer.h"
#include "session/content.h"
#include "text/emphasis.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace pith::cli {
namespace {

/// Whether an answer could be one to a choice: its one point has a fixed id.
bool is_to_choice(const history::Answer& answer) {
  return answer.points.size() == 1 && answer.points.front().id == "choices";
}

std::ptrdiff_t letters_in(std::string_view text) {
  std::ptrdiff_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    count += text::is_letter_or_digit(text::next_code_point(text, at)) ? 1 : 0;
  }
  return count;
}

bool names_only_letters(const grading::Choosing& choosing, std::string_view answer) {
  return choosing.strangers == 0 && std::ranges::count(choosing.denied, true) == 0 &&
         std::ranges::count(choosing.chosen, true) == letters_in(answer);
}

}  // namespace

const deck::Item* ChosenOptions::item_as_asked(const history::LoggedAnswer& logged) {
  if (!decks_) {
    decks_ = index_decks(context_, Missing::ignored);
  }
  const auto place = decks_->find(logged.item.deck);
  const auto* item = place ? decks_->item(*place, logged.item.item) : nullptr;
  const bool as_asked = item != nullptr && item->kind == deck::Kind::choices &&
                        session::content_of(*item).hash == logged.answer.content_hash;
  return as_asked ? item : nullptr;
}

std::string ChosenOptions::of(const history::LoggedAnswer& logged) {
  const auto* item = is_to_choice(logged.answer) ? item_as_asked(logged) : nullptr;
  if (item == nullptr) {
    return {};
  }
  const auto answer = text::repair_utf8(logged.answer.text);
  const auto choosing = grading::choosing_in(*item, answer);
  if (!names_only_letters(choosing, answer)) {
    return {};
  }
  std::string texts;
  for (std::size_t i = 0; i < item->choices.size(); ++i) {
    if (choosing.chosen[i]) {
      texts += (texts.empty() ? "" : ", ") + text::without_emphasis(item->choices[i].text);
    }
  }
  return texts;
}

}  // namespace pith::cli
