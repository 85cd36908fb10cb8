// What a face puts into the history, and what it does where the history takes nothing.
#include <string_view>

#include "base/error.h"
#include "base/trim.h"
#include "terminal/face.h"

namespace pith::terminal {

bool Face::records(std::string_view text) {
  const auto& item = *session_.question()->item;
  const auto answer = session::in_deck_letters(*session_.question(), text);
  if (!takes([&] { session_.answer(answer); })) {
    return false;
  }
  drop_draft(item);
  return true;
}

void Face::record_late() {
  while (!records(draft_)) {
    const auto chosen = choose(retry_menu(tr_));
    if (!chosen || chosen->action == Action::quit) {
      ending_ = ending_.value_or(Ending::over);
      keep_draft();
      return;
    }
  }
  show_taken();
}

void Face::close() {
  if (base::trimmed(draft_).empty()) {
    view_.say(tr_("Time is up."));
    ending_ = Ending::over;
    return;
  }
  view_.say(tr_("Time is up: what you typed is your answer."));
  record_late();
}

bool Face::takes(const std::function<void()>& change) {
  try {
    change();
    return true;
  } catch (const StorageError& error) {
    view_.say(tr_.sentence(error.what()));
  } catch (const history::AnswerGone&) {
    view_.say(tr_("This answer was taken back elsewhere: nothing is changed."));
  }
  return false;
}

}  // namespace pith::terminal
