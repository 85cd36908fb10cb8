// What a learner can do with one key: the one place to change a key of the session.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "session/question.h"
#include "session/result.h"
#include "terminal/keys.h"
#include "text/messages.h"

namespace pith::terminal {

enum class Action : std::uint8_t {
  back,        ///< To the answer being typed.
  next,        ///< The next question.
  reveal,      ///< Of a card: its back.
  send,        ///< What was typed, as the answer.
  give_up,     ///< No answer: every point is missed.
  read_first,  ///< Of a new item: its points, to be asked a little later.
  hint,
  skip,
  bury,
  suspend,
  undo,
  edit,   ///< Of the item in its deck.
  mark,   ///< Of the item, to be edited later; or no more.
  pause,  ///< Stops the clocks until a key is pressed.
  easy,
  rate,      ///< Of a card: Key::text is the rating, 1 to 4.
  overrule,  ///< Key::text is the first digit of the point's number.
  hit,
  partial,
  missed,
  contradicted,
  quit,
  help
};

struct MenuEntry {
  Action action = Action::back;
  std::vector<Key> keys;
  std::string words;  ///< `h hint`; empty: the key is taken, but not named.
};

using Menu = std::vector<MenuEntry>;

/// What a session lets a learner do.
struct Liberties {
  bool hints = true;
  bool read_first = true;  ///< Of new items, before they are asked.
  bool undo = true;        ///< Of answers, and overruling.
  bool edit = false;       ///< Of items in their decks.
  bool mark = false;       ///< Of items, to be edited later.
  bool dictate = false;    ///< Of answers.
  bool pause = false;      ///< For sessions with a clock that may be stopped.
};

/// While an answer is typed or a card is looked at; `typed`: some of the answer is there.
[[nodiscard]] Menu question_menu(const session::Question& question, const Liberties& may,
                                 const text::Messages& tr, bool typed = false);
/// Once the back of a card is shown. `foreseen`: what each rating would make of it, Again first, to
/// be told beside the ratings; may be empty.
[[nodiscard]] Menu rating_menu(std::span<const session::Result> foreseen, const Liberties& may,
                               const text::Messages& tr);
/// Once a result is shown; `last`: nothing more is asked.
[[nodiscard]] Menu result_menu(const session::Result& result, bool last, const Liberties& may,
                               const text::Messages& tr);
/// To choose a verdict; Enter keeps `guess`. Its `?`, the last, is named by who shows the menu.
[[nodiscard]] Menu verdict_menu(grading::Verdict guess, const text::Messages& tr);
/// The same to overrule the verdict of one of so many points, whose numbers go to the others.
[[nodiscard]] Menu overruling_menu(grading::Verdict now, std::size_t points,
                                   const text::Messages& tr);

/// Once an answer whose time is over could not be written.
[[nodiscard]] Menu retry_menu(const text::Messages& tr);

/// `Enter next · 1-3 overrule · …`
[[nodiscard]] std::string line_of(const Menu& menu);
[[nodiscard]] std::vector<Key> keys_of(const Menu& menu);
[[nodiscard]] std::optional<Action> action_of(const Menu& menu, const Key& key);

/// What `?` says: the keys while an answer is typed, and what else may be done.
[[nodiscard]] std::string help_of(const Liberties& may, const text::Messages& tr);

/// What `?` says at either side of a card.
[[nodiscard]] std::string card_help(const Liberties& may, const text::Messages& tr);
/// What `?` says once a result is shown.
[[nodiscard]] std::string result_help(const session::Result& result, const Liberties& may,
                                      const text::Messages& tr);

/// What `?` says where a verdict is chosen: of a doubt, or to overrule.
[[nodiscard]] std::string verdict_help(bool doubt, const text::Messages& tr);

/// The verdict that an action of verdict_menu() means.
[[nodiscard]] std::optional<grading::Verdict> verdict_of(Action action);

}  // namespace pith::terminal
