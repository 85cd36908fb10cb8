// What a face keeps in files and opens from them: half-typed answers and the items' decks.
#include "base/trim.h"
#include "terminal/face.h"

namespace pith::terminal {

void Face::offer_draft() {
  offered_.clear();
  if (options_.drafts != nullptr && draft_.empty()) {
    const auto& question = *session_.question();
    draft_ = session::in_shown_letters(question, options_.drafts->of(*question.item));
    offered_ = draft_;
    if (!draft_.empty()) {
      view_.say(tr_("You had begun this answer."));
    }
  }
}

void Face::keep_draft() {
  if (options_.drafts == nullptr || !session_.question() || base::trimmed(draft_).empty()) {
    return;
  }
  const auto& question = *session_.question();
  options_.drafts->keep(*question.item, session::in_deck_letters(question, draft_));
  if (ending_) {
    view_.say(
        draft_ == offered_
            ? tr_("The answer begun before is kept as it was.")
            : tr_("What you had begun is kept: it is there when this question is asked again."));
  }
}

void Face::drop_draft(const deck::Item& item) {
  draft_.clear();
  if (options_.drafts != nullptr) {
    options_.drafts->keep(item, "");
  }
}

void Face::remember_begun() {
  const auto& question = *session_.question();
  begun_[deck::full_id(*question.item)] = session::in_deck_letters(question, draft_);
}

void Face::set_aside() {
  remember_begun();
  if (options_.drafts != nullptr) {
    const auto& item = *session_.question()->item;
    options_.drafts->keep(item, begun_.at(deck::full_id(item)));
  }
}

bool Face::edit_item(const deck::Item& item) {
  const auto now = options_.files->edit(item, editor_);
  if (now.left) {
    ending_ = Ending::interrupted;
  }
  if (now.item == nullptr) {
    view_.say(now.complaint);
    return now.left;
  }
  const bool stands = session_.question() && session_.question()->item == &item;
  session_.replace(item, *now.item);
  const bool was_marked = options_.marks != nullptr && options_.marks->has(item);
  const bool cleared = was_marked && options_.marks->set(item, false);
  view_.say(cleared ? tr_("edited; no longer marked") : tr_("edited"));
  return stands;
}

void Face::toggle_mark(const deck::Item& item) {
  const bool marked = !options_.marks->has(item);
  const bool kept = options_.marks->set(item, marked);
  view_.say(!kept    ? tr_("the mark could not be written beside the history")
            : marked ? tr_("marked for editing; m again takes the mark away")
                     : tr_("no longer marked"));
}

}  // namespace pith::terminal
