// A card at the terminal: it is turned over and rated.
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "terminal/face.h"
#include "terminal/session_words.h"

namespace pith::terminal {

void Face::ask_card() {
  for (;;) {
    const auto chosen = choose_at_card(question_menu(*session_.question(), options_.may, tr_),
                                       tr_("A card takes no text: Enter turns it over."));
    if (chosen && chosen->action == Action::help) {
      view_.say(card_help(options_.may, tr_));
    } else if (!chosen || perform(*chosen)) {
      return;
    }
  }
}

bool Face::turn_over() {
  show_solution();
  for (;;) {
    const auto chosen =
        choose_at_card(rating_menu(foreseen_ratings(), options_.may, tr_),
                       tr_("A card takes no text: 1 to 4 say how well you knew it."));
    if (!chosen) {
      return true;
    }
    if (chosen->action == Action::rate) {
      if (takes([&] { session_.answer(chosen->key.text); })) {
        view_.say(options_.feedback ? due_words(*session_.last(), tr_) : tr_("Noted."));
        return true;
      }
    } else if (chosen->action == Action::help) {
      view_.say(card_help(options_.may, tr_));
    } else if (perform(*chosen)) {
      return true;
    }
  }
}

void Face::show_solution() {
  view_.show_solution(*asked_);
  above_ = [this] {
    show_asked();
    view_.show_solution(*asked_);
  };
}

std::vector<session::Result> Face::foreseen_ratings() const {
  using memory::Rating;
  std::vector<session::Result> foreseen;
  if (options_.intervals) {
    for (const auto rating : {Rating::again, Rating::hard, Rating::good, Rating::easy}) {
      foreseen.push_back(session_.foreseen(rating));
    }
  }
  return foreseen;
}

std::optional<Face::Chosen> Face::choose_at_card(const Menu& menu, const std::string& told) {
  KeyRequest request{.line = style_.own(line_of(menu)),
                     .keys = keys_of(menu),
                     .words = true,
                     .on_resume = above_,
                     .is_over = options_.is_over};
  if (!clocks().empty()) {
    request.status = [this] {
      return style_.own(fmt::format("{} · ", fmt::join(clocks(), " · ")));
    };
  }
  for (;;) {
    const auto answer = editor_.read_key(request);
    if (answer.outcome == Outcome::time_up) {
      close();
      return std::nullopt;
    }
    if (answer.outcome != Outcome::submitted) {
      return chosen_by(answer, menu);
    }
    view_.say(told);
  }
}

}  // namespace pith::terminal
